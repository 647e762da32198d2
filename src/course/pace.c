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

/* 1 if the text takes at least that long at `times` the usual pace. */
static int
takes(int64_t bytes, int64_t ms, int times)
{
	return ms >= SHORT_MS && ms * USUAL_BYTES * times >= bytes * USUAL_MS;
}

int
pace_reads(int64_t bytes, int64_t ms)
{
	return bytes > 0 && takes(bytes, ms, READING);
}

void
pace_move(struct pace *p, int64_t bytes, int64_t now_ms)
{
	int64_t ms = now_ms - p->last_ms;

	if (p->last_ms != 0 && bytes > 0 && ms <= IDLE_MS &&
	    takes(bytes, ms, SKIMMING)) {
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
