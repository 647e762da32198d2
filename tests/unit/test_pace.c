/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"
#include "course/pace.h"
#include "unit.h"

static void
usual_pace_until_measured(void **state)
{
	struct pace p = { 0 };

	(void)state;
	assert_int_equal(pace_minutes(&p, 0), 0);
	assert_int_equal(pace_minutes(&p, 1), 1);
	assert_int_equal(pace_minutes(&p, 12000), 10);
	assert_int_equal(pace_minutes(&p, INT64_C(1) << 40), 100000);
}

/* An hour at half the usual pace; then a break, jumps and leafing. */
static void
own_pace_counts(void **state)
{
	struct pace p = { 0 }, measured;
	int64_t now = 1000;
	int i;

	(void)state;
	pace_move(&p, 500, now);
	assert_int_equal(p.bytes, 0);
	for (i = 0; i < 60; i++)
		pace_move(&p, 600, now += 60000);
	assert_int_equal(p.bytes, 36000);
	assert_int_equal(pace_minutes(&p, 12000), 19);
	measured = p;
	pace_move(&p, 600, now += 3600000);
	pace_move(&p, 0, now += 50000);
	pace_move(&p, -600, now += 50000);
	for (i = 0; i < 20; i++)
		pace_move(&p, 1200, now += 200);
	assert_int_equal(p.bytes, measured.bytes);
	assert_int_equal(p.ms, measured.ms);
	for (i = 0; i < 600; i++)
		pace_move(&p, 2400, now += 60000);
	assert_true(p.ms <= 7200000 + 60000);
	assert_int_equal(pace_minutes(&p, 12000), 5);
}

static void
leafing_is_no_reading(void **state)
{
	(void)state;
	assert_int_equal(pace_bytes(-1000), 0);
	assert_int_equal(pace_bytes(0), 0);
	assert_int_equal(pace_bytes(1000), 60);
	assert_int_equal(pace_bytes(20000), 1200);
	assert_int_equal(pace_bytes(INT64_MAX), 432000);
}

static void
long_times_are_hours(void **state)
{
	static const struct {
		int minutes;
		const char *said;
	} cases[] = { { 0, "0 min" }, { 1, "1 min" }, { 119, "119 min" },
		{ 120, "2 h" }, { 149, "2 h" }, { 150, "3 h" },
		{ 5020, "84 h" } };
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		buf_reset(&b);
		pace_say(cases[i].minutes, &b);
		assert_string_equal(b.s, cases[i].said);
	}
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leafing_is_no_reading),
		cmocka_unit_test(long_times_are_hours),
		cmocka_unit_test(usual_pace_until_measured),
		cmocka_unit_test(own_pace_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
