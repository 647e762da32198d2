/* SPDX-License-Identifier: ISC */
/*
 * fuzz_score.c - any bytes as score files; a target of libFuzzer
 *
 * Each part is a file of one folder.  Whatever the bytes are, they are read
 * to their end and summed up; scanner and parser agree on each line; an event
 * that was read is written and read again the same.  As few lines that chance
 * makes have the right checksum, those that end in "crc":"?"} are given theirs.
 */
#include "config.h"

#include <stdio.h>
#include <zlib.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "course/history.h"
#include "fuzz.h"
#include "score/event.h"

enum { FILES_MOST = 3 };

static const char *const names[FILES_MOST] = { "ada@lab1.jsonl",
	"ada@lab2.jsonl", "bob@lab1.jsonl" };

/* The bytes with their checksums put in. */
static void
put_checksums(struct buf *to, const char *s, size_t len)
{
	static const char mark[] = ",\"crc\":\"?\"}";
	size_t start = 0, i;

	for (i = 0; i < len; i++) {
		if (s[i] == '\n') {
			buf_addc(to, '\n');
			start = to->len;
		} else if (s[i] == ',' && len - i >= sizeof(mark) - 1 &&
		    memcmp(s + i, mark, sizeof(mark) - 1) == 0) {
			buf_printf(to, ",\"crc\":\"%08lx\"}",
			    crc32(0, (const Bytef *)to->s + start,
				(uInt)(to->len - start)));
			i += sizeof(mark) - 2;
		} else {
			buf_addc(to, s[i]);
		}
	}
}

/* An event as a line is what the event was. */
static void
check_again(const struct event *e)
{
	struct event_decoder d;
	struct buf one = BUF_INIT, two = BUF_INIT;
	struct event again;

	if (e->kind == EVENT_COUNT || e->v != EVENT_VERSION ||
	    event_encode(&one, e) == -1) {
		buf_release(&one);
		return;
	}
	event_decoder_init(&d);
	require(event_decode(&d, one.s, one.len - 1, &again) == EVENT_OK);
	require(event_encode(&two, &again) == 0);
	require(one.len == two.len && memcmp(one.s, two.s, one.len) == 0);
	event_decoder_release(&d);
	buf_release(&one);
	buf_release(&two);
}

static void
check_line(const char *s, size_t len)
{
	struct event_decoder scans, parses;
	enum event_status status;
	struct event e, other;

	event_decoder_init(&scans);
	event_decoder_init(&parses);
	parses.no_scan = 1;
	status = event_decode(&scans, s, len, &e);
	require(event_decode(&parses, s, len, &other) == status);
	if (status == EVENT_OK) {
		require(e.kind == other.kind && e.n == other.n);
		require(strcmp(e.id, other.id) == 0);
		check_again(&e);
	}
	event_decoder_release(&scans);
	event_decoder_release(&parses);
}

static void
check_lines(const struct buf *file)
{
	const char *s = file->s, *end;
	size_t left = file->len, len;

	while (left > 0) {
		end = memchr(s, '\n', left);
		len = end == NULL ? left : (size_t)(end - s);
		if (len < EVENT_LINE_MAX)
			check_line(s, len);
		s += end == NULL ? len : len + 1;
		left -= end == NULL ? len : len + 1;
	}
}

/* The folder of the files, made once. */
static const char *
folder(void)
{
	static char *path;

	if (path == NULL) {
		path = xstrdup("/tmp/lectern-fuzz-XXXXXX");
		require(mkdtemp(path) != NULL);
	}
	return path;
}

static void
write_file(const char *name, const struct buf *text)
{
	char *path = path_join(folder(), name);
	FILE *f = fopen(path, "w");

	require(f != NULL);
	fwrite(text->s, 1, text->len, f);
	fclose(f);
	free(path);
}

static void
sum_up(const char *who)
{
	struct history *h = history_new(NULL);
	struct diags d;
	size_t i;

	diags_init(&d);
	require(history_replay(h, folder(), who, &d, NULL) == 0);
	for (i = 0; i < history_items(h); i++) {
		const struct history_item *it = history_item_at(h, i);

		require(it->right + it->partly <= it->answers);
		require(it->sum == it->sum);
	}
	diags_release(&d);
	history_free(h);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data, *part = s;
	size_t len = size, i, n;

	for (i = 0; i < FILES_MOST; i++) {
		struct buf file = BUF_INIT;

		n = take_part(&s, &len);
		put_checksums(&file, part, n);
		check_lines(&file);
		write_file(names[i], &file);
		buf_release(&file);
		part = s;
	}
	sum_up("ada");
	return 0;
}
