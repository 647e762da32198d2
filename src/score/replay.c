/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/replay.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "score/name.h"
#include "score/seen.h"
#include "score/stream.h"

static const char suffix[] = ".jsonl";

enum {
	PIECE_MIN = 4096, /* bytes of a file to read at once */
	PIECE_MAX = 256 * 1024,
	PIECES = 8 * 1024 * 1024, /* of all files of one learner */
	FILES_MAX = 16384,        /* of one learner */
};

struct names {
	VEC(char *) all;
};

/* One replay in progress. */
struct run {
	const struct replay *r;
	struct replay_totals totals;
	int dir;
	struct seen seen;
	struct stream *streams; /* of one learner */
	struct stream **heap;   /* those at an event, the earliest first */
	size_t n;               /* of the heap */
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Bytes of a file name that name the learner, with the '@'. */
static size_t
learner_len(const char *name)
{
	const char *at = strchr(name, '@');

	return at == NULL ? strlen(name) : (size_t)(at - name) + 1;
}

static int
is_wanted(const char *name, const char *prefix)
{
	size_t len = strlen(name);

	if (name[0] == '.' || len <= strlen(suffix) ||
	    strcmp(name + len - strlen(suffix), suffix) != 0)
		return 0;
	return prefix == NULL || strncmp(name, prefix, strlen(prefix)) == 0;
}

static int
list_files(int dir, const char *who, struct names *names)
{
	char *part = NULL, *prefix = NULL;
	int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *d = fd == -1 ? NULL : fdopendir(fd);
	const struct dirent *entry;

	if (d == NULL) {
		if (fd != -1)
			close(fd);
		return -1;
	}
	if (who != NULL) {
		part = name_for_file(who);
		prefix = xasprintf("%s@", part);
		free(part);
	}
	while ((entry = readdir(d)) != NULL)
		if (is_wanted(entry->d_name, prefix))
			vec_push(&names->all, xstrdup(entry->d_name));
	free(prefix);
	closedir(d);
	if (names->all.n > 1)
		qsort(names->all.v, names->all.n, sizeof(char *), by_name);
	return 0;
}

static int
is_before(const struct stream *a, const struct stream *b)
{
	if (a->e.ts != b->e.ts)
		return a->e.ts < b->e.ts;
	return strcmp(a->e.id, b->e.id) < 0;
}

/* Lets the stream at `i` sink to its place. */
static void
sift_down(struct run *run, size_t i)
{
	struct stream **h = run->heap, *s = h[i];
	size_t child;

	for (; (child = 2 * i + 1) < run->n; i = child) {
		if (child + 1 < run->n && is_before(h[child + 1], h[child]))
			child++;
		if (!is_before(h[child], s))
			break;
		h[i] = h[child];
	}
	h[i] = s;
}

/* Hands on the events of the streams; other than 0 if the caller ended it. */
static int
merge(struct run *run)
{
	size_t i;
	int stop = 0;

	for (i = run->n / 2; i-- > 0;)
		sift_down(run, i);
	while (run->n > 0 && stop == 0) {
		struct stream *s = run->heap[0];

		if (seen_add(&run->seen, s->e.id)) {
			run->totals.events++;
			stop = run->r->event(run->r->ctx, &s->e);
		} else {
			run->totals.duplicates++;
		}
		if (!stream_next(s))
			run->heap[0] = run->heap[--run->n];
		if (run->n > 0)
			sift_down(run, 0);
	}
	return stop;
}

static void
report(const struct run *run, enum diag_code code, const char *name,
    const char *why)
{
	char *path;

	if (run->r->diags == NULL)
		return;
	path = path_join(run->r->folder, name);
	diag_add(run->r->diags, code, path, 0, 0, path, why);
	free(path);
}

static size_t
piece_size(size_t files)
{
	size_t piece = PIECES / files;

	if (piece < PIECE_MIN)
		return PIECE_MIN;
	return piece > PIECE_MAX ? PIECE_MAX : piece;
}

/* Replays the files of one learner. */
static int
run_learner(struct run *run, char **names, size_t n)
{
	size_t i, open = 0, piece = piece_size(n);
	char max[24];
	int stop;

	if (n > FILES_MAX) {
		snprintf(max, sizeof(max), "%d", FILES_MAX);
		report(run, DIAG_SCORE_FILES, names[0], max);
		n = FILES_MAX;
	}
	run->streams = xcalloc(n, sizeof(*run->streams));
	run->heap = xcalloc(n, sizeof(struct stream *));
	run->n = 0;
	seen_init(&run->seen);
	for (i = 0; i < n; i++) {
		struct stream *s = &run->streams[open];

		if (stream_open(s, run->r->folder, run->dir, names[i], piece) ==
		    -1) {
			report(run, DIAG_FILE_READ, names[i], strerror(errno));
			continue;
		}
		s->diags = run->r->diags;
		s->totals = &run->totals;
		open++;
		run->totals.files++;
		if (stream_next(s))
			run->heap[run->n++] = s;
	}
	stop = merge(run);
	for (i = 0; i < open; i++)
		stream_close(&run->streams[i]);
	seen_release(&run->seen);
	free(run->heap);
	free(run->streams);
	return stop;
}

int
replay_run(const struct replay *r, struct replay_totals *totals)
{
	struct run run = { .r = r };
	struct names names = { 0 };
	size_t i, end;
	int stop = 0, result = -1;

	run.dir = open(r->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (run.dir == -1)
		return -1;
	if (list_files(run.dir, r->who, &names) == -1)
		goto done;
	for (i = 0; i < names.all.n && stop == 0; i = end) {
		char **first = names.all.v + i;
		size_t len = learner_len(*first);

		for (end = i + 1; end < names.all.n; end++)
			if (strncmp(*first, names.all.v[end], len) != 0)
				break;
		stop = run_learner(&run, first, end - i);
	}
	if (totals != NULL)
		*totals = run.totals;
	result = 0;
done:
	for (i = 0; i < names.all.n; i++)
		free(names.all.v[i]);
	vec_release(&names.all);
	close(run.dir);
	return result;
}
