/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "base/buf.h"
#include "term/input.h"
#include "term/key.h"
#include "unit.h"

enum { DELAY = 50 };

/* All keys that are ready, as config text with blanks between. */
static void
take_keys(struct input *in, struct buf *b)
{
	char name[KEY_NAME_MAX];
	int key;

	buf_reset(b);
	while ((key = input_next(in)) >= 0) {
		if (b->len > 0)
			buf_addc(b, ' ');
		buf_adds(b, key_format(key, name));
	}
}

static void
check_keys(struct input *in, const char *want)
{
	struct buf b = BUF_INIT;

	take_keys(in, &b);
	assert_string_equal(b.s, want);
	buf_release(&b);
}

static void
feed(struct input *in, const char *s, int64_t now)
{
	input_feed(in, s, strlen(s), now);
}

struct row {
	const char *bytes;
	const char *want; /* at once, and no more after any time */
};

static const struct row sequences[] = {
	{ "jk ", "j k <Space>" },
	{ "\r\n\t\x7f\b\x0c",
	    "<Enter> <Enter> <Tab> <BackSpace> <BackSpace> "
	    "C-l" },
	{ "\x03\x13\x11\x1a", "C-c C-s C-q C-z" },
	{ "\033[A\033[B\033[C\033[D", "<Up> <Down> <Right> <Left>" },
	{ "\033OA\033OB\033OC\033OD", "<Up> <Down> <Right> <Left>" },
	{ "\033[H\033[F\033OH\033OF", "<Home> <End> <Home> <End>" },
	{ "\033[1~\033[4~\033[7~\033[8~", "<Home> <End> <Home> <End>" },
	{ "\033[2~\033[3~\033[5~\033[6~", "<Ins> <Del> <PgUp> <PgDn>" },
	{ "\033[Z\033OI\033OM", "<S-Tab> <Tab> <Enter>" },
	{ "\033OP\033OS\033[15~\033[24~", "<F1> <F4> <F5> <F12>" },
	{ "\033[[A\033[[E", "<F1> <F5>" },
	{ "\033[1;5A\033[1;2D\033[3;5~", "<Up> <Left> <Del>" },
	{ "\033Op\033Oy\033Ok\033Oj", "0 9 + *" },
	{ "\xc3\xa9\xe4\xb8\xad\xf0\x9f\x98\x80",
	    "\xc3\xa9 \xe4\xb8\xad \xf0\x9f\x98\x80" },
	/* Not UTF-8, a C1 control, a surrogate, too long: nothing. */
	{ "a\xff\xc3(\xe4\xb8q\xc2\x9b\xed\xa0\x80\xc0\x80z", "a ( q z" },
	/* Mice, focus, reports, unknown: nothing. */
	{ "\033[M !!j", "j" },
	{ "\033[<0;33;20M\033[<0;33;20mj", "j" },
	{ "\033[I\033[Oj", "j" },
	{ "\033[?1;2c\033[>41;354;0c\033[24;80Rj", "j" },
	{ "\033]11;rgb:1e1e/1e1e/1e1e\033\\j", "j" },
	{ "\033]11;rgb:1e1e/1e1e/1e1e\007j", "j" },
	{ "\033P1$r0m\033\\j\033_Gi=1;OK\033\\k", "j k" },
	{ "\033[99~\033[27;5;106~\033[1;5X\033[;;;;~j", "j" },
	/* ESC and a character at once are two keys. */
	{ "\033q", "<Esc> q" },
	{ "\033\xc3\xa9", "<Esc> \xc3\xa9" },
	{ "\033\033[A", "<Esc> <Up>" },
	{ "\033]q", "<Esc> ] q" },
	{ "\033Pq", "<Esc> P q" },
	{ "\033\r", "<Esc> <Enter>" },
	/* A sequence that breaks off gives way to what comes. */
	{ "\033[1;\033[Aj", "<Up> j" },
	{ "\033[1\rj", "<Enter> j" },
	/* Pastes that nobody asked for are no keys. */
	{ "\033[200~qqq\rX\033[201~j", "j" },
};

static void
sequences_become_keys(void **state)
{
	struct input in;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		/* In one piece, then byte by byte. */
		input_init(&in, DELAY);
		feed(&in, sequences[i].bytes, 1000);
		check_keys(&in, sequences[i].want);
		input_tick(&in, 100000);
		check_keys(&in, "");
		for (j = 0; sequences[i].bytes[j] != '\0'; j++)
			input_feed(&in, sequences[i].bytes + j, 1,
			    200000 + (int64_t)j);
		check_keys(&in, sequences[i].want);
		input_release(&in);
	}
}

static void
terminfo_comes_first(void **state)
{
	struct input in;

	(void)state;
	input_init(&in, DELAY);
	input_define(&in, "\033[M", TKEY_F1);
	input_define(&in, "\033Ot", TKEY_F5);
	input_define(&in, "\033A", TKEY_UP); /* as on a VT52 */
	input_define(&in, "\x0b", TKEY_DOWN);
	feed(&in, "\033[M\033Ot\033A\x0b", 0);
	check_keys(&in, "<F1> <F5> <Up> C-k");
	input_release(&in);
}

static void
escape_waits_for_the_rest(void **state)
{
	struct input in;

	(void)state;
	input_init(&in, DELAY);
	assert_int_equal(input_wait(&in, 0), -1);
	feed(&in, "\033", 1000);
	assert_false(input_ready(&in));
	assert_int_equal(input_wait(&in, 1000), DELAY);
	assert_int_equal(input_wait(&in, 1030), DELAY - 30);
	assert_int_equal(input_wait(&in, 9999), 0);
	input_tick(&in, 1049);
	assert_false(input_ready(&in));
	input_tick(&in, 1050);
	check_keys(&in, "<Esc>");
	assert_int_equal(input_wait(&in, 1050), -1);

	/* The program was late, not the line: the rest was there to read. */
	feed(&in, "\033", 5000);
	feed(&in, "[A", 7000);
	check_keys(&in, "<Up>");

	/* No delay at all: only what comes together belongs together. */
	in.esc_delay_ms = 0;
	feed(&in, "\033[A\033", 8000);
	input_tick(&in, 8000);
	check_keys(&in, "<Up> <Esc>");
	input_release(&in);
}

static void
late_tails_are_no_keys(void **state)
{
	struct input in;

	(void)state;
	input_init(&in, DELAY);
	feed(&in, "\033", 1000);
	input_tick(&in, 1050);
	check_keys(&in, "<Esc>");
	feed(&in, "[A", 1200);
	check_keys(&in, "");
	feed(&in, "j", 1210);
	check_keys(&in, "j");

	/* In two pieces. */
	feed(&in, "\033", 3000);
	input_tick(&in, 3050);
	feed(&in, "O", 3300);
	feed(&in, "B", 3320);
	input_tick(&in, 9000);
	check_keys(&in, "<Esc>");

	/* A key [ of its own, as nothing follows at once. */
	feed(&in, "\033", 10000);
	input_tick(&in, 10050);
	feed(&in, "[", 10400);
	assert_int_equal(input_wait(&in, 10400), DELAY);
	input_tick(&in, 10450);
	check_keys(&in, "<Esc> [");
	feed(&in, "\033", 20000);
	input_tick(&in, 20050);
	feed(&in, "[\r", 20400);
	check_keys(&in, "<Esc> [ <Enter>");

	/* Long after, brackets are brackets; and so they are after a key. */
	feed(&in, "\033", 30000);
	input_tick(&in, 30050);
	feed(&in, "[[", 31051);
	check_keys(&in, "<Esc> [ [");
	feed(&in, "\033", 40000);
	input_tick(&in, 40050);
	feed(&in, "j[A", 40100);
	check_keys(&in, "<Esc> j [ A");

	/* A beginning without an end. */
	feed(&in, "\033[1;", 50000);
	assert_int_equal(input_wait(&in, 50000), INPUT_LATE_MS);
	input_tick(&in, 50000 + INPUT_LATE_MS);
	feed(&in, "j", 60000);
	check_keys(&in, "j");
	input_release(&in);
}

static void
pastes_are_text(void **state)
{
	struct input in;

	(void)state;
	input_init(&in, DELAY);
	in.paste_wanted = 1;
	feed(&in, "a\033[200~q\r\n\t\x1b:x\x03\033[A\xc3\xa9\033[201~\r", 0);
	check_keys(&in,
	    "a paste begins q <Space> <Space> <Space> : x "
	    "\xc3\xa9 paste ends <Enter>");

	/* Without an end it ends by itself. */
	feed(&in, "\033[200~abc", 1000);
	assert_int_equal(input_wait(&in, 1000), INPUT_PASTE_MS);
	feed(&in, "d", 2000);
	input_tick(&in, 2000 + INPUT_PASTE_MS);
	feed(&in, "\r", 9000);
	check_keys(&in, "paste begins a b c d paste ends <Enter>");
	input_release(&in);
}

static void
long_sequences_are_swallowed(void **state)
{
	struct input in;
	int i;

	(void)state;
	input_init(&in, DELAY);
	feed(&in, "\033[", 0);
	for (i = 0; i < 100000; i++)
		feed(&in, "1;", 0);
	assert_in_range(in.seq.len, 2, 64);
	feed(&in, "Aj", 0);
	check_keys(&in, "j");

	/* A report that does not end does not swallow the keyboard. */
	feed(&in, "\033]1", 1000);
	for (i = 0; i < 10000; i++)
		feed(&in, "x", 1000);
	assert_true(input_ready(&in));
	input_release(&in);
}

static void
noise_is_harmless(void **state)
{
	unsigned long seed = 99;
	struct input in;
	char byte;
	int i, key;

	(void)state;
	input_init(&in, DELAY);
	for (i = 0; i < 300000; i++) {
		seed = seed * 1103515245 + 12345;
		byte = (char)(seed >> 16);
		if ((seed >> 25) % 5 == 0)
			byte = "\033[OM~;1P]"[(seed >> 16) % 9];
		in.paste_wanted = (seed >> 28) % 2 == 1;
		input_feed(&in, &byte, 1, i / 3);
		if ((seed >> 20) % 16 == 0)
			input_tick(&in, i / 3 + DELAY);
		while ((key = input_next(&in)) >= 0)
			assert_in_range(key, 1, TKEY_LIMIT);
	}
	input_release(&in);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sequences_become_keys),
		cmocka_unit_test(terminfo_comes_first),
		cmocka_unit_test(escape_waits_for_the_rest),
		cmocka_unit_test(late_tails_are_no_keys),
		cmocka_unit_test(pastes_are_text),
		cmocka_unit_test(long_sequences_are_swallowed),
		cmocka_unit_test(noise_is_harmless),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
