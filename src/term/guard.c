/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/guard.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

#include <unistd.h>

enum { SECOND_CHANCE_S = 2 };

static const int flag_signals[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT,
	SIGTSTP };
static const int crash_signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT,
	SIGSYS, SIGQUIT, SIGXCPU };

enum {
	FLAG_SIGNALS = sizeof(flag_signals) / sizeof(*flag_signals),
	CRASH_SIGNALS = sizeof(crash_signals) / sizeof(*crash_signals),
};

/* The one global state: handlers have no argument to find anything else by. */
static struct {
	volatile sig_atomic_t flags;
	volatile sig_atomic_t armed;
	pid_t owner;
	time_t asked_at; /* when the first TERM or INT came; 0: none did */
	int fd;
	struct termios modes;
	char reset[GUARD_RESET_MAX];
	size_t reset_len;
	int started;
	int at_exit;
	struct sigaction old_flag[FLAG_SIGNALS];
	struct sigaction old_crash[CRASH_SIGNALS];
	char stack[32768]; /* for a crash by too deep a recursion */
} guard;

/*
 * Only async-signal-safe calls.  A terminal that takes no bytes (stopped, or
 * at the end of a dead line) gets none, for the write would never return.
 */
void
guard_restore(void)
{
	struct pollfd out = { .fd = guard.fd, .events = POLLOUT };
	ssize_t n;

	if (!guard.armed || guard.owner != getpid())
		return;
	guard.armed = 0;
	if (poll(&out, 1, 0) == 1 && (out.revents & POLLOUT)) {
		n = write(guard.fd, guard.reset, guard.reset_len);
		(void)n;
	}
	tcsetattr(guard.fd, TCSANOW, &guard.modes);
}

/* Lets `sig` do what it did before us, once the handler returns. */
static void
die_of(int sig, const struct sigaction *old)
{
	sigaction(sig, old, NULL);
	raise(sig);
}

static const struct sigaction *
old_action(int sig)
{
	size_t i;

	for (i = 0; i < FLAG_SIGNALS; i++) {
		if (flag_signals[i] == sig)
			return &guard.old_flag[i];
	}
	for (i = 0; i < CRASH_SIGNALS; i++) {
		if (crash_signals[i] == sig)
			return &guard.old_crash[i];
	}
	return NULL;
}

static void
on_crash(int sig, siginfo_t *info, void *context)
{
	(void)context;
	guard_restore();
	/* A fault of ours happens again on return, with its address, which
	 * the handler before may want to report; what was sent does not. */
	if (info->si_code > 0 && sig != SIGSYS && sig != SIGXCPU)
		sigaction(sig, old_action(sig), NULL);
	else
		die_of(sig, old_action(sig));
}

/* 1 if the program was asked to end before and has not heard it. */
static int
is_deaf(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (guard.asked_at == 0 || !(guard.flags & GUARD_HANGUP)) {
		guard.asked_at = now.tv_sec;
		return 0;
	}
	return now.tv_sec - guard.asked_at >= SECOND_CHANCE_S;
}

static unsigned
flag_of(int sig)
{
	switch (sig) {
	case SIGWINCH:
		return GUARD_WINCH;
	case SIGCONT:
		return GUARD_CONT;
	case SIGTSTP:
		return GUARD_STOP;
	default:
		return GUARD_HANGUP;
	}
}

static void
on_flag(int sig)
{
	int saved = errno;

	if (guard.owner != getpid()) {
		die_of(sig, old_action(sig));
	} else if ((sig == SIGTERM || sig == SIGINT) && is_deaf()) {
		guard_restore();
		die_of(sig, old_action(sig));
	}
	guard.flags |= (sig_atomic_t)flag_of(sig);
	errno = saved;
}

static void
use_own_stack(void)
{
	stack_t old,
	    own = { .ss_sp = guard.stack, .ss_size = sizeof(guard.stack) };

	if (sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE))
		sigaltstack(&own, NULL);
}

void
guard_start(void)
{
	struct sigaction act;
	size_t i;

	if (guard.started)
		return;
	guard.owner = getpid();
	guard.flags = 0;
	guard.asked_at = 0;
	guard.started = 1;
	memset(&act, 0, sizeof(act));
	sigemptyset(&act.sa_mask);
	act.sa_flags = SA_RESTART;
	act.sa_handler = on_flag;
	for (i = 0; i < FLAG_SIGNALS; i++)
		sigaction(flag_signals[i], &act, &guard.old_flag[i]);
	use_own_stack();
	act.sa_flags = SA_SIGINFO | SA_ONSTACK;
	act.sa_sigaction = on_crash;
	for (i = 0; i < CRASH_SIGNALS; i++)
		sigaction(crash_signals[i], &act, &guard.old_crash[i]);
	if (!guard.at_exit)
		guard.at_exit = atexit(guard_restore) == 0;
}

void
guard_stop(void)
{
	size_t i;

	if (!guard.started)
		return;
	guard.started = 0;
	for (i = 0; i < FLAG_SIGNALS; i++)
		sigaction(flag_signals[i], &guard.old_flag[i], NULL);
	for (i = 0; i < CRASH_SIGNALS; i++)
		sigaction(crash_signals[i], &guard.old_crash[i], NULL);
}

void
guard_arm(int fd, const struct termios *modes, const char *reset, size_t len)
{
	guard.armed = 0;
	atomic_signal_fence(memory_order_seq_cst);
	guard.fd = fd;
	guard.modes = *modes;
	guard.reset_len = len <= sizeof(guard.reset) ? len : 0;
	memcpy(guard.reset, reset, guard.reset_len);
	atomic_signal_fence(memory_order_seq_cst);
	guard.armed = 1;
}

void
guard_disarm(void)
{
	guard.armed = 0;
}

static void
block_flags(sigset_t *old)
{
	sigset_t set;
	size_t i;

	sigemptyset(&set);
	for (i = 0; i < FLAG_SIGNALS; i++)
		sigaddset(&set, flag_signals[i]);
	sigprocmask(SIG_BLOCK, &set, old);
}

unsigned
guard_take(void)
{
	sigset_t old;
	unsigned flags;

	if (guard.flags == 0)
		return 0;
	block_flags(&old);
	flags = (unsigned)guard.flags;
	guard.flags = 0;
	sigprocmask(SIG_SETMASK, &old, NULL);
	return flags;
}

int
guard_wait(struct pollfd *fds, nfds_t n, int timeout_ms)
{
	struct timespec time = { timeout_ms / 1000,
		(long)(timeout_ms % 1000) * 1000000 };
	sigset_t old;
	int result = -1, error = EINTR;

	block_flags(&old);
	if (guard.flags == 0) {
		result = ppoll(fds, n, timeout_ms < 0 ? NULL : &time, &old);
		error = errno;
	}
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = error;
	return result;
}

int
guard_suspend(void)
{
	struct sigaction act, own;
	size_t i;

	for (i = 0; i < FLAG_SIGNALS; i++) {
		if (flag_signals[i] == SIGTSTP &&
		    guard.old_flag[i].sa_handler == SIG_IGN)
			return -1;
	}
	memset(&act, 0, sizeof(act));
	sigemptyset(&act.sa_mask);
	act.sa_handler = SIG_DFL;
	sigaction(SIGTSTP, &act, &own);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &own, NULL);
	return 0;
}
