/* SPDX-License-Identifier: ISC */
/*
 * day.h - clock, time zone and day number of an event
 *
 * Layer score: may include base and text.  Times are milliseconds since
 * 1970-01-01 00:00 UTC without leap seconds; zones are minutes east of UTC.
 * Nothing here asks the clock but day_now, which is handed on as a function.
 */
#ifndef LECTERN_SCORE_DAY_H
#define LECTERN_SCORE_DAY_H

#include <stddef.h>
#include <stdint.h>

struct buf;

/* A learner's day starts at 04:00 local time, as in Anki and FSRS. */
enum { DAY_START_HOUR = 4 };

/* The times that have a text form, years 0001 to 9999. */
#define DAY_TIME_MIN INT64_C(-62135596800000)
#define DAY_TIME_MAX INT64_C(253402300799999)

/* Zones reach from -18:00 to +18:00. */
enum { DAY_ZONE_MAX = 18 * 60 };

/* Where the log takes the time from: the machine's clock, or a test's. */
struct day_clock {
	int64_t (*now)(void *ctx); /* ms */
	void *ctx;
};

/* The machine's clock in ms; `ctx` is not used. */
int64_t day_now(void *ctx);

/* The machine's zone at `ms`, in minutes; 0 when it has none. */
int day_zone(int64_t ms);

/*
 * The day number that FSRS counts with: days from 1970-01-01 to the local
 * date at `ms`, where 04:00 begins a date: floor((ms + zone - 4 h) / 24 h).
 */
int64_t day_number(int64_t ms, int zone);

/* The first millisecond of a day number in a zone. */
int64_t day_begin(int64_t day, int zone);

/* Appends "2026-11-22T18:43:07.123Z"; `ms` from DAY_TIME_MIN to _MAX. */
void day_put_time(struct buf *b, int64_t ms);

/*
 * Reads that form back; the fraction may have any number of digits, or be
 * missing, and "+00:00" stands for "Z".  -1 when it is anything else.
 */
int day_get_time(const char *s, size_t len, int64_t *ms);

/* Appends "+01:00"; `zone` within DAY_ZONE_MAX. */
void day_put_zone(struct buf *b, int zone);

/* Reads "+01:00" or "Z"; -1 when it is anything else. */
int day_get_zone(const char *s, size_t len, int *zone);

#endif
