/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/tail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "score/event.h"
#include "score/field.h"
#include "score/lines.h"
#include "score/sys.h"

/* Most files end in a whole line shorter than the first of these. */
static const size_t windows[] = { 4096, (size_t)2 * EVENT_LINE_MAX };

static int
read_at(const struct score_sys *sys, int fd, char *data, size_t len, off_t at)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n =
		    sys->pread(fd, data + done, len - done, at + (off_t)done);

		if (n == -1 && errno == EINTR)
			continue;
		if (n == 0)
			errno = EIO; /* it shrank under the lock */
		if (n <= 0)
			return -1;
		done += (size_t)n;
	}
	return 0;
}

/*
 * Goes back over the lines of `data` to one that can be read.  `whole`: the
 * first line begins with the data.  0 if the numbering is known.
 */
static int
go_back(const char *data, size_t len, int whole, struct tail *t)
{
	struct event_decoder d;
	int64_t damaged = 0;
	struct event e;
	int found = -1;

	event_decoder_init(&d);
	while (len > 0 && found == -1) {
		const char *newline = memrchr(data, '\n', len);
		const char *line = newline == NULL ? data : newline + 1;
		size_t line_len = (size_t)(data + len - line);

		if (newline == NULL && !whole)
			break;
		line_trim(&line, &line_len);
		if (event_decode(&d, line, line_len, &e) == EVENT_OK) {
			t->n = e.n + damaged;
			t->version = e.v;
			found = 0;
		} else if (line_len > 0) {
			damaged++;
		}
		len = newline == NULL ? 0 : (size_t)(newline - data);
	}
	event_decoder_release(&d);
	if (found == -1 && whole) {
		t->n = damaged;
		found = 0;
	}
	return found;
}

int
tail_read(const struct score_sys *sys, int fd, off_t size, struct tail *t)
{
	char *data = xmalloc(windows[1]);
	int result = -1, whole = 0;
	size_t i, len = 0;

	memset(t, 0, sizeof(*t));
	for (i = 0; i < 2 && result == -1 && !whole; i++) {
		whole = size <= (off_t)windows[i];
		len = whole ? (size_t)size : windows[i];
		if (read_at(sys, fd, data, len, size - (off_t)len) == -1)
			goto done;
		t->torn = len > 0 && data[len - 1] != '\n';
		result = go_back(data, len, whole, t);
	}
	if (result == -1 || t->n > FIELD_N_MAX / 2) {
		errno = EBADMSG;
		result = -1;
	}
done:
	free(data);
	return result;
}
