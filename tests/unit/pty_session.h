/* SPDX-License-Identifier: ISC */
/*
 * pty_session.h - a program in a pseudo-terminal, for tests
 *
 * A session runs a program and keeps all that it sends.  Functions fail the
 * test that calls them; they wait long for what must come and not at all when
 * it is there.
 */
#ifndef LECTERN_TESTS_PTY_SESSION_H
#define LECTERN_TESTS_PTY_SESSION_H

#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "base/buf.h"

#define SMCUP "\033[?1049h"
#define RMCUP "\033[?1049l"

enum session_how {
	SESSION_PLAIN,
	SESSION_NO_INPUT, /* standard input is /dev/null */
	SESSION_SHELL,    /* below a small shell with job control: of a job
			   * that stops it writes "STOPPED cooked" (or raw)
			   * and continues it when a line is typed */
};

struct session {
	int fd; /* of the other side; -1: closed */
	pid_t pid;
	struct termios modes; /* before */
	struct buf out;       /* all that was sent, NUL as '0' */
	size_t seen;          /* how much of it was looked at */
};

/*
 * Starts argv[0] on rows x cols (0 x 0: size unknown) in an environment with
 * TERM=xterm-256color and LC_ALL=C.UTF-8, without what would steer a terminal
 * program; `env` sets ("NAME=VALUE") and unsets ("NAME") more of it.
 */
struct session_start {
	const char *const *argv;
	const char *const *env;
	int rows, cols;
	enum session_how how;
};
void session_start(struct session *s, const struct session_start *how);

/* Closes the terminal, which the program may have survived, and frees. */
void session_release(struct session *s);

/* Types; the bytes are those of a keyboard. */
void session_type(struct session *s, const char *keys);

void session_resize(struct session *s, int rows, int cols);

/* Reads what comes within `ms`; 0 at the end or if nothing came. */
int session_take(struct session *s, int ms);

/* Waits until `text` was sent, behind what was waited for before. */
void session_expect(struct session *s, const char *text);

/* Waits for something to be sent and then for a silence; how many bytes. */
size_t session_settle(struct session *s);

/* Waits for the end of the program; its wait status. */
int session_wait(struct session *s);

/* The modes of the terminal are as they were at the start. */
void session_check_modes(struct session *s);

/*
 * Waits for the end and checks: exit status `status`, modes as before, and that
 * the screen was given back (of terminals that have another, by RMCUP).  Then
 * releases the session.
 */
void session_finish(struct session *s, int status);

#endif
