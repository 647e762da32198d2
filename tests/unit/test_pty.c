/* SPDX-License-Identifier: ISC */
/*
 * test_pty.c - the terminal backend in a pseudo-terminal
 *
 * Runs term_demo, which stands beside this program, and looks at the bytes that
 * it sends and at the modes that it leaves behind.
 */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <unistd.h>

#include "pty_session.h"
#include "unit.h"

enum { DEMO_HANGUP = 3, DEMO_LINE_MODE = 4 };

static char demo_path[4096];

static const char *const full[] = { "DEMO_FULL=1", NULL };
static const char *const usual[] = { NULL };

static void
start_with(struct session *s, const struct session_start *with)
{
	const char *const argv[] = { demo_path, NULL };
	struct session_start how = *with;

	how.argv = argv;
	session_start(s, &how);
}

static void
start(struct session *s, int rows, int cols, const char *const *env)
{
	start_with(s,
	    &(struct session_start){ .rows = rows, .cols = cols, .env = env });
}

static void
start_how(struct session *s, const char *const *env, enum session_how how)
{
	start_with(s,
	    &(struct session_start){
		.rows = 24, .cols = 80, .env = env, .how = how });
}

static void
starts_and_quits(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, SMCUP);
	session_expect(&s, "SIZE 80x24");
	session_expect(&s,
	    "line 0 of the text that the demo has, "
	    "\xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x94\x80 caf\xc3\xa9");
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
resizes(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_resize(&s, 12, 40);
	session_expect(&s, "SIZE 40x12");
	session_resize(&s, 1, 1);
	session_type(&s, "jjkk ");
	session_settle(&s);
	session_resize(&s, 200, 500);
	session_expect(&s, "SIZE 500x200");
	session_resize(&s, 24, 80);
	session_expect(&s, "SIZE 80x24");
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
tiny_and_unknown_sizes(void **state)
{
	static const int sizes[][2] = { { 1, 1 }, { 1, 80 }, { 24, 1 },
		{ 2, 3 }, { 3, 10 }, { 0, 0 }, { 1100, 1100 } };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		start(&s, sizes[i][0], sizes[i][1], usual);
		session_expect(&s, SMCUP);
		session_type(&s, "jkp\033[200~x\033[201~\r bq");
		session_finish(&s, 0);
	}
}

static void
signals_end_it(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(signals) / sizeof(*signals); i++) {
		start(&s, 24, 80, usual);
		session_expect(&s, "SIZE 80x24");
		session_settle(&s);
		kill(s.pid, signals[i]);
		session_finish(&s, DEMO_HANGUP);
	}
}

static void
a_dead_line_ends_it(void **state)
{
	struct session s;
	int status;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	close(s.fd);
	s.fd = -1;
	status = session_wait(&s);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), DEMO_HANGUP);
	session_release(&s);
}

/* C: a fault sent by raise(), A: abort(), D: a real one, without stack. */
static void
crashes_restore(void **state)
{
	static const char *const keys[] = { "C", "A", "D" };
	struct session s;
	size_t i;
	int status;

	(void)state;
	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		start(&s, 24, 80, usual);
		session_expect(&s, "SIZE 80x24");
		session_settle(&s);
		session_type(&s, keys[i]);
		status = session_wait(&s);
		/* Sanitizers exit instead of dying of the signal. */
		assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
		session_check_modes(&s);
		assert_non_null(strstr(s.out.s + s.seen, RMCUP));
		session_release(&s);
	}
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_type(&s, "X");
	session_finish(&s, 7);
}

static void
children_leave_the_terminal_alone(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, full);
	session_expect(&s, "SIZE 80x24");
	session_type(&s, "F");
	session_expect(&s, "KEY F");
	assert_null(strstr(s.out.s, RMCUP));
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
a_deaf_program_can_be_ended(void **state)
{
	struct session s;
	int status;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_type(&s, "S");
	session_settle(&s);
	kill(s.pid, SIGTERM);
	usleep(300000);
	kill(s.pid, SIGTERM); /* too soon: it may be saving */
	usleep(200000);
	assert_int_equal(waitpid(s.pid, &status, WNOHANG), 0);
	usleep(2700000);
	kill(s.pid, SIGTERM);
	status = session_wait(&s);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
	session_check_modes(&s);
	assert_non_null(strstr(s.out.s, RMCUP));
	session_release(&s);
}

static void
unknown_terminals_are_stood_in_for(void **state)
{
	static const char *const cases[][3] = {
		{ "TERM=xterm-ghostty", "xterm-256color", SMCUP },
		{ "TERM=xterm-nobody-has", "xterm-256color", SMCUP },
		{ "TERM=foot-nobody-has", "xterm-256color", SMCUP },
		{ "TERM=tmux-nobody-has", "screen-256color", SMCUP },
		{ "TERM=frob\033]nicate", "vt100", "\033[?1h" },
	};
	const char *env[2] = { NULL, NULL };
	struct session s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		env[0] = cases[i][0];
		start(&s, 24, 80, env);
		session_expect(&s, cases[i][2]);
		session_expect(&s, "is unknown here; using ");
		session_expect(&s, cases[i][1]);
		assert_null(strstr(s.out.s, "\033]"));
		session_type(&s, "q");
		assert_int_equal(session_wait(&s), 0);
		session_check_modes(&s);
		session_release(&s);
	}
}

static void
check_line_mode(const char *const *env, enum session_how how, const char *why)
{
	struct session s;
	int status;

	start_how(&s, env, how);
	status = session_wait(&s);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), DEMO_LINE_MODE);
	session_expect(&s, why);
	assert_null(strchr(s.out.s, '\033'));
	session_release(&s);
}

static void
line_mode_is_advised(void **state)
{
	static const char *const dumb[] = { "TERM=dumb", NULL };
	static const char *const unset[] = { "TERM", NULL };
	static const char *const empty[] = { "TERM=", NULL };

	(void)state;
	check_line_mode(dumb, SESSION_PLAIN, "without a screen");
	check_line_mode(unset, SESSION_PLAIN, "TERM is not set");
	check_line_mode(empty, SESSION_PLAIN, "TERM is not set");
	check_line_mode(usual, SESSION_NO_INPUT, "standard input");
}

static void
check_ascii(const struct session *s)
{
	size_t i;

	for (i = 0; i < s->out.len; i++)
		assert_true((unsigned char)s->out.s[i] < 0x80);
}

/* Without UTF-8 all is ASCII, and lines are drawn by the terminal. */
static void
locale_c_is_ascii(void **state)
{
	static const char *const xterm[] = { "LC_ALL=C", NULL };
	static const char *const ansi[] = { "LC_ALL=C", "TERM=ansi", NULL };
	static const char *const vt100[] = { "LC_ALL=C", "TERM=vt100", NULL };
	struct session s;

	(void)state;
	start(&s, 24, 80, xterm);
	session_expect(&s, "\"quoted\" \033(0");
	session_expect(&s, "q\033(B cafe 0");
	session_type(&s, "jj q");
	session_finish(&s, 0);

	start(&s, 24, 80, vt100);
	session_expect(&s, "\"quoted\" \033[0m\016q\017 cafe 0");
	session_type(&s, "jj ");
	session_settle(&s);
	check_ascii(&s);
	assert_null(strstr(s.out.s, "\033[39")); /* no colours */
	assert_null(strstr(s.out.s, "2004"));
	session_type(&s, "q");
	assert_int_equal(session_wait(&s), 0);
	session_check_modes(&s);
	session_release(&s);

	/* It has lines, but of a set that is not ASCII. */
	start(&s, 24, 80, ansi);
	session_expect(&s, "\"quoted\" - cafe 0");
	session_type(&s, "q");
	assert_int_equal(session_wait(&s), 0);
	check_ascii(&s);
	session_release(&s);
}

static void
no_color_is_honoured(void **state)
{
	static const char *const no[] = { "NO_COLOR=1", NULL };
	struct session s;

	(void)state;
	start(&s, 24, 80, no);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	assert_null(strstr(s.out.s, "\033[39;49m"));
	session_type(&s, "q");
	session_finish(&s, 0);
	start(&s, 24, 80, usual);
	session_expect(&s, "\033[39;49m");
	session_type(&s, "q");
	session_finish(&s, 0);
}

/* In each theme of each depth: the word in the colour of a heading. */
static void
themes_and_depths(void **state)
{
	static const struct {
		const char *term, *color[4], *info;
	} cases[] = {
		{ "TERM=xterm-256color",
		    { "[38;5;31m", "[38;5;117m", "[38;5;25m", "[0;1m" },
		    "xterm-256 311" },
		{ "TERM=xterm", { "[36m", "[36m", "[34m", "[0;1m" },
		    "xterm 111" },
		{ "TERM=vt100", { "[0;1m", "[0;1m", "[0;1m", "[0;1m" },
		    "vt100 011" },
	};
	const char *env[] = { NULL, "DEMO_FULL=1", "DEMO_STYLES=1", NULL };
	struct session s;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		env[0] = cases[i].term;
		start(&s, 24, 80, env);
		for (j = 0; j < 4; j++) {
			session_expect(&s, cases[i].color[j]);
			session_expect(&s, "style");
			session_expect(&s, "AT 0%");
			session_type(&s, "c");
		}
		session_type(&s, "gi");
		session_expect(&s, "\a");
		/* What is not two columns wide for curses has a stand-in. */
		session_expect(&s,
		    "<\xe4\xb8\xad|e\xcc\x81|\xef\xbf\xbd|\xf0\x9f\x98\x80>");
		session_expect(&s, cases[i].info);
		session_type(&s, "q");
		session_finish(&s, 0);
	}
	start(&s, 24, 80,
	    (const char *const[]){ "LC_ALL=C", "DEMO_STYLES=1", NULL });
	session_expect(&s, "<_ |e|_|_ >");
	session_type(&s, "q");
	session_finish(&s, 0);
}

/* Signals that arrive before the first has been heard of are no harm. */
static void
many_signals_at_once(void **state)
{
	struct session s;
	int i;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	for (i = 0; i < 50; i++) {
		session_resize(&s, 24 + i % 3, 80);
		kill(s.pid, SIGWINCH);
		kill(s.pid, SIGCONT);
	}
	session_resize(&s, 20, 70);
	session_expect(&s, "SIZE 70x20");
	kill(s.pid, SIGHUP);
	kill(s.pid, SIGTERM);
	kill(s.pid, SIGHUP);
	session_finish(&s, DEMO_HANGUP);
}

/* The promises of the targets table on bytes: a line, a page, a burst. */
static void
little_is_sent(void **state)
{
	struct session s;
	size_t sum = 0;
	int i;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	for (i = 0; i < 20; i++) {
		session_type(&s, "j");
		sum += session_settle(&s);
	}
	assert_in_range(sum / 20, 20, 100);
	for (sum = 0, i = 0; i < 20; i++) {
		session_type(&s, "k");
		sum += session_settle(&s);
	}
	assert_in_range(sum / 20, 20, 100);
	session_type(&s, " ");
	assert_in_range(session_settle(&s), 500, 1500);
	session_type(&s, "                              ");
	assert_in_range(session_settle(&s), 100, 1500);
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
typed_ahead_paints_once(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, full);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	session_type(&s, "                              P");
	session_expect(&s, "KEY 1 AT ");
	session_type(&s, "q");
	session_finish(&s, 0);
}

/* Voluntary context switches of the process: how often it went to wait. */
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
	struct session s;
	size_t sent;
	long waits;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	waits = waits_of(s.pid);
	sent = s.out.len;
	session_take(&s, 700);
	assert_int_equal(waits_of(s.pid), waits);
	assert_int_equal(s.out.len, sent);
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
keys_arrive(void **state)
{
	static const char *const cases[][2] = { { "\033[B", "KEY <Down> " },
		{ "\033OA", "KEY <Up> " }, { "\033", "KEY <Esc> " },
		{ "\x13", "KEY C-s " }, { "\x11", "KEY C-q " },
		{ "\x03", "KEY C-c " }, { "\x1c", "KEY C-\\ " },
		{ "\r", "KEY <Enter> " }, { "\xc3\xa9", "KEY \xc3\xa9 " },
		{ "\033[15~", "KEY <F5> " }, { "\x7f", "KEY <BackSpace> " },
		{ "T", "KEY timeout " }, { "W", "KEY watch " } };
	struct session s;
	size_t i;

	(void)state;
	start(&s, 24, 80, full);
	session_expect(&s, "SIZE 80x24");
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		session_type(&s, cases[i][0]);
		session_expect(&s, cases[i][1]);
	}
	/* A tail after the Esc has been taken for a key is no key. */
	session_type(&s, "\033");
	session_expect(&s, "KEY <Esc> ");
	session_type(&s, "[B");
	session_settle(&s);
	session_type(&s, "x");
	session_expect(&s, "KEY x ");
	assert_null(strstr(s.out.s, "KEY [ "));
	assert_null(strstr(s.out.s, "KEY B "));
	session_type(&s, "q");
	session_finish(&s, 0);
}

static void
pastes_only_in_prompts(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, full);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	assert_non_null(strstr(s.out.s, "\033[?2004h"));
	session_type(&s, "\033[200~qX\r\033[201~x");
	session_expect(&s, "KEY x ");
	session_type(&s, "p");
	session_expect(&s, "TEXT []");
	session_type(&s, "\033[200~a\rq\033[201~!");
	session_expect(&s, "TEXT [|a q|!]");
	session_type(&s, "\r");
	session_type(&s, "\033[200~qX\r\033[201~y");
	session_expect(&s, "KEY y ");
	kill(s.pid, SIGTERM);
	session_expect(&s, "\033[?2004l");
	session_finish(&s, DEMO_HANGUP);
}

static void
suspends_and_comes_back(void **state)
{
	static const char *const keys[] = { "\x1a", "s", "z" };
	struct session s;
	size_t i;

	(void)state;
	start_how(&s, full, SESSION_SHELL);
	session_expect(&s, "SIZE 80x24");
	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		session_type(&s, keys[i]);
		session_expect(&s, RMCUP);
		session_expect(&s, "STOPPED cooked");
		session_resize(&s, 10, 60);
		session_type(&s, "go on\n");
		session_expect(&s, SMCUP);
		session_expect(&s, "SIZE 60x10");
		session_resize(&s, 24, 80);
		session_expect(&s, "SIZE 80x24");
	}
	/* In a prompt; the shell has pastes of its own. */
	session_type(&s, "p");
	session_expect(&s, "TEXT []");
	session_type(&s, "\x1a");
	session_expect(&s, "\033[?2004l");
	session_expect(&s, "STOPPED cooked");
	session_type(&s, "go on\n");
	session_expect(&s, "\033[?2004h");
	session_expect(&s, "TEXT []");
	session_type(&s, "\r");
	session_type(&s, "j");
	session_expect(&s, "KEY j ");
	session_type(&s, "q");
	session_finish(&s, 0);
}

/* STOP cannot be caught; afterwards the screen is made anew. */
static void
survives_a_stop_by_force(void **state)
{
	struct session s;

	(void)state;
	start(&s, 24, 80, usual);
	session_expect(&s, "SIZE 80x24");
	session_settle(&s);
	kill(s.pid, SIGSTOP);
	tcsetattr(s.fd, TCSANOW, &s.modes);
	kill(s.pid, SIGCONT);
	session_expect(&s, SMCUP);
	session_expect(&s, "SIZE 80x24");
	session_type(&s, "q");
	session_finish(&s, 0);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts_and_quits),
		cmocka_unit_test(resizes),
		cmocka_unit_test(tiny_and_unknown_sizes),
		cmocka_unit_test(signals_end_it),
		cmocka_unit_test(a_dead_line_ends_it),
		cmocka_unit_test(crashes_restore),
		cmocka_unit_test(children_leave_the_terminal_alone),
		cmocka_unit_test(a_deaf_program_can_be_ended),
		cmocka_unit_test(unknown_terminals_are_stood_in_for),
		cmocka_unit_test(line_mode_is_advised),
		cmocka_unit_test(locale_c_is_ascii),
		cmocka_unit_test(no_color_is_honoured),
		cmocka_unit_test(themes_and_depths),
		cmocka_unit_test(many_signals_at_once),
		cmocka_unit_test(little_is_sent),
		cmocka_unit_test(typed_ahead_paints_once),
		cmocka_unit_test(idle_is_idle),
		cmocka_unit_test(keys_arrive),
		cmocka_unit_test(pastes_only_in_prompts),
		cmocka_unit_test(suspends_and_comes_back),
		cmocka_unit_test(survives_a_stop_by_force),
	};
	const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
	int len = slash == NULL ? 0 : (int)(slash - argv[0]);

	snprintf(demo_path, sizeof(demo_path), "%.*s/term_demo",
	    slash == NULL ? 1 : len, slash == NULL ? "." : argv[0]);
	if (access(demo_path, X_OK) != 0) {
		fprintf(stderr, "test_pty: no %s\n", demo_path);
		return 1;
	}
	return cmocka_run_group_tests_name("pty", tests, NULL, NULL);
}
