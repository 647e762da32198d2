/* SPDX-License-Identifier: ISC */
/*
 * test_terminals.c - the whole program in every kind of terminal
 *
 * Runs $LECTERN in pseudo-terminals and looks at the bytes that it sends and at
 * the modes that it leaves behind.  What a screen then looks like is for the
 * journeys beside this file, which have a terminal to show it.
 */
#include "config.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <unistd.h>

#include "pty_session.h"
#include "unit.h"

enum { QUIET_MS = 400, KEYS = 8, PAGES = 4 };

/* Bytes sent, as targets of the design: screens of 80x24, xterm-256color. */
enum { LINE_BYTES = 100, PAGE_BYTES = 1500, SCREEN_BYTES = 2000 };

static char kites[4096];
static char home[] = "/tmp/lectern-test.XXXXXX";

/* Nothing is remembered from one session to the next. */
static void
forget(void)
{
	static int number;
	char state[64], kept[96];

	snprintf(state, sizeof(state), "%s/%d", home, number++);
	setenv("XDG_STATE_HOME", state, 1);
	/* But lectern was here before, and offers no tour. */
	snprintf(kept, sizeof(kept), "%s/lectern", state);
	assert_int_equal(mkdir(state, 0700), 0);
	assert_int_equal(mkdir(kept, 0700), 0);
}

/* `lectern ARGS...` on the course of the tests, its path in place of "@". */
static void
start(struct session *s, const char *const *args,
    const struct session_start *with)
{
	const char *argv[10] = { getenv("LECTERN") };
	struct session_start how = *with;
	size_t i;

	for (i = 0; args[i] != NULL; i++)
		argv[i + 1] = strcmp(args[i], "@") == 0 ? kites : args[i];
	how.argv = argv;
	forget();
	session_start(s, &how);
}

static const char *const usual[] = { NULL };
static const char *const reader[] = { "@", NULL };

static void
read_in(struct session *s, const char *const *env)
{
	start(s, reader,
	    &(struct session_start){ .rows = 24, .cols = 80, .env = env });
}

static void
check_ascii(const struct session *s)
{
	size_t i;

	for (i = 0; i < s->out.len; i++)
		assert_true((unsigned char)s->out.s[i] < 0x80);
}

/* ---- every terminal, size and locale ---- */

struct kind {
	const char *term;
	int lines;        /* a terminal without a screen */
	const char *says; /* or NULL */
};

static const struct size {
	int cols, rows;
	const char *shows, *prints;
} sizes[] = {
	{ 80, 24, "Kites: a course to try things on",
	    "in a frame of its own." },
	{ 40, 12, "Kites: a course to try things on",
	    "in a frame of its own." },
	{ 20, 5, "Kites: a course", "in a frame" },
	{ 10, 3, "Kites", "Kites" },
	{ 1, 1, "", "K" },
	{ 500, 200, "in a frame of its own.", "in a frame of its own." },
};
enum { SIZES = sizeof(sizes) / sizeof(*sizes) };

/* The program has printed the course and ended. */
static void
check_lines(struct session *s, const struct size *size)
{
	assert_int_equal(session_wait(s), 0);
	session_check_modes(s);
	session_expect(s, size->prints);
	assert_null(strchr(s->out.s, '\033'));
	session_release(s);
}

static void
check_screen(
    struct session *s, const struct kind *kind, const struct size *size)
{
	if (kind->says != NULL) {
		session_expect(s, kind->says);
		s->seen = 0;
	}
	session_expect(s, "\033[");
	session_expect(s, size->shows);
	session_type(s, "j kG\x0cg]\tq");
	session_finish(s, 0);
}

/* All sizes at once: most of their time they wait. */
static void
check_kind(const struct kind *kind, const char *locale)
{
	const char *const env[] = { kind->term, locale, NULL };
	struct session s[SIZES];
	size_t i;

	for (i = 0; i < SIZES; i++)
		start(&s[i], reader,
		    &(struct session_start){ .rows = sizes[i].rows,
			.cols = sizes[i].cols,
			.env = env });
	for (i = 0; i < SIZES; i++) {
		print_message("%s %s %dx%d\n", kind->term, locale,
		    sizes[i].cols, sizes[i].rows);
		if (kind->lines)
			check_lines(&s[i], &sizes[i]);
		else
			check_screen(&s[i], kind, &sizes[i]);
	}
}

static void
every_terminal(void **state)
{
	static const struct kind kinds[] = {
		{ "TERM=xterm-256color", 0, NULL },
		{ "TERM=xterm", 0, NULL },
		{ "TERM=screen", 0, NULL },
		{ "TERM=tmux-256color", 0, NULL },
		{ "TERM=linux", 0, NULL },
		{ "TERM=vt100", 0, NULL },
		{ "TERM=xterm-ghostty", 0, NULL },
		{ "TERM=dumb", 1, NULL },
		{ "TERM", 1, NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		check_kind(&kinds[i], "LC_ALL=C");
		check_kind(&kinds[i], "LC_ALL=C.UTF-8");
	}
}

/* ---- what is chosen, and said ---- */

static void
an_unknown_terminal_is_named(void **state)
{
	static const char *const env[] = { "TERM=xterm-ghostty", NULL };
	struct session s;

	(void)state;
	read_in(&s, env);
	session_expect(&s, "TERM=xterm-ghostty is unknown here");
	session_expect(&s, "xterm-256color");
	session_type(&s, "q");
	assert_int_equal(session_wait(&s), 0);
	session_check_modes(&s);
	session_release(&s);
}

/* Line by line: a question in a terminal that cannot move its cursor. */
static void
dumb_terminals_ask_in_lines(void **state)
{
	static const char *const terms[] = { "TERM=dumb", "TERM", "TERM=" };
	static const char *const quiz[] = { "quiz", "@", "--section", "spars",
		NULL };
	const char *env[2] = { NULL, NULL };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		env[0] = terms[i];
		start(&s, quiz,
		    &(struct session_start){
			.rows = 24, .cols = 80, .env = env });
		session_expect(&s, "Choose one, a to c");
		session_type(&s, "a\n");
		session_expect(&s, "RIGHT.");
		session_expect(&s, "Score: 1 of 1");
		assert_int_equal(session_wait(&s), 0);
		assert_null(strchr(s.out.s, '\033'));
		session_release(&s);
	}
	start(&s, reader,
	    &(struct session_start){ .rows = 24,
		.cols = 80,
		.env = usual,
		.how = SESSION_NO_INPUT });
	check_lines(&s, &sizes[0]);
}

/* Is there an SGR sequence that sets a colour? */
static int
has_color(const char *s)
{
	long code;
	char *end;

	while ((s = strstr(s, "\033[")) != NULL) {
		s += 2;
		if (s[strspn(s, "0123456789;")] != 'm')
			continue;
		for (;; s = end + 1) {
			code = strtol(s, &end, 10);
			if ((code >= 30 && code <= 49) || code >= 90)
				return 1;
			if (*end != ';')
				break;
		}
	}
	return 0;
}

/* Through all that has colours elsewhere. */
static void
look_around(struct session *s)
{
	session_expect(s, "Kites");
	session_type(s, "]\t");
	session_expect(s, "footnote");
	session_type(s, "\007/kite");
	session_expect(s, "in all");
	session_type(s, "\rnt");
	session_expect(s, "Contents");
	session_type(s, "tx");
	session_expect(s, "question 1 of");
	session_type(s, "\007");
	session_expect(s, "Kites");
	session_type(s, "Q");
	session_finish(s, 0);
}

static void
no_color_is_honoured(void **state)
{
	static const char *const no[] = { "NO_COLOR=1", NULL };
	static const char *const vt100[] = { "TERM=vt100", NULL };
	const char *const *plain[] = { no, vt100 };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(plain) / sizeof(*plain); i++) {
		read_in(&s, plain[i]);
		session_expect(&s, "Kites");
		session_type(&s, "]\t\007/kite\rntt");
		session_type(&s, "]q");
		assert_int_equal(session_wait(&s), 0);
		assert_false(has_color(s.out.s));
		session_release(&s);
	}
	read_in(&s, usual);
	session_expect(&s, "Kites");
	session_type(&s, "]\t\007/kite\rntt");
	session_type(&s, "]q");
	assert_int_equal(session_wait(&s), 0);
	assert_true(has_color(s.out.s));
	session_release(&s);
}

static void
locale_c_is_ascii(void **state)
{
	static const char *const env[] = { "LC_ALL=C", NULL };
	static const char *const psoas[] = { "psoas", NULL };
	struct session s;

	(void)state;
	read_in(&s, env);
	look_around(&s);
	start(&s, psoas,
	    &(struct session_start){ .rows = 24, .cols = 80, .env = env });
	session_expect(&s, "Manual");
	session_type(&s, "                              q");
	assert_int_equal(session_wait(&s), 0);
	check_ascii(&s);
	session_release(&s);
}

/* ---- coming and going ---- */

static void
suspends_and_comes_back(void **state)
{
	static const char *const views[][2] = { { "", "" }, { "t", "Contents" },
		{ "x", "question 1 of" } };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(views) / sizeof(*views); i++) {
		start(&s, reader,
		    &(struct session_start){ .rows = 24,
			.cols = 80,
			.env = usual,
			.how = SESSION_SHELL });
		session_expect(&s, "Kites");
		session_type(&s, "]");
		session_expect(&s, "1/5");
		session_type(&s, views[i][0]);
		session_expect(&s, views[i][1]);
		session_type(&s, "\x1a");
		session_expect(&s, RMCUP);
		session_expect(&s, "STOPPED cooked");
		session_resize(&s, 20, 70);
		session_type(&s, "fg\n");
		session_expect(&s, SMCUP);
		session_expect(&s, views[i][1]);
		session_type(&s, "\007Q");
		session_finish(&s, 0);
	}
}

/* Wherever it is, TERM, HUP and INT end it, and the terminal is as before. */
static void
signals_end_it_anywhere(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT };
	static const char *const views[][2] = { { "", "" }, { "t", "Contents" },
		{ "t/sig", "Titles with" }, { "/kite", "in all" }, { ":", ":" },
		{ "?", "Moving" }, { "x", "question 1 of" },
		{ "X", "Practise" } };
	struct session s;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(views) / sizeof(*views); i++) {
		for (j = 0; j < sizeof(signals) / sizeof(*signals); j++) {
			read_in(&s, usual);
			session_expect(&s, "Kites");
			session_type(&s, views[i][0]);
			session_expect(&s, views[i][1]);
			kill(s.pid, signals[j]);
			session_finish(&s, 0);
		}
	}
}

/* A size a step, and a key between: nothing is left behind. */
static void
windows_of_any_size(void **state)
{
	static const char keys[] = "j t\007x\007?q/a\007\tG g]X\007:\007";
	struct session s;
	size_t i;

	(void)state;
	read_in(&s, usual);
	session_expect(&s, "Kites");
	for (i = 0; i < sizeof(keys) - 1; i++) {
		const char key[] = { keys[i], '\0' };

		session_resize(
		    &s, 1 + (int)(i * 7 % 13), 1 + (int)(i * i * 11 % 97));
		session_type(&s, key);
		while (session_take(&s, 5))
			;
	}
	session_resize(&s, 24, 80);
	session_type(&s, "\007Q");
	session_finish(&s, 0);
}

/* What is pasted is text where text is typed, and nothing elsewhere, even if it
 * comes with the key that begins or ends the prompt. */
static void
pastes_are_no_commands(void **state)
{
	struct session s;

	(void)state;
	read_in(&s, usual);
	session_expect(&s, "\033[?2004h");
	session_expect(&s, "questions");
	session_type(&s, "\033[200~QQq\r\033[201~/\033[200~kit\033[201~");
	session_expect(&s, "/kit");
	session_expect(&s, "in all");
	session_type(&s, "\r\033[200~QqQ\r\033[201~");
	session_expect(&s, "next");
	session_type(&s, "\007:quit\033[200~\r\033[201~");
	session_expect(&s, "leave the program");
	session_type(&s, "\007Q");
	session_expect(&s, "\033[?2004l");
	session_finish(&s, 0);
}

/* ---- how much is sent ---- */

static size_t
bytes_per_key(struct session *s, const char *key, int n)
{
	size_t sum = 0;
	int i;

	for (i = 0; i < n; i++) {
		session_type(s, key);
		sum += session_settle(s);
	}
	sum /= (size_t)n;
	print_message("%zu bytes a key, typing \"%s\"\n", sum, key);
	return sum;
}

static void
little_is_sent(void **state)
{
	static const char *const psoas[] = { "psoas", NULL };
	struct session s;
	size_t ahead, whole;

	(void)state;
	start(&s, psoas,
	    &(struct session_start){ .rows = 24, .cols = 80, .env = usual });
	session_expect(&s, "Manual");
	session_settle(&s);
	assert_in_range(bytes_per_key(&s, "j", KEYS), 10, LINE_BYTES);
	assert_in_range(bytes_per_key(&s, "k", KEYS), 10, LINE_BYTES);
	assert_in_range(bytes_per_key(&s, " ", PAGES), 100, PAGE_BYTES);
	assert_in_range(bytes_per_key(&s, "b", PAGES), 100, PAGE_BYTES);
	assert_in_range(bytes_per_key(&s, "]", PAGES), 100, SCREEN_BYTES);
	session_type(&s, "g");
	session_settle(&s);
	/* Thirty pages typed ahead are one screen: little more than it takes to
	 * draw that from nothing, and less than with another. */
	ahead = bytes_per_key(&s, "                              ", 1);
	whole = bytes_per_key(&s, "\f", 1);
	assert_in_range(ahead, 100, whole + whole / 4);
	session_type(&s, "q");
	session_finish(&s, 0);
}

/* How often the process went to wait. */
static long
waits_of(pid_t pid)
{
	static const char field[] = "\nvoluntary_ctxt_switches:";
	char path[64], text[8192] = "";
	const char *at;
	FILE *in;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)pid);
	in = fopen(path, "r");
	assert_non_null(in);
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	at = strstr(text, field);
	assert_non_null(at);
	return strtol(at + strlen(field), NULL, 10);
}

static void
idle_is_idle(void **state)
{
	static const char *const views[] = { "", "t", "x" };
	struct session s;
	size_t i, sent;
	long waits;

	(void)state;
	for (i = 0; i < sizeof(views) / sizeof(*views); i++) {
		read_in(&s, usual);
		session_expect(&s, "questions");
		session_type(&s, views[i]);
		session_settle(&s);
		waits = waits_of(s.pid);
		sent = s.out.len;
		session_take(&s, QUIET_MS);
		assert_int_equal(waits_of(s.pid), waits);
		assert_int_equal(s.out.len, sent);
		session_type(&s, "\007Q");
		session_finish(&s, 0);
	}
}

/* ---- a home of its own ---- */

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

static int
make_home(void **state)
{
	static const char *const names[] = { "HOME", "XDG_DATA_HOME",
		"XDG_CONFIG_HOME" };
	size_t i;

	(void)state;
	if (mkdtemp(home) == NULL)
		return -1;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		setenv(names[i], home, 1);
	return 0;
}

static int
remove_home(void **state)
{
	(void)state;
	return nftw(home, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_terminal),
		cmocka_unit_test(an_unknown_terminal_is_named),
		cmocka_unit_test(dumb_terminals_ask_in_lines),
		cmocka_unit_test(no_color_is_honoured),
		cmocka_unit_test(locale_c_is_ascii),
		cmocka_unit_test(suspends_and_comes_back),
		cmocka_unit_test(signals_end_it_anywhere),
		cmocka_unit_test(windows_of_any_size),
		cmocka_unit_test(pastes_are_no_commands),
		cmocka_unit_test(little_is_sent),
		cmocka_unit_test(idle_is_idle),
	};
	const char *top = getenv("top_srcdir");

	if (top == NULL || getenv("LECTERN") == NULL) {
		fprintf(stderr, "test_terminals: run it by \"make check\"\n");
		return 1;
	}
	snprintf(kites, sizeof(kites), "%s/tests/cli/kites", top);
	return cmocka_run_group_tests_name(
	    "terminals", tests, make_home, remove_home);
}
