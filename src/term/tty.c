/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/tty.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>

#include <unistd.h>

#include "term/guard.h"
#include "term/key.h"

enum { READ_SIZE = 4096, ESC_MS = 50, ESC_SSH_MS = 200 };

void
tty_init(struct tty *t, int fd, int esc_delay_ms)
{
	memset(t, 0, sizeof(*t));
	t->fd = fd;
	t->watch_fd = -1;
	keyboard_init(&t->keyboard, esc_delay_ms);
}

void
tty_release(struct tty *t)
{
	keyboard_release(&t->keyboard);
}

int64_t
tty_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Reads what is there; an end or an error of the device is a hang-up. */
static void
read_keys(struct tty *t)
{
	char bytes[READ_SIZE];
	ssize_t n = read(t->fd, bytes, sizeof(bytes));

	if (n > 0)
		keyboard_feed(&t->keyboard, bytes, (size_t)n, tty_now());
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		t->hung_up = 1;
}

/* The sooner of two waits in ms, of which -1 is for ever. */
static int
sooner(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* Waits once, for at most `wait` ms; 1 if the watched descriptor has
 * something, -1 if a signal or a hang-up ended it. */
static int
wait_once(struct tty *t, int wait)
{
	struct pollfd fds[2] = { { .fd = t->fd, .events = POLLIN },
		{ .fd = t->watch_fd, .events = POLLIN } };

	if (guard_wait(fds, t->watch_fd < 0 ? 1 : 2, wait) < 0) {
		t->hung_up |= errno != EINTR;
		return -1;
	}
	if (fds[0].revents != 0)
		read_keys(t);
	else
		keyboard_tick(&t->keyboard, tty_now());
	return t->hung_up ? -1 : fds[1].revents != 0;
}

int
tty_event(struct tty *t, int64_t end)
{
	int64_t now;
	int key, left, watched;

	for (;;) {
		key = keyboard_next(&t->keyboard);
		if (key >= 0 || t->hung_up)
			return key;
		now = tty_now();
		left = end < 0 ? -1 : end <= now ? 0 : (int)(end - now);
		watched = wait_once(
		    t, sooner(keyboard_wait(&t->keyboard, now), left));
		if (watched < 0)
			return -1;
		if (keyboard_ready(&t->keyboard))
			continue;
		if (watched)
			return TKEY_WATCH;
		if (end >= 0 && tty_now() >= end)
			return TKEY_TIMEOUT;
	}
}

int
tty_ready(struct tty *t)
{
	struct pollfd fd = { .fd = t->fd, .events = POLLIN };

	if (!t->hung_up && !keyboard_ready(&t->keyboard) &&
	    poll(&fd, 1, 0) == 1)
		read_keys(t);
	return keyboard_ready(&t->keyboard);
}

int
tty_esc_delay(int wanted)
{
	const char *env = getenv("ESCDELAY");
	char *end;
	long ms;

	if (wanted >= 0)
		return wanted;
	if (env != NULL && *env >= '0' && *env <= '9') {
		ms = strtol(env, &end, 10);
		if (*end == '\0')
			return ms < KEYBOARD_LATE_MS ? (int)ms
						     : KEYBOARD_LATE_MS;
	}
	if (getenv("SSH_CONNECTION") != NULL || getenv("SSH_TTY") != NULL)
		return ESC_SSH_MS;
	return ESC_MS;
}
