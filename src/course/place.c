/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/place.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/doc.h"
#include "text/match.h"
#include "text/utf8.h"

enum {
	PLACE_WORDS = 60,     /* [byte] of text kept */
	PLACE_WORDS_MIN = 12, /* fewer are no proof of a place */
	PLACE_FILE_MAX = 4096,
	PACE_MAX = 1000000000,
};

void
place_init(struct read_place *p)
{
	memset(p, 0, sizeof(*p));
	buf_init(&p->id);
	buf_init(&p->text);
}

void
place_release(struct read_place *p)
{
	buf_release(&p->id);
	buf_release(&p->text);
}

/* The last node that begins at `at` or before; DOC_NONE in an empty one. */
static uint32_t
node_before(const struct doc *doc, uint32_t at)
{
	uint32_t low = 0, high = doc_nodes(doc);

	while (low < high) {
		uint32_t mid = high - (high - low) / 2;

		if (doc_node(doc, mid)->start <= at)
			low = mid;
		else
			high = mid - 1;
	}
	return low;
}

static void
take_words(struct buf *out, const struct doc *doc, uint32_t at)
{
	const char *s = doc_text(doc) + at;
	size_t left = doc_len(doc) - at, n = 0;
	const char *end = memchr(s, '\n', left);

	if (end != NULL)
		left = (size_t)(end - s);
	while (n < left) {
		size_t len = utf8_cluster(s + n, left - n);

		if (n + len > PLACE_WORDS)
			break;
		n += len;
	}
	while (n > 0 && s[n - 1] == ' ')
		n--;
	buf_reset(out);
	buf_add(out, s, n);
}

void
place_take(
    struct read_place *p, const struct doc *doc, uint32_t at, int64_t now)
{
	uint32_t n = node_before(doc, at);

	while (n != DOC_NONE && doc_attr(doc, n, ATTR_ID) == NULL)
		n--;
	buf_reset(&p->id);
	p->offset = at;
	if (n != DOC_NONE) {
		buf_adds(&p->id, doc_attr(doc, n, ATTR_ID));
		p->offset = at - doc_node(doc, n)->start;
	}
	take_words(&p->text, doc, at);
	p->time = now;
}

static int
words_at(const struct read_place *p, const struct doc *doc, uint64_t at)
{
	return at + p->text.len <= doc_len(doc) &&
	    memcmp(doc_text(doc) + at, p->text.s, p->text.len) == 0;
}

/* The place of the words that is nearest to `near`; -1 if they are gone. */
static int
nearest_words(const struct read_place *p, const struct doc *doc, uint64_t near,
    uint32_t *at)
{
	const char *text = doc_text(doc), *found;
	uint64_t best = UINT64_MAX;
	size_t from = 0;

	if (p->text.len < PLACE_WORDS_MIN)
		return -1;
	while ((found = match_find(text + from, doc_len(doc) - from, p->text.s,
		    p->text.len)) != NULL) {
		uint64_t here = (uint64_t)(found - text);
		uint64_t far = here > near ? here - near : near - here;

		if (far >= best)
			break;
		best = far;
		*at = (uint32_t)here;
		from = (size_t)here + 1;
	}
	return best == UINT64_MAX ? -1 : 0;
}

enum place_found
place_look(const struct read_place *p, const struct doc *doc, uint32_t *at)
{
	uint32_t n = p->id.len == 0 ? DOC_NONE : doc_find(doc, p->id.s);
	uint64_t start = n == DOC_NONE ? 0 : doc_node(doc, n)->start;
	uint64_t expected = start + p->offset;

	if ((n != DOC_NONE || p->id.len == 0) && words_at(p, doc, expected)) {
		*at = (uint32_t)expected;
		return PLACE_EXACT;
	}
	if (!doc_complete(doc))
		return PLACE_NOWHERE;
	if (nearest_words(p, doc, expected, at) == 0)
		return PLACE_MOVED;
	if (n == DOC_NONE)
		return PLACE_NOWHERE;
	*at = (uint32_t)start;
	return PLACE_GONE;
}

int
place_find(const struct read_place *p, const struct doc *doc, uint32_t *at)
{
	return place_look(p, doc, at) == PLACE_NOWHERE ? -1 : 0;
}

/* A name that is safe in a path: no '/', no dot or blank in front. */
char *
place_file(char *dir, const char *name, int make)
{
	char *base, *path;
	size_t i;

	if (dir == NULL) {
		errno = ENOENT;
		return NULL;
	}
	if (make && mkdir_all(dir, 0700) < 0) {
		free(dir);
		return NULL;
	}
	base = xstrdup(name[0] == '\0' ? "_" : name);
	for (i = 0; base[i] != '\0'; i++) {
		if (base[i] == '/' || (unsigned char)base[i] < ' ' ||
		    (i == 0 && base[i] == '.'))
			base[i] = '_';
	}
	path = path_join(dir, base);
	free(base);
	free(dir);
	return path;
}

static char *
place_path(const char *name, int make)
{
	return place_file(
	    xdg_path("XDG_STATE_HOME", ".local/state", "lectern/places"), name,
	    make);
}

int
place_save(const struct read_place *p, const char *name)
{
	struct buf b = BUF_INIT;
	char *path = place_path(name, 1);
	int status;

	if (path == NULL)
		return -1;
	buf_adds(&b, "# lectern: where reading stopped\n");
	buf_printf(&b, "id %s\noffset %" PRIu32 "\ntext %s\ntime %" PRId64 "\n",
	    p->id.s, p->offset, p->text.s, p->time);
	buf_printf(&b, "bytes %" PRId64 "\nms %" PRId64 "\n", p->pace.bytes,
	    p->pace.ms);
	status = file_replace(path, b.s, b.len);
	buf_release(&b);
	free(path);
	return status;
}

static int
parse_number(const char *s, int64_t max, int64_t *out)
{
	char *end;

	errno = 0;
	*out = strtoll(s, &end, 10);
	return *s >= '0' && *s <= '9' && *end == '\0' && errno == 0 &&
		*out <= max
	    ? 0
	    : -1;
}

static int
parse_line(struct read_place *p, const char *line)
{
	int64_t n;

	if (strncmp(line, "id ", 3) == 0) {
		buf_reset(&p->id);
		buf_adds(&p->id, line + 3);
	} else if (strncmp(line, "text ", 5) == 0) {
		buf_reset(&p->text);
		buf_adds(&p->text, line + 5);
	} else if (strncmp(line, "offset ", 7) == 0) {
		if (parse_number(line + 7, UINT32_MAX, &n) < 0)
			return -1;
		p->offset = (uint32_t)n;
		return 1;
	} else if (strncmp(line, "time ", 5) == 0) {
		return parse_number(line + 5, INT64_MAX, &p->time);
	} else if (strncmp(line, "bytes ", 6) == 0) {
		return parse_number(line + 6, PACE_MAX, &p->pace.bytes);
	} else if (strncmp(line, "ms ", 3) == 0) {
		return parse_number(line + 3, PACE_MAX, &p->pace.ms);
	}
	return 0;
}

/* Lines of a later version that are not known here are passed over. */
static int
parse_place(struct read_place *p, char *s)
{
	int known = 0, result;
	char *end;

	for (; *s != '\0'; s = end) {
		end = s + strcspn(s, "\n");
		if (*end != '\0')
			*end++ = '\0';
		result = parse_line(p, s);
		if (result < 0)
			return -1;
		known += result;
	}
	return known > 0 ? 0 : -1;
}

int
place_load(struct read_place *p, const char *name)
{
	struct buf b = BUF_INIT;
	char *path = place_path(name, 0);
	int status;

	if (path == NULL)
		return -1;
	status = file_read(&b, path, PLACE_FILE_MAX);
	if (status == 0 && parse_place(p, b.s) < 0) {
		errno = EINVAL;
		status = -1;
	}
	buf_release(&b);
	free(path);
	return status;
}

int
place_is_new(void)
{
	char *dir = xdg_path("XDG_STATE_HOME", ".local/state", "lectern");
	int is_new = dir != NULL && access(dir, F_OK) == -1 && errno == ENOENT;

	free(dir);
	return is_new;
}
