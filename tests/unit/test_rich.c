/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "text/rich.h"
#include "unit.h"

static void
assert_run(const struct rich *r, size_t i, uint32_t start, uint32_t len,
    unsigned style)
{
	assert_true(i < r->runs.n);
	assert_int_equal(r->runs.v[i].start, start);
	assert_int_equal(r->runs.v[i].len, len);
	assert_int_equal(r->runs.v[i].style, style);
}

static void
body_text_has_no_runs(void **state)
{
	struct rich r;

	(void)state;
	rich_init(&r);
	assert_string_equal(r.text.s, "");
	rich_adds(&r, "plain ", STYLE_BODY);
	rich_add(&r, "text and more", 4, STYLE_BODY);
	assert_string_equal(r.text.s, "plain text");
	assert_int_equal(r.runs.n, 0);
	rich_release(&r);
}

static void
runs_join_where_style_is_the_same(void **state)
{
	struct rich r;

	(void)state;
	rich_init(&r);
	rich_adds(&r, "one", STYLE_EMPH);
	rich_adds(&r, "", STYLE_CODE);
	rich_adds(&r, " two", STYLE_EMPH);
	rich_adds(&r, " body ", STYLE_BODY);
	rich_adds(&r, "three", STYLE_EMPH);
	rich_adds(&r, "four", STYLE_EMPH | STYLE_STRONG);
	assert_string_equal(r.text.s, "one two body threefour");
	assert_int_equal(r.runs.n, 3);
	assert_run(&r, 0, 0, 7, STYLE_EMPH);
	assert_run(&r, 1, 13, 5, STYLE_EMPH);
	assert_run(&r, 2, 18, 4, STYLE_EMPH | STYLE_STRONG);
	rich_release(&r);
}

static void
reset_empties(void **state)
{
	struct rich r;

	(void)state;
	rich_init(&r);
	rich_adds(&r, "code", STYLE_CODE);
	rich_reset(&r);
	assert_string_equal(r.text.s, "");
	assert_int_equal(r.runs.n, 0);
	rich_adds(&r, "x", STYLE_QUIET);
	assert_run(&r, 0, 0, 1, STYLE_QUIET);
	rich_release(&r);
	rich_release(&r);
}

static void
append_takes_the_styles_along(void **state)
{
	struct rich r, more;

	(void)state;
	rich_init(&r);
	rich_init(&more);
	rich_adds(&more, "code", STYLE_CODE);
	rich_adds(&more, " and ", STYLE_BODY);
	rich_adds(&more, "term", STYLE_STRONG);
	rich_adds(&more, ".", STYLE_BODY);
	rich_adds(&r, "see ", STYLE_CODE);
	rich_append(&r, &more);
	assert_string_equal(r.text.s, "see code and term.");
	assert_int_equal(r.runs.n, 2);
	assert_run(&r, 0, 0, 8, STYLE_CODE);
	assert_run(&r, 1, 13, 4, STYLE_STRONG);
	rich_release(&r);
	rich_release(&more);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(body_text_has_no_runs),
		cmocka_unit_test(runs_join_where_style_is_the_same),
		cmocka_unit_test(append_takes_the_styles_along),
		cmocka_unit_test(reset_empties),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
