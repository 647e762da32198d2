/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/pace.h"

#include "base/buf.h"

enum {
	USUAL_BYTES = 6000, /* 1,000 words of 6 letters, blanks included ... */
	USUAL_MS = 300000,  /* ... in 5 minutes, which is 200 a minute */
	SHORT_MS = 40,      /* for a line of text: leafing, not reading */
	IDLE_MS = 180000,
	READING = 3,       /* times the usual pace: no faster is reading ... */
	SKIMMING = 6,      /* ... and skimming, at best */
	KEEP_MS = 7200000, /* what lies further back fades */
	HOURS_FROM = 120,  /* [min] more is told in hours */
};

/* 1 if the text can have been read in that time, if only by skimming. */
static int
was_read(int64_t bytes, int64_t ms)
{
	return ms >= SHORT_MS && ms <= IDLE_MS &&
	    ms * USUAL_BYTES * SKIMMING >= bytes * USUAL_MS;
}

int64_t
pace_bytes(int64_t ms)
{
	if (ms <= 0)
		return 0;
	return ms > KEEP_MS ? pace_bytes(KEEP_MS)
			    : ms * USUAL_BYTES * READING / USUAL_MS;
}

void
pace_move(struct pace *p, int64_t bytes, int64_t now_ms)
{
	int64_t ms = now_ms - p->last_ms;

	if (p->last_ms != 0 && bytes > 0 && was_read(bytes, ms)) {
		p->bytes += bytes;
		p->ms += ms;
	}
	if (p->ms > KEEP_MS) {
		p->bytes /= 2;
		p->ms /= 2;
	}
	p->last_ms = now_ms;
}

int
pace_minutes(const struct pace *p, int64_t bytes)
{
	int64_t read = p->bytes + USUAL_BYTES, ms = p->ms + USUAL_MS, minutes;

	if (bytes <= 0)
		return 0;
	minutes = (bytes * ms / read + 30000) / 60000;
	return minutes < 1 ? 1 : minutes > 100000 ? 100000 : (int)minutes;
}

void
pace_say(int minutes, struct buf *out)
{
	if (minutes < HOURS_FROM)
		buf_printf(out, "%d min", minutes);
	else
		buf_printf(out, "%d h", (minutes + 30) / 60);
}
