/* SPDX-License-Identifier: ISC */
/*
 * scores [FOLDER]: what an answer and a report cost, below FOLDER (default
 * /tmp), which should be on the disk in question.  Writes lines of name=value:
 *
 * bare, append  us that write and fdatasync take, and an answer in the log; the
 *               second is the first times the median of the ratios of blocks
 * read, crc     s of processor time to read a million events, and to sum them
 * jansson, scan s to decode a million lines, by jansson and by the scanner
 * one           s for "lectern scores" of a million events of one learner
 * many          s for "lectern report" of as many, of a class of 1000
 * one_mb, many_mb   memory that each takes in a process of its own
 */
#include "config.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <zlib.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "course/classbook.h"
#include "course/history.h"
#include "course/progress.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "quiz/bank.h"
#include "score/event.h"
#include "score/log.h"
#include "xml/xml.h"

enum {
	BLOCKS = 101,
	BLOCK = 20,
	EVENTS = 1000000,
	LEARNERS = 1000,
	ITEMS = 220,
	DAY = 20779,
	ROUNDS = 5
};

static double
now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

/* Of the processor, which a busy machine does not stretch as much. */
static double
used(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
	return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

/* The i-th answer, one of `learner`. */
static struct event
answer(int learner, int i)
{
	static const char *const about[] = { "anatomy-insertion", NULL };
	static char item[32], id[48], who[16];
	struct event e = {
		.v = EVENT_VERSION,
		.n = i + 1,
		.id = id,
		.ts = INT64_C(1795372987123) + i * INT64_C(1000),
		.day = DAY,
		.who = who,
		.kind = EVENT_ANSWER,
		.sess = "k3v9q2m4xa",
		.item = item,
		.rev = 1,
		.type = "single",
		.resp = "lt",
		.frac = i % 3 ? 1 : 0,
		.pts = i % 3 ? 1 : 0,
		.max = 1,
		.try = 1,
		.ms = 4210,
		.about = about,
	};

	snprintf(item, sizeof(item), "ins-%d", i % ITEMS);
	snprintf(who, sizeof(who), "l%04d", learner);
	snprintf(id, sizeof(id), "%s@lab1-k3v9q2m4xa-%d", who, i + 1);
	return e;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
block_bare(int fd, const struct buf *line)
{
	double start = now();
	int i;

	for (i = 0; i < BLOCK; i++)
		if (write(fd, line->s, line->len) == -1 || fdatasync(fd) == -1)
			exit(1);
	return now() - start;
}

static double
block_log(struct score_log *log)
{
	double start = now();
	int i;

	for (i = 0; i < BLOCK; i++) {
		struct event e = answer(0, i);

		if (score_log_append(log, &e) == -1)
			exit(1);
	}
	return now() - start;
}

/* Blocks of both in turn; the median of their ratios. */
static void
bench_append(const char *dir)
{
	struct score_log_options o = { .scores = dir, .course = "bench" };
	struct score_log *log = score_log_new(&o);
	char *path = path_join(dir, "bare");
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600), i;
	double ratio[BLOCKS], bare = 0;
	struct event e = answer(0, 7);
	struct buf line = BUF_INIT;

	event_encode(&line, &e);
	block_bare(fd, &line);
	block_log(log);
	for (i = 0; i < BLOCKS; i++) {
		double b = block_bare(fd, &line), l = block_log(log);

		bare += b;
		ratio[i] = l / b;
	}
	qsort(ratio, BLOCKS, sizeof(*ratio), by_size);
	bare *= 1e6 / (BLOCKS * BLOCK);
	printf("bare=%.1f append=%.1f\n", bare, bare * ratio[BLOCKS / 2]);
	score_log_free(log);
	close(fd);
	free(path);
	buf_release(&line);
}

static size_t
write_files(const char *dir, int files)
{
	struct buf b = BUF_INIT;
	size_t size = 0;
	int i;

	for (i = 0; i < EVENTS; i++) {
		struct event e = answer(i / (EVENTS / files), i);
		int last = (i + 1) % (EVENTS / files) == 0;
		char name[64], *path;

		e.n = i % (EVENTS / files) + 1;
		event_encode(&b, &e);
		if (!last)
			continue;
		snprintf(name, sizeof(name), "l%04d@lab1.jsonl",
		    i / (EVENTS / files));
		path = path_join(dir, name);
		if (file_replace(path, b.s, b.len) == -1)
			exit(1);
		size += b.len;
		buf_reset(&b);
		free(path);
	}
	buf_release(&b);
	return size;
}

static double
time_read(const char *dir)
{
	struct buf b = BUF_INIT;
	char *path = path_join(dir, "l0000@lab1.jsonl");
	int fd = open(path, O_RDONLY);
	double start = used();

	buf_reserve(&b, 262144);
	while (read(fd, b.s, 262144) > 0)
		;
	start = used() - start;
	close(fd);
	free(path);
	buf_release(&b);
	return start;
}

static double
time_crc(const char *dir)
{
	struct buf b = BUF_INIT;
	char *path = path_join(dir, "l0000@lab1.jsonl");
	double start;
	size_t i, line;

	file_read(&b, path, (size_t)1 << 30);
	line = b.len / EVENTS;
	start = used();
	for (i = 0; i < EVENTS; i++)
		b.s[i] =
		    (char)crc32(0, (const Bytef *)b.s + i * line, (uInt)line);
	start = used() - start;
	free(path);
	buf_release(&b);
	return start;
}

/* What "lectern scores" reads of one learner. */
static double
time_history(const char *dir)
{
	struct history *h = history_new(NULL);
	double start = used();

	if (history_replay(h, dir, "l0000", NULL, NULL) == -1 ||
	    history_items(h) != ITEMS)
		exit(1);
	start = used() - start;
	history_free(h);
	return start;
}

/* What "lectern report" reads of a class. */
static double
time_class(const char *dir, const struct progress_scope *scope)
{
	double start = used();
	struct classbook *c = classbook_read(dir, scope, INT64_MAX, NULL, NULL);

	if (c == NULL || classbook_learners(c) != LEARNERS)
		exit(1);
	start = used() - start;
	classbook_free(c);
	return start;
}

/* [MB] What a process takes at most that reads a class, or one learner where
 * there is no scope, or nothing where there is no folder. */
static double
memory(const char *dir, const struct progress_scope *scope)
{
	pid_t pid = fork();
	struct rusage u;

	if (pid == 0) {
		if (dir != NULL && scope != NULL)
			time_class(dir, scope);
		else if (dir != NULL)
			time_history(dir);
		_exit(0);
	}
	if (pid == -1 || wait4(pid, NULL, 0, &u) == -1)
		exit(1);
	return (double)u.ru_maxrss / 1000;
}

static double
time_decode(int no_scan)
{
	struct event e = answer(0, 77), out;
	struct buf b = BUF_INIT;
	struct event_decoder d;
	double start;
	int i;

	event_decoder_init(&d);
	d.no_scan = no_scan;
	event_encode(&b, &e);
	start = used();
	for (i = 0; i < EVENTS; i++)
		if (event_decode(&d, b.s, b.len - 1, &out) != EVENT_OK)
			exit(1);
	start = used() - start;
	event_decoder_release(&d);
	buf_release(&b);
	return start;
}

static struct doc *
read_doc(void)
{
	static const char text[] =
	    "<article xmlns='http://docbook.org/ns/docbook' version='5.2'>"
	    "<title>A</title><section><title>B</title><para>c</para>"
	    "</section></article>";
	struct xml_source src = {
		.path = "a.xml", .data = text, .len = strlen(text)
	};
	struct diags d;
	struct doc *doc;

	diags_init(&d);
	doc = docbook_read(&src, NULL, &d);
	diags_release(&d);
	return doc;
}

static void
bench_report(const char *top)
{
	char *one = path_join(top, "one"), *many = path_join(top, "many");
	struct bank *bank = bank_new();
	struct doc *doc = read_doc();
	struct progress_scope scope = { NULL, bank, doc, DAY };
	double none;
	int i;

	mkdir(one, 0700);
	mkdir(many, 0700);
	write_files(one, 1);
	write_files(many, LEARNERS);
	printf("jansson=%.3f scan=%.3f\n", time_decode(1), time_decode(0));
	none = memory(NULL, NULL);
	printf("one_mb=%.1f many_mb=%.1f\n", memory(one, NULL) - none,
	    memory(many, &scope) - none);
	for (i = 0; i < ROUNDS; i++)
		printf("read=%.3f crc=%.3f one=%.3f many=%.3f\n",
		    time_read(one), time_crc(one), time_history(one),
		    time_class(many, &scope));
	doc_free(doc);
	bank_free(bank);
	free(one);
	free(many);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

int
main(int argc, char **argv)
{
	char *dir =
	    path_join(argc > 1 ? argv[1] : "/tmp", "lectern-bench-XXXXXX");

	if (mkdtemp(dir) == NULL)
		return 1;
	bench_append(dir);
	bench_report(dir);
	nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(dir);
	return 0;
}
