/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/day.h"

#include <assert.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"

static const int64_t ms_per_min = 60000;
static const int64_t ms_per_day = 86400000;

struct date {
	int64_t year;
	int64_t month; /* from 1 */
	int64_t day;   /* from 1 */
};

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

int64_t
day_now(void *ctx)
{
	struct timespec ts;

	(void)ctx;
	clock_gettime(CLOCK_REALTIME, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int
day_zone(int64_t ms)
{
	time_t t = (time_t)floor_div(ms, 1000);
	struct tm tm;
	long zone;

	if (localtime_r(&t, &tm) == NULL)
		return 0;
	zone = tm.tm_gmtoff / 60;
	return zone < -DAY_ZONE_MAX || zone > DAY_ZONE_MAX ? 0 : (int)zone;
}

int64_t
day_number(int64_t ms, int zone)
{
	return floor_div(
	    ms + (zone - DAY_START_HOUR * 60) * ms_per_min, ms_per_day);
}

int64_t
day_begin(int64_t day, int zone)
{
	return day * ms_per_day - (zone - DAY_START_HOUR * 60) * ms_per_min;
}

/*
 * The proleptic Gregorian calendar counted in years that begin in March, so
 * that the leap day comes last, and in eras of 400 years (146,097 days).
 * Day 0 is 0000-03-01, which is 719,468 days before 1970-01-01.
 */
static int64_t
days_from_date(const struct date *d)
{
	int64_t year = d->year - (d->month <= 2);
	int64_t era = floor_div(year, 400), in_era = year - era * 400;
	int64_t month = (d->month + 9) % 12;
	int64_t in_year = (153 * month + 2) / 5 + d->day - 1;

	return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 +
	    in_year - 719468;
}

static struct date
date_from_days(int64_t days)
{
	int64_t day0 = days + 719468, era = floor_div(day0, 146097);
	int64_t n = day0 - era * 146097;
	int64_t year = (n - n / 1460 + n / 36524 - n / 146096) / 365;
	int64_t in_year = n - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * in_year + 2) / 153;
	struct date d;

	d.day = in_year - (153 * month + 2) / 5 + 1;
	d.month = month < 10 ? month + 3 : month - 9;
	d.year = year + era * 400 + (d.month <= 2);
	return d;
}

/* Writes `n` in `digits` digits at `s`. */
static void
put_digits(char *s, int64_t n, int digits)
{
	while (digits-- > 0) {
		s[digits] = (char)('0' + n % 10);
		n /= 10;
	}
}

void
day_put_time(struct buf *b, int64_t ms)
{
	char s[] = "0000-00-00T00:00:00.000Z";
	int64_t days = floor_div(ms, ms_per_day), rest = ms - days * ms_per_day;
	struct date d = date_from_days(days);

	assert(ms >= DAY_TIME_MIN && ms <= DAY_TIME_MAX);
	put_digits(s, d.year, 4);
	put_digits(s + 5, d.month, 2);
	put_digits(s + 8, d.day, 2);
	put_digits(s + 11, rest / 3600000, 2);
	put_digits(s + 14, rest / 60000 % 60, 2);
	put_digits(s + 17, rest / 1000 % 60, 2);
	put_digits(s + 20, rest % 1000, 3);
	buf_add(b, s, sizeof(s) - 1);
}

/* The number of `digits` digits at `s`, or -1. */
static int64_t
get_digits(const char *s, int digits)
{
	int64_t n = 0;

	while (digits-- > 0) {
		if (*s < '0' || *s > '9')
			return -1;
		n = n * 10 + (*s++ - '0');
	}
	return n;
}

/* "2026-11-22" as days since 1970; -1 unless there is such a date. */
static int
get_date(const char *s, int64_t *days)
{
	static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	struct date d = { get_digits(s, 4), get_digits(s + 5, 2),
		get_digits(s + 8, 2) };

	if (d.year < 1 || d.month < 1 || d.month > 12 || d.day < 1 ||
	    d.day > lengths[d.month - 1] || s[4] != '-' || s[7] != '-')
		return -1;
	if (d.month == 2 && d.day == 29 &&
	    (d.year % 4 != 0 || (d.year % 100 == 0 && d.year % 400 != 0)))
		return -1;
	*days = days_from_date(&d);
	return 0;
}

/* "18:43:07" as seconds; -1 unless there is such a time. */
static int64_t
get_clock(const char *s)
{
	int64_t hour = get_digits(s, 2), min = get_digits(s + 3, 2);
	int64_t sec = get_digits(s + 6, 2);

	if (s[2] != ':' || s[5] != ':' || hour < 0 || hour > 23 || min < 0 ||
	    min > 59 || sec < 0 || sec > 59)
		return -1;
	return hour * 3600 + min * 60 + sec;
}

/* Skips ".123" at *s and returns its milliseconds; -1 for a lone dot. */
static int64_t
get_fraction(const char **s, const char *end)
{
	const char *p = *s;
	int64_t ms = 0;
	int digits = 0;

	if (p == end || *p != '.')
		return 0;
	for (p++; p < end && *p >= '0' && *p <= '9'; p++, digits++)
		if (digits < 3)
			ms = ms * 10 + (*p - '0');
	*s = p;
	if (digits == 0)
		return -1;
	for (; digits < 3; digits++)
		ms *= 10;
	return ms;
}

int
day_get_time(const char *s, size_t len, int64_t *ms)
{
	const char *p = s + 19, *end = s + len;
	int64_t days, sec, fraction;

	if (len < 20 || s[10] != 'T' || get_date(s, &days) == -1)
		return -1;
	sec = get_clock(s + 11);
	fraction = get_fraction(&p, end);
	if (sec == -1 || fraction == -1)
		return -1;
	if (!(end - p == 1 && *p == 'Z') &&
	    !(end - p == 6 && memcmp(p, "+00:00", 6) == 0))
		return -1;
	*ms = days * ms_per_day + sec * 1000 + fraction;
	return 0;
}

void
day_put_zone(struct buf *b, int zone)
{
	char s[] = "+00:00";

	assert(zone >= -DAY_ZONE_MAX && zone <= DAY_ZONE_MAX);
	if (zone < 0) {
		s[0] = '-';
		zone = -zone;
	}
	put_digits(s + 1, zone / 60, 2);
	put_digits(s + 4, zone % 60, 2);
	buf_add(b, s, sizeof(s) - 1);
}

int
day_get_zone(const char *s, size_t len, int *zone)
{
	int64_t hour, min;

	if (len == 1 && *s == 'Z') {
		*zone = 0;
		return 0;
	}
	if (len != 6 || (s[0] != '+' && s[0] != '-') || s[3] != ':')
		return -1;
	hour = get_digits(s + 1, 2);
	min = get_digits(s + 4, 2);
	if (hour < 0 || hour > DAY_ZONE_MAX / 60 || min < 0 || min > 59 ||
	    hour * 60 + min > DAY_ZONE_MAX)
		return -1;
	*zone = (int)(hour * 60 + min) * (s[0] == '-' ? -1 : 1);
	return 0;
}
