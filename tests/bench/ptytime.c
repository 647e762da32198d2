/* SPDX-License-Identifier: ISC */
/*
 * ptytime EXPECT KEYS COMMAND...: run a full-screen program on a pty of 80x24
 * and write, in one line of name=value:
 *
 * paint   ms from exec until EXPECT was sent to the terminal
 * settled ms of processor time used until output and processor came to rest
 * for each of KEYS, parted by blanks (a word is typed as it is, all at once;
 * <NN> is the byte with that number, N*WORD the word N times, ^WxH a new size,
 * ~MS no key for so many ms): kN_bytes, kN_us sent and used, kN_wakes how often
 * the program went to sleep
 * rss     KB at most, cpu ms in all
 *
 * Ends the program with q.  Exit status 1 when EXPECT never came.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include <unistd.h>

enum { REST_MS = 60, PATIENCE_MS = 60000, SEEN_MAX = 1 << 20 };

struct run {
	int fd;
	pid_t pid;
	double begun; /* ms */
	char *seen;
	size_t seen_len;
	unsigned long long bytes;
};

static double
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

/* Processor time of the program so far, in us; of all its children too, as
 * far as they still run. */
static double
used_us(pid_t pid)
{
	char path[64];
	unsigned long long ns = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/schedstat", (int)pid);
	f = fopen(path, "r");
	if (f == NULL)
		return 0;
	if (fscanf(f, "%llu", &ns) != 1)
		ns = 0;
	fclose(f);
	return (double)ns / 1e3;
}

/* Reads what there is within `ms`; returns 0 when there was nothing. */
static int
take(struct run *r, int ms)
{
	struct pollfd p = { .fd = r->fd, .events = POLLIN };
	char piece[65536];
	ssize_t n;

	if (poll(&p, 1, ms) <= 0)
		return 0;
	n = read(r->fd, piece, sizeof(piece));
	if (n <= 0)
		return 0;
	r->bytes += (unsigned long long)n;
	if (r->seen_len + (size_t)n < SEEN_MAX) {
		memcpy(r->seen + r->seen_len, piece, (size_t)n);
		r->seen_len += (size_t)n;
		r->seen[r->seen_len] = '\0';
	}
	return 1;
}

static int
expect(struct run *r, const char *text)
{
	double end = now_ms() + PATIENCE_MS;

	while (now_ms() < end) {
		if (take(r, 20) &&
		    memmem(r->seen, r->seen_len, text, strlen(text)) != NULL)
			return 1;
	}
	return 0;
}

/* Is it asleep, with no child at work for it?  On a busy machine it may be
 * neither, and yet not run for a while. */
static int
rests(pid_t pid)
{
	char path[64], state = 'S';
	int child, busy = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	f = fopen(path, "r");
	if (f != NULL) {
		if (fscanf(f, "%*d %*s %c", &state) != 1)
			state = 'S';
		fclose(f);
	}
	snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)pid,
	    (int)pid);
	f = fopen(path, "r");
	if (f != NULL) {
		busy = fscanf(f, "%d", &child) == 1;
		fclose(f);
	}
	return state == 'S' && !busy;
}

/* Until nothing is sent and next to nothing used for a while. */
static void
settle(struct run *r)
{
	double before, end = now_ms() + PATIENCE_MS;

	do {
		before = used_us(r->pid);
		while (take(r, REST_MS))
			;
	} while ((used_us(r->pid) - before > 1000 || !rests(r->pid)) &&
	    now_ms() < end);
}

/* Voluntary context switches of the program so far. */
static long
sleeps(pid_t pid)
{
	char path[64], line[128];
	long n = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
	f = fopen(path, "r");
	if (f == NULL)
		return 0;
	while (fgets(line, sizeof(line), f) != NULL)
		sscanf(line, "voluntary_ctxt_switches: %ld", &n);
	fclose(f);
	return n;
}

static void
type(struct run *r, const char *word, int times)
{
	char all[4096];
	size_t n = 0;
	unsigned value;
	const char *p;

	for (; times > 0; times--) {
		for (p = word; *p != '\0' && n < sizeof(all); n++) {
			all[n] = *p++;
			if (all[n] == '<' && sscanf(p, "%u>", &value) == 1) {
				all[n] = (char)value;
				p = strchr(p, '>') + 1;
			}
		}
	}
	if (write(r->fd, all, n) != (ssize_t)n)
		perror("write");
}

static void
press(struct run *r, const char *key)
{
	struct winsize ws;
	int ms, times, skip = 0;

	if (sscanf(key, "^%hux%hu", &ws.ws_col, &ws.ws_row) == 2) {
		ws.ws_xpixel = ws.ws_ypixel = 0;
		ioctl(r->fd, TIOCSWINSZ, &ws);
	} else if (sscanf(key, "~%d", &ms) == 1) {
		usleep((useconds_t)ms * 1000);
	} else if (sscanf(key, "%d*%n", &times, &skip) == 1 && skip > 0) {
		type(r, key + skip, times);
	} else {
		type(r, key, 1);
	}
}

/* Until the program has woken up and gone to sleep again; on a busy machine
 * that may take a while. */
static void
await_sleep(struct run *r, long before)
{
	double end = now_ms() + PATIENCE_MS;

	while (sleeps(r->pid) == before && now_ms() < end)
		take(r, 5);
}

static void
measure(struct run *r, int number, const char *key)
{
	unsigned long long bytes = r->bytes;
	double used = used_us(r->pid);
	long before = sleeps(r->pid), wakes;

	press(r, key);
	wakes = sleeps(r->pid) - before;
	if (key[0] != '~')
		await_sleep(r, before);
	settle(r);
	printf(" k%d_bytes=%llu k%d_us=%.0f k%d_wakes=%ld", number,
	    r->bytes - bytes, number, used_us(r->pid) - used, number, wakes);
}

static void
finish(struct run *r)
{
	struct rusage usage;
	int status, tries;

	for (tries = 0; tries < 500; tries++) {
		if (tries % 50 == 0)
			press(r, "q");
		take(r, 10);
		if (wait4(r->pid, &status, WNOHANG, &usage) == r->pid)
			break;
	}
	if (tries == 500) {
		kill(r->pid, SIGKILL);
		wait4(r->pid, &status, 0, &usage);
	}
	printf(" rss=%ld cpu=%.1f\n", usage.ru_maxrss,
	    (double)usage.ru_utime.tv_sec * 1e3 +
		(double)usage.ru_utime.tv_usec / 1e3 +
		(double)usage.ru_stime.tv_sec * 1e3 +
		(double)usage.ru_stime.tv_usec / 1e3);
}

int
main(int argc, char **argv)
{
	static const char blanks[] = " \t\n";
	struct winsize ws = { .ws_row = 24, .ws_col = 80 };
	struct run r = { 0 };
	char *key;
	int number = 0;

	if (argc < 4)
		return 2;
	r.seen = calloc(1, SEEN_MAX + 1);
	r.begun = now_ms();
	r.pid = forkpty(&r.fd, NULL, NULL, &ws);
	if (r.pid == 0) {
		execvp(argv[3], argv + 3);
		_exit(127);
	}
	if (r.pid == -1 || r.seen == NULL)
		return 2;
	if (!expect(&r, argv[1])) {
		kill(r.pid, SIGKILL);
		return 1;
	}
	printf("paint=%.2f", now_ms() - r.begun);
	settle(&r);
	printf(" settled=%.1f", used_us(r.pid) / 1e3);
	for (key = strtok(argv[2], blanks); key != NULL;
	     key = strtok(NULL, blanks))
		measure(&r, ++number, key);
	finish(&r);
	free(r.seen);
	return 0;
}
