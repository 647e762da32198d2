/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <unistd.h>

#include "unit.h"
#include "xml/ring.h"

enum { ALL = 8 << 20 }; /* [byte] several times round */

/* Byte `i` of what is sent. */
static char
byte(size_t i)
{
	return (char)(i * 31 ^ i >> 11);
}

/* A length from 1 to `max`, the same sequence each time. */
static size_t
some(uint32_t *state, size_t max)
{
	*state = *state * 1103515245 + 12345;
	return 1 + (*state >> 8) % max;
}

static void
send_all(struct ring *r, int bell, size_t piece)
{
	char *data = malloc(piece);
	uint32_t state = 1;
	size_t at, n, i;

	for (at = 0; at < ALL; at += n) {
		n = some(&state, piece);
		if (n > ALL - at)
			n = ALL - at;
		for (i = 0; i < n; i++)
			data[i] = byte(at + i);
		if (ring_write(r, bell, data, n) == -1)
			_exit(1);
	}
	free(data);
}

/* Takes all that comes, `piece` at most at a time; how much that was. */
static size_t
take_all(struct ring *r, int bell, size_t piece)
{
	char *data = malloc(piece);
	uint32_t state = 7;
	size_t at = 0, i;
	ssize_t n;

	for (;;) {
		n = ring_read(r, bell, data, some(&state, piece));
		if (n == -1 && errno == EAGAIN) {
			usleep(10);
			continue;
		}
		if (n <= 0)
			break;
		for (i = 0; i < (size_t)n; i++)
			assert_int_equal(data[i], byte(at + i));
		at += (size_t)n;
	}
	free(data);
	return at;
}

static void
all_comes_as_it_was_sent(void **state)
{
	static const struct {
		size_t sent, taken;
		int waits; /* the reader does, for the bell */
	} rows[] = {
		{ 100, 1 << 16, 1 },
		{ 1 << 16, 100, 1 },
		{ 3 << 20, 1 << 16, 1 },
		{ 1 << 16, 3 << 20, 0 },
		{ 5000, 5000, 0 },
	};
	int ends[2], status;
	size_t i;
	pid_t pid;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ring *r = ring_new();

		assert_non_null(r);
		assert_int_equal(pipe(ends), 0);
		if (!rows[i].waits)
			fcntl(ends[0], F_SETFL, O_NONBLOCK);
		pid = fork();
		if (pid == 0) {
			close(ends[0]);
			send_all(r, ends[1], rows[i].sent);
			_exit(0);
		}
		close(ends[1]);
		assert_int_equal(take_all(r, ends[0], rows[i].taken), ALL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(status, 0);
		close(ends[0]);
		ring_free(r);
	}
}

/* Whatever it holds, nothing beyond it is read. */
static void
a_false_count_ends_it(void **state)
{
	struct ring *r = ring_new();
	char to[4096];
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	memset((void *)r, 0x7f, 4); /* `written`, which stands first */
	assert_int_equal(ring_read(r, ends[0], to, sizeof(to)), 0);
	close(ends[0]);
	close(ends[1]);
	ring_free(r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_comes_as_it_was_sent),
		cmocka_unit_test(a_false_count_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
