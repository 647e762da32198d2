/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "pty_session.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>

#include <unistd.h>

#include "unit.h"

enum { WAIT_MS = 20000, FIRST_MS = 300, QUIET_MS = 50 };

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Usual modes of a terminal, whatever the tests run in. */
static void
usual_modes(struct termios *modes)
{
	int fd, other;

	assert_int_equal(openpty(&fd, &other, NULL, NULL, NULL), 0);
	assert_int_equal(tcgetattr(fd, modes), 0);
	close(other);
	close(fd);
}

/* `env`: "NAME=VALUE" to set, "NAME" to unset. */
static void
set_environment(const char *const *env)
{
	static const char *const gone[] = { "LINES", "COLUMNS", "NO_COLOR",
		"SSH_CONNECTION", "SSH_TTY", "ESCDELAY", "COLORFGBG",
		"DEMO_FULL" };
	size_t i;

	for (i = 0; i < sizeof(gone) / sizeof(*gone); i++)
		unsetenv(gone[i]);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	for (; *env != NULL; env++) {
		if (strchr(*env, '=') == NULL)
			unsetenv(*env);
		else
			putenv(strdup(*env));
	}
}

static void
run(const char *const *argv)
{
	union {
		const char *const *in;
		char *const *out;
	} args = { argv };

	execv(argv[0], args.out);
	_exit(126);
}

/* What a shell does with a job that is stopped: says so on the terminal, and
 * continues it when somebody types a line. */
static void
tiny_shell(const char *const *argv)
{
	char line[80];
	struct termios modes;
	pid_t job;
	int status;

	signal(SIGTTOU, SIG_IGN);
	tcgetattr(0, &modes);
	job = fork();
	if (job == 0) {
		setpgid(0, 0);
		tcsetpgrp(0, getpid());
		signal(SIGTTOU, SIG_DFL);
		run(argv);
	}
	setpgid(job, job);
	while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
		tcsetpgrp(0, getpgrp());
		tcgetattr(0, &modes);
		printf(
		    "STOPPED %s\n", modes.c_lflag & ICANON ? "cooked" : "raw");
		fflush(stdout);
		if (read(0, line, sizeof(line)) <= 0)
			_exit(125);
		tcsetpgrp(0, job);
		kill(-job, SIGCONT);
	}
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 124);
}

void
session_start(struct session *s, const struct session_start *how)
{
	struct winsize size = { .ws_row = (unsigned short)how->rows,
		.ws_col = (unsigned short)how->cols };

	memset(s, 0, sizeof(*s));
	buf_init(&s->out);
	usual_modes(&s->modes);
	s->pid = forkpty(&s->fd, NULL, &s->modes, &size);
	assert_true(s->pid >= 0);
	if (s->pid != 0)
		return;
	set_environment(how->env);
	if (how->how == SESSION_SHELL)
		tiny_shell(how->argv);
	if (how->how == SESSION_NO_INPUT)
		dup2(open("/dev/null", O_RDONLY), 0);
	run(how->argv);
}

int
session_take(struct session *s, int ms)
{
	struct pollfd fd = { .fd = s->fd, .events = POLLIN };
	char bytes[65536];
	ssize_t n, i;

	if (s->fd < 0 || poll(&fd, 1, ms) != 1)
		return 0;
	n = read(s->fd, bytes, sizeof(bytes));
	for (i = 0; i < n; i++) {
		if (bytes[i] == '\0')
			bytes[i] = '0';
	}
	if (n > 0)
		buf_add(&s->out, bytes, (size_t)n);
	return n > 0;
}

void
session_expect(struct session *s, const char *text)
{
	long end = now_ms() + WAIT_MS;
	const char *at;

	while ((at = strstr(s->out.s + s->seen, text)) == NULL) {
		if (!session_take(s, 50) && now_ms() > end)
			fail_msg("\"%s\" did not come, but: %s", text,
			    s->out.s + s->seen);
	}
	s->seen = (size_t)(at - s->out.s) + strlen(text);
}

void
session_type(struct session *s, const char *keys)
{
	assert_int_equal(write(s->fd, keys, strlen(keys)), strlen(keys));
}

size_t
session_settle(struct session *s)
{
	size_t before = s->out.len;

	session_take(s, FIRST_MS);
	while (session_take(s, QUIET_MS))
		;
	s->seen = s->out.len;
	return s->out.len - before;
}

void
session_resize(struct session *s, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols };

	assert_int_equal(ioctl(s->fd, TIOCSWINSZ, &size), 0);
}

/* Gives up on a program that goes on for too long. */
static void
check_time(const struct session *s, long end)
{
	if (now_ms() <= end)
		return;
	kill(s->pid, SIGKILL);
	fail_msg("it does not end");
}

int
session_wait(struct session *s)
{
	long end = now_ms() + WAIT_MS;
	int status;

	while (waitpid(s->pid, &status, WNOHANG) != s->pid) {
		if (!session_take(s, 10))
			usleep(1000);
		check_time(s, end);
	}
	while (session_take(s, 50))
		;
	return status;
}

void
session_check_modes(struct session *s)
{
	struct termios now;

	assert_int_equal(tcgetattr(s->fd, &now), 0);
	assert_int_equal(now.c_iflag, s->modes.c_iflag);
	assert_int_equal(now.c_oflag, s->modes.c_oflag);
	assert_int_equal(now.c_cflag, s->modes.c_cflag);
	assert_int_equal(now.c_lflag, s->modes.c_lflag);
}

void
session_release(struct session *s)
{
	if (s->fd >= 0)
		close(s->fd);
	buf_release(&s->out);
}

void
session_finish(struct session *s, int status)
{
	int got = session_wait(s);

	assert_true(WIFEXITED(got));
	assert_int_equal(WEXITSTATUS(got), status);
	session_check_modes(s);
	if (strstr(s->out.s, SMCUP) != NULL)
		assert_non_null(strstr(s->out.s + s->seen, RMCUP));
	session_release(s);
}
