/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "unit.h"
#include "xml/wire.h"

/* A document as a writer would send it. */
static void
write_sample(struct buf *w)
{
	const struct wire_attr attrs[] = { { 1, "value", 5 }, { 1, "", 0 },
		{ 2, "control \x1b[m", 11 } };
	const char *const args[] = { "what", "why", NULL, NULL };

	wire_put(w, WIRE_FILE, 0, "a.xml", 5);
	wire_put(w, WIRE_AT, 0, "", 0);
	wire_put(w, WIRE_NAME, XML_NS_DOCBOOK, "para", 4);
	wire_put(w, WIRE_NAME, XML_NS_NONE, "id", 2);
	wire_put(w, WIRE_NAME, XML_NS_XML, "lang", 4);
	wire_progress(w, 10, 100);
	wire_start(w, (struct wire_place){ 1, 2 }, 0, attrs, 3);
	wire_text(w, (struct wire_place){ 1, 9 }, "text\xc2\x9b", 6);
	wire_pi(w, (struct wire_place){ 2, 1 }, 1, "rest", 4);
	wire_start(w, (struct wire_place){ 2, 9 }, 0, NULL, 0);
	wire_diag(w, (struct wire_place){ 3, 3 }, DIAG_FILE_OPEN, args);
	wire_start(w, (struct wire_place){ 4, 1 }, 0, NULL, 0);
	wire_put(w, WIRE_UNWIND, 1, "", 0);
	wire_end(w, (struct wire_place){ 5, 6 }, 0);
	wire_put(w, WIRE_DONE, 0, "", 0);
}

static void
what_is_written_is_read(void **state)
{
	static const enum xml_kind kinds[] = { XML_START, XML_TEXT, XML_PI,
		XML_START, XML_START, XML_END, XML_END, XML_END, XML_DONE,
		XML_DONE };
	struct buf w = BUF_INIT;
	struct wire_reader r;
	struct xml_event ev;
	struct diags d;
	size_t i;

	(void)state;
	diags_init(&d);
	wire_reader_init(&r, &d);
	write_sample(&w);
	wire_give(&r, w.s, w.len);
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		assert_int_equal(wire_next(&r, &ev), 1);
		assert_int_equal(ev.kind, kinds[i]);
		if (i == 0) {
			assert_int_equal(ev.n_attr, 3);
			assert_string_equal(ev.attr[0].value, "value");
			assert_string_equal(ev.attr[1].value, "");
			assert_string_equal(
			    ev.attr[2].value, "control \xef\xbf\xbd[m");
			assert_int_equal(ev.attr[2].len, 13);
			assert_int_equal(ev.line, 1);
			assert_int_equal(ev.col, 2);
		}
		if (i == 1) {
			assert_int_equal(ev.len, 7);
			assert_memory_equal(ev.text, "text\xef\xbf\xbd", 7);
		}
		if (i == 2)
			assert_string_equal(ev.text, "rest");
	}
	assert_int_equal(r.broken, 0);
	assert_int_equal(r.done, 10);
	assert_int_equal(d.all.n, 1);
	assert_int_equal(d.all.v[0].line, 3);
	assert_string_equal(d.all.v[0].file, "a.xml");
	assert_string_equal(d.all.v[0].text, "cannot open what: why");
	buf_release(&w);
	wire_reader_release(&r);
	diags_release(&d);
}

/*
 * Reads what may be damaged.  Whatever it is, names and attributes exist,
 * elements nest, text is clean and the end comes.
 */
static int
read_damaged(const struct buf *w, size_t len)
{
	struct wire_reader r;
	struct xml_event ev;
	struct diags d;
	size_t open = 0, i, n = 0;
	int broken;

	diags_init(&d);
	wire_reader_init(&r, &d);
	wire_give(&r, w->s, len);
	do {
		if (!wire_next(&r, &ev)) {
			wire_cut(&r);
			assert_int_equal(wire_next(&r, &ev), 1);
		}
		assert_true(++n < 1000);
		if (ev.kind == XML_START || ev.kind == XML_END)
			assert_true(ev.name < r.names.n);
		open += ev.kind == XML_START;
		if (ev.kind == XML_END)
			assert_true(open-- > 0);
		for (i = 0; i < ev.n_attr; i++) {
			assert_true(ev.attr[i].name < r.names.n);
			assert_int_equal(
			    ev.attr[i].value[ev.attr[i].len], '\0');
			assert_null(strchr(ev.attr[i].value, '\x1b'));
		}
		for (i = 0; i < ev.len; i++)
			assert_true((unsigned char)ev.text[i] >= 0x20 ||
			    strchr("\t\n", ev.text[i]) != NULL);
	} while (ev.kind != XML_DONE);
	assert_int_equal(open, 0);
	broken = r.broken;
	wire_reader_release(&r);
	diags_release(&d);
	return broken;
}

static void
damage_is_survived(void **state)
{
	static const unsigned char values[] = { 0, 1, 2, 3, 4, 8, 11, 12, 0x1b,
		0x7f, 0x80, 0xff };
	struct buf w = BUF_INIT;
	size_t i, j;
	int broken = 0;

	(void)state;
	write_sample(&w);
	assert_int_equal(read_damaged(&w, w.len), 0);
	for (i = 0; i < w.len; i++) {
		char was = w.s[i];

		assert_int_equal(read_damaged(&w, i), 1);
		for (j = 0; j < sizeof(values); j++) {
			w.s[i] = (char)values[j];
			broken += read_damaged(&w, w.len);
		}
		w.s[i] = was;
	}
	assert_true(broken > 1000);
	buf_release(&w);
}

/* Several bytes at once, and records out of their order. */
static void
noise_is_survived(void **state)
{
	struct buf w = BUF_INIT;
	unsigned seed = 7;
	int i, j;

	(void)state;
	for (i = 0; i < 20000; i++) {
		buf_reset(&w);
		write_sample(&w);
		for (j = 0; j < 1 + i % 8; j++) {
			seed = seed * 1103515245 + 12345;
			w.s[(seed >> 8) % w.len] = (char)(seed >> 24 & 15);
		}
		read_damaged(&w, w.len);
	}
	buf_release(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(damage_is_survived),
		cmocka_unit_test(noise_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
