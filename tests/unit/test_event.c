/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "score/crc.h"
#include "score/event.h"
#include "score/field.h"
#include "unit.h"

static const char *const ids[] = { "origin", "insertion", NULL };

/* An event with a value in every field that any kind has. */
static const struct event full = {
	.v = EVENT_VERSION,
	.n = 17,
	.id = "ada@lab1-k3v9q2m4xa-17",
	.ts = INT64_C(1795372987123),
	.tz = -210,
	.day = 20779,
	.who = "ada",
	.sess = "k3v9q2m4xa",
	.quiz = "psoas",
	.qver = "3",
	.mode = "learn",
	.seed = INT64_C(1) << 53,
	.count = 10,
	.item = "ins-1",
	.rev = 2,
	.perm = ids,
	.type = "single",
	.resp = "lt",
	.norm = "lesser trochanter",
	.match = "lt",
	.typo = 1,
	.frac = 1.0 / 3,
	.pts = -2,
	.max = 3,
	.rating = 4,
	.conf = 3,
	.hints = 1,
	.try = 2,
	.ms = 4210,
	.about = ids,
	.misc = ids + 1,
	.danger = 1,
	.mark = "flag",
	.off = 1,
	.ref = "ada@lab1-k3v9q2m4xa-16",
	.refs = ids,
	.rule = "accept l1-l4",
	.by = "prof",
	.note = "see page 3",
	.how = "done",
};

static void
assert_same_list(const char *const *a, const char *const *b)
{
	size_t i;

	assert_int_equal(a == NULL, b == NULL);
	for (i = 0; a != NULL && (a[i] != NULL || b[i] != NULL); i++)
		assert_string_equal(a[i], b[i]);
}

/* The member of a field has the same value in both. */
static void
assert_same(const struct field *f, const struct event *a, const struct event *b)
{
	const void *x = (const char *)a + f->offset;
	const void *y = (const char *)b + f->offset;

	if (f->type == FIELD_STRING) {
		const char *s = *(const char *const *)x;
		const char *t = *(const char *const *)y;

		assert_int_equal(s == NULL, t == NULL);
		if (s != NULL)
			assert_string_equal(s, t);
	} else if (f->type == FIELD_LIST) {
		assert_same_list(*(const char *const *const *)x,
		    *(const char *const *const *)y);
	} else if (f->type == FIELD_NUMBER) {
		assert_true(*(const double *)x == *(const double *)y);
	} else if (f->type == FIELD_INT || f->type == FIELD_TIME) {
		assert_true(*(const int64_t *)x == *(const int64_t *)y);
	} else {
		assert_int_equal(*(const int *)x, *(const int *)y);
	}
}

static enum event_status
decode(struct event_decoder *d, const struct buf *b, struct event *e)
{
	size_t len = b->len;

	if (len > 0 && b->s[len - 1] == '\n')
		len--;
	return event_decode(d, b->s, len, e);
}

static void
every_kind_comes_back(void **state)
{
	struct buf line = BUF_INIT, again = BUF_INIT;
	struct event_decoder d;
	struct event in = full, out;
	const struct event none = { 0 };
	int i, no_scan, k;

	(void)state;
	event_decoder_init(&d);
	for (k = 0; k < EVENT_COUNT * 2; k++) {
		in.kind = (enum event_kind)(k / 2);
		d.no_scan = no_scan = k % 2;
		buf_reset(&line);
		assert_int_equal(event_encode(&line, &in), 0);
		assert_int_equal(decode(&d, &line, &out), EVENT_OK);
		assert_int_equal(d.scanned, !no_scan);
		assert_null(out.extra);
		for (i = 0; i < FIELD_COUNT; i++) {
			const struct field *f = &fields[i];
			int has = ((f->must | f->may) >> in.kind) & 1;

			assert_same(f, has ? &in : &none, &out);
		}
		buf_reset(&again);
		assert_int_equal(event_encode(&again, &out), 0);
		assert_string_equal(again.s, line.s);
	}
	event_decoder_release(&d);
	buf_release(&line);
	buf_release(&again);
}

/* What stands in the files of every learner must not change. */
static void
the_line_is_as_documented(void **state)
{
	static const char want[] =
	    "{\"v\":1,\"n\":17,\"id\":\"ada@lab1-k3v9q2m4xa-17\","
	    "\"ts\":\"2026-11-22T18:43:07.123Z\",\"tz\":\"-03:30\","
	    "\"day\":20779,\"who\":\"ada\",\"ev\":\"answer\","
	    "\"sess\":\"k3v9q2m4xa\",\"item\":\"ins-1\",\"rev\":2,"
	    "\"type\":\"single\",\"resp\":\"lt\","
	    "\"norm\":\"lesser trochanter\",\"match\":\"lt\",\"typo\":1,"
	    "\"frac\":0.33333333333333331,\"pts\":-2,\"max\":3,\"rating\":4,"
	    "\"conf\":3,\"hints\":1,\"try\":2,\"ms\":4210,"
	    "\"about\":[\"origin\",\"insertion\"],\"misc\":[\"insertion\"],"
	    "\"danger\":true";
	struct event e = full;
	struct buf line = BUF_INIT;
	char seal[40];

	(void)state;
	e.kind = EVENT_ANSWER;
	assert_int_equal(event_encode(&line, &e), 0);
	assert_memory_equal(line.s, want, sizeof(want) - 1);
	snprintf(seal, sizeof(seal), ",\"crc\":\"%08lx\"}\n",
	    crc32(0, (const Bytef *)want, sizeof(want) - 1));
	assert_string_equal(line.s + sizeof(want) - 1, seal);
	buf_release(&line);
}

/* An empty list is none; a seed may have all its bits. */
static void
odd_values_come_back(void **state)
{
	static const char *const none[] = { NULL };
	struct event e = full, out;
	struct event_decoder d;
	struct buf line = BUF_INIT;

	(void)state;
	event_decoder_init(&d);
	e.kind = EVENT_SESSION;
	e.seed = INT64_MAX;
	e.about = none;
	assert_int_equal(event_encode(&line, &e), 0);
	assert_null(strstr(line.s, "about"));
	assert_int_equal(decode(&d, &line, &out), EVENT_OK);
	assert_true(out.seed == INT64_MAX);
	assert_null(out.about);
	e.kind = EVENT_REGRADE;
	e.refs = none;
	buf_reset(&line);
	assert_int_equal(event_encode(&line, &e), 0);
	for (d.no_scan = 0; d.no_scan < 2; d.no_scan++) {
		assert_int_equal(decode(&d, &line, &out), EVENT_OK);
		assert_int_equal(d.scanned, !d.no_scan);
		assert_null(out.refs);
	}
	event_decoder_release(&d);
	buf_release(&line);
}

static void
any_string_comes_back_harmless(void **state)
{
	static const struct {
		const char *in, *out, *in_file;
	} cases[] = {
		{ "say \"ah\" \\ so", "say \"ah\" \\ so",
		    "say \\\"ah\\\" \\\\ so" },
		{ "a\n\t\x01z", "a\n\t\x01z", "a\\u000a\\u0009\\u0001z" },
		{ "\x7f \xc2\x9b \xe2\x80\xae", "\x7f \xc2\x9b \xe2\x80\xae",
		    "\\u007f \\u009b \\u202e" },
		{ "caf\xc3\xa9 \xe4\xb8\xad \xf0\x9f\xa6\xb4",
		    "caf\xc3\xa9 \xe4\xb8\xad \xf0\x9f\xa6\xb4",
		    "caf\xc3\xa9 \xe4\xb8\xad \xf0\x9f\xa6\xb4" },
		{ "caf\xe9", "caf\xef\xbf\xbd", "caf\xef\xbf\xbd" },
		{ "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
		    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
		{ "", "", "\"resp\":\"\"" },
		{ "x\",\"crc\":\"00000000\"}", "x\",\"crc\":\"00000000\"}",
		    "crc" },
	};
	struct buf line = BUF_INIT;
	struct event e = full, out;
	struct event_decoder d;
	size_t i;

	(void)state;
	event_decoder_init(&d);
	e.kind = EVENT_ANSWER;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		e.resp = cases[i].in;
		buf_reset(&line);
		assert_int_equal(event_encode(&line, &e), 0);
		assert_non_null(strstr(line.s, cases[i].in_file));
		assert_int_equal(decode(&d, &line, &out), EVENT_OK);
		assert_string_equal(out.resp, cases[i].out);
	}
	event_decoder_release(&d);
	buf_release(&line);
}

static void
long_text_is_cut(void **state)
{
	enum { LEN = 100000 };
	char *text = malloc(LEN + 1);
	const char *many[101] = { NULL };
	struct buf line = BUF_INIT;
	struct event e = full, out;
	struct event_decoder d;
	int i;

	(void)state;
	event_decoder_init(&d);
	memset(text, 1, LEN);
	text[LEN] = '\0';
	e.kind = EVENT_ANSWER;
	e.resp = e.norm = e.match = text;
	assert_int_equal(event_encode(&line, &e), 0);
	assert_true(line.len <= EVENT_LINE_MAX);
	assert_int_equal(decode(&d, &line, &out), EVENT_OK);
	assert_true(strlen(out.resp) == EVENT_TEXT_MAX / 6 + 3);
	assert_string_equal(out.resp + EVENT_TEXT_MAX / 6, "\xe2\x80\xa6");

	for (i = 0; i < 100; i++)
		many[i] = text;
	e.about = many;
	buf_reset(&line);
	buf_adds(&line, "kept");
	errno = 0;
	assert_int_equal(event_encode(&line, &e), -1);
	assert_int_equal(errno, EMSGSIZE);
	assert_string_equal(line.s, "kept");
	event_decoder_release(&d);
	buf_release(&line);
	free(text);
}

static uint64_t
next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

static void
numbers_are_exact(void **state)
{
	uint64_t seed = 88172645463325252U;
	struct buf line = BUF_INIT;
	struct event e = full, out;
	struct event_decoder d;
	int i;

	(void)state;
	event_decoder_init(&d);
	e.kind = EVENT_ANSWER;
	for (i = 0; i < 20000; i++) {
		uint64_t r = next_random(&seed);

		e.frac = (double)(r >> 11) / 9007199254740992.0;
		if (i % 2 == 0)
			e.frac = (double)(r % 1001) / 1000;
		e.pts = i % 3 == 0 ? e.frac * 1e-12 : (double)(r % 99) / 7;
		d.no_scan = i % 5 == 0;
		buf_reset(&line);
		assert_int_equal(event_encode(&line, &e), 0);
		assert_int_equal(decode(&d, &line, &out), EVENT_OK);
		assert_true(out.frac == e.frac);
		assert_true(out.pts == e.pts);
	}
	event_decoder_release(&d);
	buf_release(&line);
}

/* `body` from its '{' on, with the checksum that belongs to it. */
static void
seal(struct buf *line, const char *body, size_t len)
{
	buf_reset(line);
	buf_add(line, body, len);
	buf_printf(line, ",\"crc\":\"%08lx\"}",
	    crc32(0, (const Bytef *)body, (uInt)len));
}

#define COMMON                                                        \
 "{\"v\":1,\"n\":3,\"id\":\"x\",\"ts\":\"2026-11-22T03:59:00.000Z\"," \
 "\"who\":\"ada\""

static void
lines_of_others_are_read(void **state)
{
	static const char spaced[] =
	    "{ \"ev\" : \"answer\", \"v\": 1, \"who\": \"ada\", \"n\": 3,\t"
	    "\"ts\": \"2026-11-22T03:59:00Z\", \"id\": \"x\", \"item\": \"i\","
	    " \"frac\": 1, \"pts\": 2e0, \"max\": 2.0, \"about\": [],"
	    " \"zone\": {\"deep\": [1, 2]}, \"typo\": \"none\"";
	struct buf line = BUF_INIT;
	struct event_decoder d;
	struct event e;

	(void)state;
	event_decoder_init(&d);
	buf_adds(&line, spaced);
	buf_printf(&line, " , \"crc\" : \"%08lX\" }\r",
	    crc32(0, (const Bytef *)spaced, sizeof(spaced) - 1));
	/* The blank before the comma is covered as well: it is the wrong sum. */
	assert_int_equal(decode(&d, &line, &e), EVENT_DAMAGED);
	buf_reset(&line);
	buf_adds(&line, spaced);
	buf_printf(&line, ", \"crc\" : \"%08lX\" }\r",
	    crc32(0, (const Bytef *)spaced, sizeof(spaced) - 1));
	assert_int_equal(decode(&d, &line, &e), EVENT_OK);
	assert_int_equal(e.kind, EVENT_ANSWER);
	assert_string_equal(e.item, "i");
	assert_true(e.frac == 1 && e.pts == 2 && e.max == 2);
	assert_null(e.about);
	assert_int_equal(e.tz, 0);
	assert_int_equal(e.day, 20778); /* before 04:00 */
	assert_string_equal(
	    e.extra, "\"zone\":{\"deep\":[1,2]},\"typo\":\"none\"");
	event_decoder_release(&d);
	buf_release(&line);
}

/* What is worked out stands in for what was wrong, which goes. */
static void
wrong_zones_and_days_are_replaced(void **state)
{
	static const char body[] =
	    "{\"v\":1,\"n\":1,\"id\":\"x\",\"ts\":\"2026-11-22T03:59:00Z\","
	    "\"tz\":\"+00:`00\",\"day\":\"Monday\",\"who\":\"ada\","
	    "\"ev\":\"undo\",\"ref\":\"y\"";
	struct buf line = BUF_INIT, again = BUF_INIT;
	struct event_decoder d;
	struct event e, f;

	(void)state;
	event_decoder_init(&d);
	seal(&line, body, sizeof(body) - 1);
	assert_int_equal(decode(&d, &line, &e), EVENT_OK);
	assert_int_equal(e.tz, 0);
	assert_int_equal(e.day, 20778);
	assert_null(e.extra);
	assert_int_equal(event_encode(&again, &e), 0);
	assert_int_equal(decode(&d, &again, &f), EVENT_OK);
	event_decoder_release(&d);
	buf_release(&line);
	buf_release(&again);
}

static void
unknown_fields_are_kept(void **state)
{
	static const char body[] = COMMON
	    ",\"ev\":\"undo\",\"ref\":\"y\",\"frac\":0.5,\"new\":[true,null]";
	struct buf line = BUF_INIT, again = BUF_INIT;
	struct event_decoder d;
	struct event e, f;

	(void)state;
	event_decoder_init(&d);
	seal(&line, body, sizeof(body) - 1);
	assert_int_equal(decode(&d, &line, &e), EVENT_OK);
	assert_string_equal(e.extra, "\"frac\":0.5,\"new\":[true,null]");
	assert_int_equal(event_encode(&again, &e), 0);
	assert_int_equal(decode(&d, &again, &f), EVENT_OK);
	assert_string_equal(f.extra, "\"frac\":0.5,\"new\":[true,null]");
	event_decoder_release(&d);
	buf_release(&line);
	buf_release(&again);
}

static void
faulty_events_are_refused(void **state)
{
	static const struct {
		const char *body;
		enum event_status status;
		const char *lacks;
	} cases[] = {
		{ COMMON ",\"ev\":\"read\"", EVENT_OK, NULL },
		{ COMMON ",\"ev\":\"dance\",\"v2\":1", EVENT_OK, NULL },
		{ COMMON ",\"ev\":7", EVENT_LACKS, "ev" },
		{ COMMON, EVENT_LACKS, "ev" },
		{ COMMON ",\"ev\":\"undo\"", EVENT_LACKS, "ref" },
		{ COMMON ",\"ev\":\"undo\",\"ref\":1", EVENT_LACKS, "ref" },
		{ COMMON ",\"ev\":\"shown\"", EVENT_LACKS, "item" },
		{ COMMON ",\"ev\":\"grade\",\"ref\":\"y\",\"frac\":1.01",
		    EVENT_LACKS, "frac" },
		{ COMMON ",\"ev\":\"grade\",\"ref\":\"y\",\"frac\":1e999",
		    EVENT_NO_JSON, NULL },
		{ COMMON ",\"ev\":\"grade\",\"ref\":\"y\",\"frac\":1,"
			 "\"max\":-1",
		    EVENT_LACKS, "max" },
		{ COMMON ",\"ev\":\"regrade\",\"frac\":1,\"refs\":[1]",
		    EVENT_LACKS, "refs" },
		{ COMMON ",\"ev\":\"read\",\"id\":\"twice\"", EVENT_NO_JSON,
		    NULL },
		{ COMMON ",\"ev\":\"read\",", EVENT_NO_JSON, NULL },
		{ "[1", EVENT_NO_JSON, NULL },
		{ "", EVENT_NO_JSON, NULL },
		{ "{\"v\":1,\"n\":0,\"id\":\"x\",\"ts\":"
		  "\"2026-11-22T00:00:00Z\",\"who\":\"a\",\"ev\":\"read\"",
		    EVENT_LACKS, "n" },
		{ "{\"v\":1,\"n\":1,\"id\":\"x\",\"ts\":\"yesterday\","
		  "\"who\":\"a\",\"ev\":\"read\"",
		    EVENT_LACKS, "ts" },
		{ "{\"v\":1,\"n\":9007199254740993,\"id\":\"x\",\"ts\":"
		  "\"2026-11-22T00:00:00Z\",\"who\":\"a\",\"ev\":\"read\"",
		    EVENT_LACKS, "n" },
	};
	struct buf line = BUF_INIT;
	struct event_decoder d;
	struct event e;
	size_t i;

	(void)state;
	event_decoder_init(&d);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		seal(&line, cases[i].body, strlen(cases[i].body));
		assert_int_equal(decode(&d, &line, &e), cases[i].status);
		if (cases[i].lacks != NULL)
			assert_string_equal(d.lacks, cases[i].lacks);
	}
	event_decoder_release(&d);
	buf_release(&line);
}

static void
later_versions_are_read(void **state)
{
	static const char body[] =
	    "{\"v\":9,\"n\":3,\"id\":\"x\",\"ts\":\"2026-11-22T00:00:00Z\","
	    "\"who\":\"ada\",\"ev\":\"read\",\"about\":{\"id\":\"y\"}";
	static const char other[] = "{\"v\":1,\"n\":3,\"id\":\"x\",\"ts\":"
				    "\"2026-11-22T00:00:00Z\",\"who\":\"ada\","
				    "\"ev\":\"dance\",\"item\":\"y\"";
	struct buf line = BUF_INIT;
	struct event_decoder d;
	struct event e;

	(void)state;
	event_decoder_init(&d);
	seal(&line, body, sizeof(body) - 1);
	assert_int_equal(decode(&d, &line, &e), EVENT_OK);
	assert_int_equal(e.v, 9);
	assert_null(e.about);
	assert_string_equal(e.extra, "\"about\":{\"id\":\"y\"}");
	seal(&line, other, sizeof(other) - 1);
	assert_int_equal(decode(&d, &line, &e), EVENT_OK);
	assert_int_equal(e.kind, EVENT_COUNT);
	assert_int_equal(e.n, 3);
	assert_null(event_kind_name(e.kind));
	event_decoder_release(&d);
	buf_release(&line);
}

/* Any bit that flips is noticed; a torn line is never taken for a whole one. */
static void
no_damage_goes_unseen(void **state)
{
	struct buf line = BUF_INIT, again = BUF_INIT;
	struct event_decoder d;
	struct event e = full, out;
	size_t i;

	(void)state;
	event_decoder_init(&d);
	e.kind = EVENT_ANSWER;
	assert_int_equal(event_encode(&line, &e), 0);
	for (i = 0; i < line.len - 1; i++) {
		enum event_status s = event_decode(&d, line.s, i, &out);

		assert_true(s != EVENT_OK);
	}
	for (i = 0; i < (line.len - 1) * 8; i++) {
		line.s[i / 8] = (char)(line.s[i / 8] ^ (1 << i % 8));
		if (decode(&d, &line, &out) == EVENT_OK) {
			/* A digit of the checksum in the other case. */
			assert_true(i / 8 >= line.len - 11);
			buf_reset(&again);
			event_encode(&again, &out);
			line.s[i / 8] = (char)(line.s[i / 8] ^ (1 << i % 8));
			assert_string_equal(again.s, line.s);
			continue;
		}
		line.s[i / 8] = (char)(line.s[i / 8] ^ (1 << i % 8));
	}
	event_decoder_release(&d);
	buf_release(&line);
	buf_release(&again);
}

/* What the scanner takes, it takes for the same as the parser does. */
static void
the_scanner_agrees_with_the_parser(void **state)
{
	static const char bytes[] = "\"\\,:[]{}0123456789.-+eE \x80\xc3\xa9\xff"
				    "abtrufalsen\x1f\x7f";
	uint64_t seed = 2463534242U;
	struct buf body = BUF_INIT, line = BUF_INIT, a = BUF_INIT, b = BUF_INIT;
	struct event_decoder scan, parse;
	struct event e = full, x, y;
	int i, scanned = 0;

	(void)state;
	event_decoder_init(&scan);
	event_decoder_init(&parse);
	parse.no_scan = 1;
	for (i = 0; i < 12000; i++) {
		uint64_t r = next_random(&seed);
		enum event_status s, p;

		e.kind = (enum event_kind)(i % EVENT_COUNT);
		buf_reset(&body);
		buf_adds(&body, "{\"v\":1,\"n\":5");
		event_put_body(&body, &e);
		body.s[r % body.len] = bytes[(r >> 32) % (sizeof(bytes) - 1)];
		if (i % 4 == 0)
			body.s[(r >> 16) % body.len] =
			    bytes[(r >> 40) % (sizeof(bytes) - 1)];
		seal(&line, body.s, body.len);
		s = decode(&scan, &line, &x);
		p = decode(&parse, &line, &y);
		assert_int_equal(s, p);
		scanned += scan.scanned;
		if (s != EVENT_OK || x.kind == EVENT_COUNT)
			continue;
		buf_reset(&a);
		buf_reset(&b);
		event_encode(&a, &x);
		event_encode(&b, &y);
		assert_string_equal(a.s, b.s);
	}
	assert_true(scanned > 2000);
	event_decoder_release(&scan);
	event_decoder_release(&parse);
	buf_release(&body);
	buf_release(&line);
	buf_release(&a);
	buf_release(&b);
}

/* A word that the manual sets as a name. */
static int
is_named(const char *manual, const char *name)
{
	char want[40];
	const char *at;

	snprintf(want, sizeof(want), "Sy %s", name);
	for (at = strstr(manual, want); at != NULL; at = strstr(at + 1, want))
		if (strchr(" \n", at[strlen(want)]) != NULL)
			return 1;
	return 0;
}

/* The manual names every kind and field; its examples are sound. */
static void
the_manual_is_true(void **state)
{
	const char *top = getenv("top_srcdir"), *at, *end;
	struct buf manual = BUF_INIT, line = BUF_INIT;
	struct event_decoder d;
	struct event e;
	char path[500];
	int i, examples = 0;

	(void)state;
	if (top == NULL)
		skip();
	snprintf(path, sizeof(path), "%s/man/lectern-scores.5", top);
	assert_int_equal(file_read(&manual, path, 1 << 20), 0);
	for (i = 0; i < EVENT_COUNT; i++)
		assert_true(
		    is_named(manual.s, event_kind_name((enum event_kind)i)));
	for (i = 0; i < FIELD_COUNT; i++)
		assert_true(is_named(manual.s, fields[i].name));
	event_decoder_init(&d);
	for (at = strstr(manual.s, "\n{\"v\""); at != NULL;
	     at = strstr(end, "\n{\"v\"")) {
		end = strchr(at, '}') + 1;
		buf_reset(&line);
		for (at++; at < end; at++) {
			if (*at != '\n')
				buf_addc(&line, *at);
			else
				at++; /* and the blank behind it */
		}
		assert_int_equal(decode(&d, &line, &e), EVENT_OK);
		assert_true(d.scanned);
		examples++;
	}
	assert_int_equal(examples, 2);
	event_decoder_release(&d);
	buf_release(&manual);
	buf_release(&line);
}

/* By whatever way this processor takes, it is zlib's. */
static void
checksums_are_those_of_zlib(void **state)
{
	char s[600];
	size_t len, i;

	(void)state;
	for (i = 0; i < sizeof(s); i++)
		s[i] = (char)(i * i * 7 + (i >> 3));
	for (len = 0; len + 3 < sizeof(s); len++) {
		assert_int_equal(crc_of(s + len % 3, len),
		    crc32(0, (const Bytef *)s + len % 3, (uInt)len));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(checksums_are_those_of_zlib),
		cmocka_unit_test(every_kind_comes_back),
		cmocka_unit_test(the_line_is_as_documented),
		cmocka_unit_test(odd_values_come_back),
		cmocka_unit_test(any_string_comes_back_harmless),
		cmocka_unit_test(long_text_is_cut),
		cmocka_unit_test(numbers_are_exact),
		cmocka_unit_test(lines_of_others_are_read),
		cmocka_unit_test(wrong_zones_and_days_are_replaced),
		cmocka_unit_test(unknown_fields_are_kept),
		cmocka_unit_test(faulty_events_are_refused),
		cmocka_unit_test(later_versions_are_read),
		cmocka_unit_test(no_damage_goes_unseen),
		cmocka_unit_test(the_scanner_agrees_with_the_parser),
		cmocka_unit_test(the_manual_is_true),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
