/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "term/key.h"
#include "term/keyboard.h"
#include "term/terminfo.h"
#include "term/tty.h"
#include "unit.h"

enum { DELAY = 50 };

/* All keys that are ready, as config text with blanks between. */
static void
take_keys(struct keyboard *k, struct buf *b)
{
	char name[KEY_NAME_MAX];
	int key;

	buf_reset(b);
	while ((key = keyboard_next(k)) >= 0) {
		if (b->len > 0)
			buf_addc(b, ' ');
		buf_adds(b, key_format(key, name));
	}
}

static void
check_keys(struct keyboard *k, const char *want)
{
	struct buf b = BUF_INIT;

	take_keys(k, &b);
	assert_string_equal(b.s, want);
	buf_release(&b);
}

static void
feed(struct keyboard *k, const char *s, int64_t now)
{
	keyboard_feed(k, s, strlen(s), now);
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
	{ "\033[200~qqq\rX\033[201~j",
	    "paste begins q q q <Space> X paste ends j" },
};

static void
sequences_become_keys(void **state)
{
	struct keyboard k;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		/* In one piece, then byte by byte. */
		keyboard_init(&k, DELAY);
		feed(&k, sequences[i].bytes, 1000);
		check_keys(&k, sequences[i].want);
		keyboard_tick(&k, 100000);
		check_keys(&k, "");
		for (j = 0; sequences[i].bytes[j] != '\0'; j++)
			keyboard_feed(
			    &k, sequences[i].bytes + j, 1, 200000 + (int64_t)j);
		check_keys(&k, sequences[i].want);
		keyboard_release(&k);
	}
}

static void
terminfo_comes_first(void **state)
{
	struct keyboard k;

	(void)state;
	keyboard_init(&k, DELAY);
	keyboard_define(&k, "\033[M", TKEY_F1);
	keyboard_define(&k, "\033Ot", TKEY_F5);
	keyboard_define(&k, "\033A", TKEY_UP); /* as on a VT52 */
	keyboard_define(&k, "\x0b", TKEY_DOWN);
	feed(&k, "\033[M\033Ot\033A\x0b", 0);
	check_keys(&k, "<F1> <F5> <Up> C-k");
	keyboard_release(&k);
}

/* A terminal that knows three keys, and one more that is not asked for. */
static const char *
find_string(const char *name)
{
	static const char *const strings[][2] = { { "kcuu1", "\033x" },
		{ "kcbt", "\033[9z" }, { "kf12", "\033OP" },
		{ "kf13", "\033OQ" } };
	size_t i;

	for (i = 0; i < sizeof(strings) / sizeof(*strings); i++) {
		if (strcmp(strings[i][0], name) == 0)
			return strings[i][1];
	}
	return NULL;
}

static void
keys_are_taken_from_terminfo(void **state)
{
	struct keyboard k;

	(void)state;
	keyboard_init(&k, DELAY);
	terminfo_keys(&k, find_string);
	feed(&k, "\033x\033[9z\033OP\033OQ", 0);
	check_keys(&k, "<Up> <S-Tab> <F12> <F2>");
	keyboard_release(&k);
}

static void
strings_of_terminfo(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	terminfo_add(&b, NULL);
	assert_int_equal(b.len, 0);
	terminfo_add(&b, "\033[m$<2>\017$<10/>$5$<3");
	assert_string_equal(b.s, "\033[m\017$5$<3");
	buf_release(&b);
	assert_int_equal(terminfo_draws("l+qqx\xb3", 'q'), 1);
	assert_int_equal(terminfo_draws("l+qqx\xb3", 'x'), 0);
	assert_int_equal(terminfo_draws("l+qqx\xb3", '+'), 0);
	assert_int_equal(terminfo_draws("l", 'l'), 0);
	assert_int_equal(terminfo_draws(NULL, 'q'), 0);
}

static void
escape_waits_for_the_rest(void **state)
{
	struct keyboard k;

	(void)state;
	keyboard_init(&k, DELAY);
	assert_int_equal(keyboard_wait(&k, 0), -1);
	feed(&k, "\033", 1000);
	assert_false(keyboard_ready(&k));
	assert_int_equal(keyboard_wait(&k, 1000), DELAY);
	assert_int_equal(keyboard_wait(&k, 1030), DELAY - 30);
	assert_int_equal(keyboard_wait(&k, 9999), 0);
	keyboard_tick(&k, 1049);
	assert_false(keyboard_ready(&k));
	keyboard_tick(&k, 1050);
	check_keys(&k, "<Esc>");
	assert_int_equal(keyboard_wait(&k, 1050), -1);

	/* The program was late, not the line: the rest was there to read. */
	feed(&k, "\033", 5000);
	feed(&k, "[A", 7000);
	check_keys(&k, "<Up>");

	/* No delay at all: only what comes together belongs together. */
	k.esc_delay_ms = 0;
	feed(&k, "\033[A\033", 8000);
	keyboard_tick(&k, 8000);
	check_keys(&k, "<Up> <Esc>");
	keyboard_release(&k);
}

static void
late_tails_are_no_keys(void **state)
{
	struct keyboard k;

	(void)state;
	keyboard_init(&k, DELAY);
	feed(&k, "\033", 1000);
	keyboard_tick(&k, 1050);
	check_keys(&k, "<Esc>");
	feed(&k, "[A", 1200);
	check_keys(&k, "");
	feed(&k, "j", 1210);
	check_keys(&k, "j");

	/* In two pieces. */
	feed(&k, "\033", 3000);
	keyboard_tick(&k, 3050);
	feed(&k, "O", 3300);
	feed(&k, "B", 3320);
	keyboard_tick(&k, 9000);
	check_keys(&k, "<Esc>");

	/* A key [ of its own, as nothing follows at once. */
	feed(&k, "\033", 10000);
	keyboard_tick(&k, 10050);
	feed(&k, "[", 10400);
	assert_int_equal(keyboard_wait(&k, 10400), DELAY);
	keyboard_tick(&k, 10450);
	check_keys(&k, "<Esc> [");
	feed(&k, "\033", 20000);
	keyboard_tick(&k, 20050);
	feed(&k, "[\r", 20400);
	check_keys(&k, "<Esc> [ <Enter>");

	/* Long after, brackets are brackets; and so they are after a key. */
	feed(&k, "\033", 30000);
	keyboard_tick(&k, 30050);
	feed(&k, "[[", 31051);
	check_keys(&k, "<Esc> [ [");
	feed(&k, "\033", 40000);
	keyboard_tick(&k, 40050);
	feed(&k, "j[A", 40100);
	check_keys(&k, "<Esc> j [ A");

	/* A beginning without an end. */
	feed(&k, "\033[1;", 50000);
	assert_int_equal(keyboard_wait(&k, 50000), KEYBOARD_LATE_MS);
	keyboard_tick(&k, 50000 + KEYBOARD_LATE_MS);
	feed(&k, "j", 60000);
	check_keys(&k, "j");
	keyboard_release(&k);
}

static void
pastes_are_text(void **state)
{
	struct keyboard k;

	(void)state;
	keyboard_init(&k, DELAY);
	feed(&k, "a\033[200~q\r\n\t\x1b:x\x03\033[A\xc3\xa9\033[201~\r", 0);
	check_keys(&k,
	    "a paste begins q <Space> <Space> <Space> : x "
	    "\xc3\xa9 paste ends <Enter>");

	/* Without an end it ends by itself. */
	feed(&k, "\033[200~abc", 1000);
	assert_int_equal(keyboard_wait(&k, 1000), KEYBOARD_PASTE_MS);
	feed(&k, "d", 2000);
	keyboard_tick(&k, 2000 + KEYBOARD_PASTE_MS);
	feed(&k, "\r", 9000);
	check_keys(&k, "paste begins a b c d paste ends <Enter>");
	keyboard_release(&k);
}

static void
long_sequences_are_swallowed(void **state)
{
	struct keyboard k;
	int i;

	(void)state;
	keyboard_init(&k, DELAY);
	feed(&k, "\033[", 0);
	for (i = 0; i < 100000; i++)
		feed(&k, "1;", 0);
	assert_in_range(k.seq.len, 2, 64);
	feed(&k, "Aj", 0);
	check_keys(&k, "j");

	/* A report that does not end does not swallow the keyboard. */
	feed(&k, "\033]1", 1000);
	for (i = 0; i < 10000; i++)
		feed(&k, "x", 1000);
	assert_true(keyboard_ready(&k));
	keyboard_release(&k);
}

/* Only the wheel and the first button going down, and only where wanted. */
static void
mice_are_keys_where_wanted(void **state)
{
	static const struct {
		const char *bytes;
		int key;
	} t[] = {
		{ "\033[<64;10;10M", TKEY_WHEEL_UP },
		{ "\033[<65;1;1M", TKEY_WHEEL_DOWN },
		{ "\033[<0;1;1M", 1 << 24 },
		{ "\033[<0;80;24M", 1 << 24 | 23 << 12 | 79 },
		{ "\033[<0;80;24m", -1 },
		{ "\033[<2;80;24M", -1 },
		{ "\033[<16;80;24M", -1 },
		{ "\033[<32;80;24M", -1 },
		{ "\033[<0;0;24M", -1 },
		{ "\033[<0;80M", -1 },
		{ "\033[<0;80;24;7M", -1 },
		{ "\033[<0;99999999999999999999;24M", -1 },
		{ "\033[<M", -1 },
		{ "\033[<;;M", -1 },
		{ "\033[M !!", -1 },
	};
	struct keyboard k;
	size_t i;
	int wanted;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		for (wanted = 0; wanted <= 1; wanted++) {
			keyboard_init(&k, 50);
			k.mouse_wanted = wanted;
			feed(&k, t[i].bytes, 1000);
			feed(&k, "j", 1001);
			if (wanted && t[i].key >= 0)
				assert_int_equal(keyboard_next(&k), t[i].key);
			assert_int_equal(keyboard_next(&k), 'j');
			assert_int_equal(keyboard_next(&k), -1);
			keyboard_release(&k);
		}
	}
	assert_int_equal(key_click_row(key_click(23, 79)), 23);
	assert_int_equal(key_click_col(key_click(23, 79)), 79);
	assert_false(key_is_click(TKEY_LIMIT));
	assert_true(key_is_click(key_click(-5, 70000)));
	assert_int_equal(key_click_col(key_click(-5, 70000)), CLICK_MAX);
}

static void
noise_is_harmless(void **state)
{
	unsigned long seed = 99;
	struct keyboard k;
	char byte;
	int i, key;

	(void)state;
	keyboard_init(&k, DELAY);
	for (i = 0; i < 300000; i++) {
		seed = seed * 1103515245 + 12345;
		byte = (char)(seed >> 16);
		if ((seed >> 25) % 5 == 0)
			byte = "\033[OM~;1P]"[(seed >> 16) % 9];
		keyboard_feed(&k, &byte, 1, i / 3);
		if ((seed >> 20) % 16 == 0)
			keyboard_tick(&k, i / 3 + DELAY);
		while ((key = keyboard_next(&k)) >= 0)
			assert_in_range(key, 1, TKEY_LIMIT);
	}
	keyboard_release(&k);
}

/* How long Esc waits, by what the environment says. */
static void
delays(void **state)
{
	static const struct {
		const char *escdelay, *ssh;
		int wanted, delay;
	} cases[] = { { NULL, NULL, -1, 50 }, { NULL, "1.2.3.4", -1, 200 },
		{ "25", "1.2.3.4", -1, 25 }, { "0", NULL, -1, 0 },
		{ "999999999999999999999", NULL, -1, KEYBOARD_LATE_MS },
		{ "", NULL, -1, 50 }, { "-5", NULL, -1, 50 },
		{ "5x", "1.2.3.4", -1, 200 }, { "25", NULL, 300, 300 } };
	size_t i;

	(void)state;
	unsetenv("SSH_TTY");
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		unsetenv("ESCDELAY");
		unsetenv("SSH_CONNECTION");
		if (cases[i].escdelay != NULL)
			setenv("ESCDELAY", cases[i].escdelay, 1);
		if (cases[i].ssh != NULL)
			setenv("SSH_CONNECTION", cases[i].ssh, 1);
		assert_int_equal(
		    tty_esc_delay(cases[i].wanted), cases[i].delay);
	}
	setenv("SSH_TTY", "/dev/pts/1", 1);
	unsetenv("ESCDELAY");
	unsetenv("SSH_CONNECTION");
	assert_int_equal(tty_esc_delay(-1), 200);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sequences_become_keys),
		cmocka_unit_test(terminfo_comes_first),
		cmocka_unit_test(keys_are_taken_from_terminfo),
		cmocka_unit_test(strings_of_terminfo),
		cmocka_unit_test(escape_waits_for_the_rest),
		cmocka_unit_test(late_tails_are_no_keys),
		cmocka_unit_test(pastes_are_text),
		cmocka_unit_test(long_sequences_are_swallowed),
		cmocka_unit_test(mice_are_keys_where_wanted),
		cmocka_unit_test(noise_is_harmless),
		cmocka_unit_test(delays),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("keyboard", tests, NULL, NULL);
}
