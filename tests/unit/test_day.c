/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "score/day.h"
#include "unit.h"

static const struct {
	const char *text;
	int64_t ms;
} times[] = {
	{ "1970-01-01T00:00:00.000Z", 0 },
	{ "1969-12-31T23:59:59.999Z", -1 },
	{ "2000-02-29T12:00:00.500Z", INT64_C(951825600500) },
	{ "2026-11-22T18:43:07.123Z", INT64_C(1795372987123) },
	{ "2100-03-01T00:00:00.000Z", INT64_C(4107542400000) },
	{ "0001-01-01T00:00:00.000Z", DAY_TIME_MIN },
	{ "9999-12-31T23:59:59.999Z", DAY_TIME_MAX },
};

static void
time_text_is_exact(void **state)
{
	struct buf b = BUF_INIT;
	int64_t ms;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(times) / sizeof(*times); i++) {
		buf_reset(&b);
		day_put_time(&b, times[i].ms);
		assert_string_equal(b.s, times[i].text);
		assert_int_equal(day_get_time(b.s, b.len, &ms), 0);
		assert_int_equal(ms, times[i].ms);
	}
	buf_release(&b);
}

/* Our calendar against the C library's, over 250 years. */
static void
time_agrees_with_gmtime(void **state)
{
	struct buf b = BUF_INIT;
	char want[40];
	int64_t s;

	(void)state;
	for (s = INT64_C(-3000000000); s < INT64_C(5000000000); s += 761713) {
		time_t t = (time_t)s;
		struct tm tm;

		gmtime_r(&t, &tm);
		strftime(want, sizeof(want), "%Y-%m-%dT%H:%M:%S.000Z", &tm);
		buf_reset(&b);
		day_put_time(&b, s * 1000);
		assert_string_equal(b.s, want);
	}
	buf_release(&b);
}

static void
time_takes_other_fractions(void **state)
{
	static const struct {
		const char *text;
		int64_t ms;
	} good[] = {
		{ "1970-01-01T00:00:01Z", 1000 },
		{ "1970-01-01T00:00:01.5Z", 1500 },
		{ "1970-01-01T00:00:01.123987Z", 1123 },
		{ "1970-01-01T00:00:01.25+00:00", 1250 },
	};
	static const char *const bad[] = {
		"",
		"1970-01-01",
		"1970-01-01T00:00:01",
		"1970-01-01T00:00:01.Z",
		"1970-01-01T00:00:01+01:00",
		"1970-01-01 00:00:01Z",
		"1970-13-01T00:00:01Z",
		"1970-00-01T00:00:01Z",
		"1970-02-29T00:00:01Z",
		"1900-02-29T00:00:01Z",
		"1970-04-31T00:00:01Z",
		"1970-01-01T24:00:00Z",
		"1970-01-01T00:60:00Z",
		"1970-01-01T00:00:60Z",
		"0000-01-01T00:00:00Z",
		"-970-01-01T00:00:01Z",
		"1970-01-01T00:00:01.000ZZ",
	};
	int64_t ms;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(*good); i++) {
		assert_int_equal(
		    day_get_time(good[i].text, strlen(good[i].text), &ms), 0);
		assert_int_equal(ms, good[i].ms);
	}
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(day_get_time(bad[i], strlen(bad[i]), &ms), -1);
}

static void
zone_text_is_exact(void **state)
{
	static const char *const bad[] = { "", "+1:00", "+01", "01:00",
		"+01:60", "+18:01", "+99:00", "+01:00 " };
	struct buf b = BUF_INIT;
	int zone, got;
	size_t i;

	(void)state;
	for (zone = -DAY_ZONE_MAX; zone <= DAY_ZONE_MAX; zone++) {
		buf_reset(&b);
		day_put_zone(&b, zone);
		assert_int_equal(day_get_zone(b.s, b.len, &got), 0);
		assert_int_equal(got, zone);
	}
	assert_int_equal(day_get_zone("Z", 1, &got), 0);
	assert_int_equal(got, 0);
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(
		    day_get_zone(bad[i], strlen(bad[i]), &got), -1);
	buf_release(&b);
}

static void
day_begins_at_four(void **state)
{
	const int64_t hour = 3600000, day = 24 * hour;

	(void)state;
	assert_int_equal(day_number(4 * hour, 0), 0);
	assert_int_equal(day_number(4 * hour - 1, 0), -1);
	assert_int_equal(day_number(28 * hour - 1, 0), 0);
	assert_int_equal(day_number(28 * hour, 0), 1);
	/* 02:00 UTC is 04:00 at +02:00 and 23:00 of the day before at -3. */
	assert_int_equal(day_number(100 * day + 2 * hour, 120), 100);
	assert_int_equal(day_number(100 * day + 2 * hour - 1, 120), 99);
	assert_int_equal(day_number(100 * day + 2 * hour, -180), 99);
	assert_int_equal(day_begin(100, 120), 100 * day + 2 * hour);
	assert_int_equal(day_number(day_begin(7, -300), -300), 7);
	assert_int_equal(day_number(day_begin(7, -300) - 1, -300), 6);
}

static void
zone_follows_daylight_saving(void **state)
{
	int64_t winter, summer;

	(void)state;
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	day_get_time("2026-01-15T12:00:00Z", 20, &winter);
	day_get_time("2026-07-15T12:00:00Z", 20, &summer);
	assert_int_equal(day_zone(winter), 60);
	assert_int_equal(day_zone(summer), 120);
	setenv("TZ", "<+0530>-5:30", 1);
	tzset();
	assert_int_equal(day_zone(summer), 330);
	setenv("TZ", "UTC", 1);
	tzset();
	assert_int_equal(day_zone(summer), 0);
	assert_true(day_now(NULL) > winter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_text_is_exact),
		cmocka_unit_test(time_agrees_with_gmtime),
		cmocka_unit_test(time_takes_other_fractions),
		cmocka_unit_test(zone_text_is_exact),
		cmocka_unit_test(day_begins_at_four),
		cmocka_unit_test(zone_follows_daylight_saving),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
