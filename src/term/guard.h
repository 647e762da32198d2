/* SPDX-License-Identifier: ISC */
/*
 * guard.h - signals, and the terminal as it was before
 *
 * Layer term: may include base and text.  Holds the one piece of global state
 * of the program: what a signal handler must be able to reach.
 *
 * WINCH, TERM, HUP, INT, CONT and TSTP only set flags, which guard_wait()
 * waits for together with file descriptors and without a race.  A crash (SEGV,
 * BUS, FPE, ILL, ABRT, SYS, QUIT, XCPU) and exit(3) first put the terminal back
 * by a tcsetattr() and a write() of bytes prepared before; both are safe in a
 * signal handler, which endwin() of curses is not.  Then the signal takes the
 * course it had before.  A second TERM or INT that finds the first one still
 * unread after two seconds ends the program in the same way: the loop hangs.
 *
 * All of this is for the process that started it.  A child made by fork() that
 * gets such a signal dies of it as if nothing had been set up.
 */
#ifndef LECTERN_TERM_GUARD_H
#define LECTERN_TERM_GUARD_H

#include <poll.h>
#include <stddef.h>
#include <termios.h>

enum guard_flag {
	GUARD_WINCH = 1 << 0,  /* the size may have changed */
	GUARD_HANGUP = 1 << 1, /* HUP, TERM or INT: finish */
	GUARD_CONT = 1 << 2,   /* continued after a stop */
	GUARD_STOP = 1 << 3,   /* somebody asks to stop: TSTP */
};

/* Installs the handlers. */
void guard_start(void);

/* Puts the handlers back as they were before guard_start(). */
void guard_stop(void);

/*
 * From now on a crash or exit gives the terminal at `fd` the modes `modes` and
 * the `len` bytes at `reset` (at most GUARD_RESET_MAX, else none).  Both are
 * copied.
 */
enum { GUARD_RESET_MAX = 512 };
void guard_arm(
    int fd, const struct termios *modes, const char *reset, size_t len);

/*
 * Puts the terminal back now, as at a crash, and disarms.  Unlike curses it
 * does not wait for a line that takes no more bytes.
 */
void guard_restore(void);

/* The terminal is as it should be: nothing to put back. */
void guard_disarm(void);

/* The flags set since the last call, which clears them. */
unsigned guard_take(void);

/*
 * poll(2) that also ends, with -1 and EINTR, as soon as a flag is set or if one
 * was before.
 */
int guard_wait(struct pollfd *fds, nfds_t n, int timeout_ms);

/*
 * Stops the process group as ^Z does in a shell, returns when continued.
 * Returns 0, or -1 at once when the shell cannot continue it (TSTP ignored).
 */
int guard_suspend(void);

#endif
