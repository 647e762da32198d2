/* SPDX-License-Identifier: ISC */
/*
 * slowline.c - a slow line between a terminal and a program, for tests
 *
 *	slowline BAUD COUNT COMMAND [ARG...]
 *
 * Runs the command in a pseudo-terminal of its own that is said to have that
 * speed, and lets through what it sends at BAUD / 10 bytes a second; what is
 * typed goes at once.  Whenever the line falls silent, the file COUNT gets the
 * number of bytes so far.  Exits as the command does.
 */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>

#include <unistd.h>

enum { TICK_MS = 20, SILENT_TICKS = 10 };

static volatile sig_atomic_t resized;

struct line {
	int fd;      /* of the program's terminal, our side */
	size_t tick; /* [byte] let through in one tick */
	long bytes;  /* so far */
	int silent;  /* ticks without a byte */
	const char *count;
};

static void
on_resize(int signal)
{
	(void)signal;
	resized = 1;
}

static void
pass_size(int fd)
{
	struct winsize size;

	resized = 0;
	if (ioctl(0, TIOCGWINSZ, &size) == 0)
		ioctl(fd, TIOCSWINSZ, &size);
}

static int
pass_bytes(int from, int to, size_t max)
{
	char bytes[4096];
	ssize_t n =
	    read(from, bytes, max < sizeof(bytes) ? max : sizeof(bytes));
	ssize_t done = 0, more;

	if (n < 0 && errno == EINTR)
		return 0;
	while (done < n) {
		more = write(to, bytes + done, (size_t)(n - done));
		if (more < 0)
			return -1;
		done += more;
	}
	return n <= 0 ? -1 : (int)n;
}

static void
write_count(const struct line *l)
{
	FILE *out = fopen(l->count, "w");

	if (out == NULL)
		return;
	fprintf(out, "%ld\n", l->bytes);
	fclose(out);
}

/* What came of the program within a tick; -1 at its end. */
static int
relay(struct line *l)
{
	struct pollfd fd = { .fd = l->fd, .events = POLLIN };
	int n;

	if (poll(&fd, 1, 0) != 1) {
		if (++l->silent == SILENT_TICKS)
			write_count(l);
		return 0;
	}
	n = pass_bytes(l->fd, 1, l->tick);
	l->bytes += n;
	l->silent = 0;
	return n;
}

static void
run_line(struct line *l)
{
	struct pollfd in = { .fd = 0, .events = POLLIN };

	do {
		if (resized)
			pass_size(l->fd);
		if (poll(&in, 1, 0) == 1 && pass_bytes(0, l->fd, 4096) < 0)
			return;
		usleep(TICK_MS * 1000);
	} while (relay(l) >= 0);
}

static void
start(char **argv, const struct termios *modes, speed_t speed, int *fd)
{
	struct termios own = *modes;
	struct winsize size;

	cfsetspeed(&own, speed);
	ioctl(0, TIOCGWINSZ, &size);
	switch (forkpty(fd, NULL, &own, &size)) {
	case -1:
		perror("slowline");
		exit(1);
	case 0:
		execvp(argv[0], argv);
		_exit(127);
	default:
		break;
	}
}

int
main(int argc, char **argv)
{
	struct line l = { 0 };
	struct termios modes, raw;
	struct sigaction act = { .sa_handler = on_resize };
	int status = 0;
	long baud = argc > 3 ? strtol(argv[1], NULL, 10) : 0;

	if (baud <= 0 || tcgetattr(0, &modes) < 0) {
		fprintf(stderr, "usage: slowline BAUD COUNT COMMAND...\n");
		return 2;
	}
	l.count = argv[2];
	l.tick = (size_t)(baud / 10 * TICK_MS / 1000);
	start(argv + 3, &modes, baud == 9600 ? B9600 : B38400, &l.fd);
	sigaction(SIGWINCH, &act, NULL);
	raw = modes;
	cfmakeraw(&raw);
	tcsetattr(0, TCSANOW, &raw);
	run_line(&l);
	close(l.fd);
	tcsetattr(0, TCSADRAIN, &modes);
	if (wait(&status) < 0)
		return 1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
