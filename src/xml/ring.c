/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/ring.h"

#include <errno.h>
#include <linux/futex.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include <unistd.h>

enum { RING_SIZE = 1 << 20 }; /* [byte] */

/* The counts run on and wrap around; RING_SIZE divides what they wrap at. */
struct ring {
	_Alignas(64) _Atomic uint32_t written;
	_Atomic uint32_t hungry; /* 1: the reader waits for the bell */
	_Alignas(64) _Atomic uint32_t read;
	_Atomic uint32_t full; /* 1: the writer waits for `read` to change */
	_Alignas(64) char data[RING_SIZE];
};

struct ring *
ring_new(void)
{
	void *r = mmap(NULL, sizeof(struct ring), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return r == MAP_FAILED ? NULL : r;
}

void
ring_free(struct ring *r)
{
	if (r != NULL)
		munmap(r, sizeof(*r));
}

/* Bytes from `at` on before the memory begins anew, `len` at most. */
static size_t
piece(uint32_t at, size_t len)
{
	size_t left = RING_SIZE - at % RING_SIZE;

	return len < left ? len : left;
}

/* Says that it waits, and looks again before it does: the reader changes
 * `read` and looks at `full`, in this order. */
static void
wait_for_room(struct ring *r)
{
	uint32_t read = atomic_load(&r->read);

	atomic_store(&r->full, 1);
	if (atomic_load(&r->written) - atomic_load(&r->read) == RING_SIZE)
		syscall(SYS_futex, &r->read, FUTEX_WAIT, read, NULL);
	atomic_store(&r->full, 0);
}

int
ring_write(struct ring *r, int bell, const void *data, size_t len)
{
	const char *p = data;
	uint32_t at;
	size_t n;

	while (len > 0) {
		at = atomic_load(&r->written);
		n = RING_SIZE - (at - atomic_load(&r->read));
		n = piece(at, len < n ? len : n);
		memcpy(r->data + at % RING_SIZE, p, n);
		atomic_store(&r->written, at + (uint32_t)n);
		if (n == 0)
			wait_for_room(r);
		else if (atomic_exchange(&r->hungry, 0) != 0 &&
		    write(bell, "", 1) == -1 && errno != EINTR)
			return -1;
		p += n;
		len -= n;
	}
	return 0;
}

/* A writer that waits is woken when there is room that is worth it. */
static void
taken(struct ring *r, uint32_t read, uint32_t left)
{
	atomic_store(&r->read, read);
	if (left <= RING_SIZE / 2 && atomic_exchange(&r->full, 0) != 0)
		syscall(SYS_futex, &r->read, FUTEX_WAKE, 1);
}

/* Waits for the bell: 1, or as read(2). */
static ssize_t
listen_for(int bell)
{
	char heard[64];
	ssize_t n;

	do
		n = read(bell, heard, sizeof(heard));
	while (n == -1 && errno == EINTR);
	return n > 0 ? 1 : n;
}

ssize_t
ring_read(struct ring *r, int bell, void *to, size_t max)
{
	uint32_t at = atomic_load(&r->read), n;
	ssize_t heard = 1;
	int gone = 0;

	for (;;) {
		n = atomic_load(&r->written) - at;
		if (n > RING_SIZE)
			return 0; /* no writer of ours */
		if (n > 0 || gone)
			break;
		if (atomic_exchange(&r->hungry, 1) == 0)
			continue; /* it may have come before that was said */
		heard = listen_for(bell);
		if (heard == -1)
			return -1;
		gone = heard == 0;
	}
	max = piece(at, max < n ? max : n);
	memcpy(to, r->data + at % RING_SIZE, max);
	taken(r, at + (uint32_t)max, n - (uint32_t)max);
	return (ssize_t)max;
}
