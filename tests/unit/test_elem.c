/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "doc/elem.h"
#include "unit.h"

static void
names_are_sorted_and_found(void **state)
{
	(void)state;
	for (int e = ELEM_NONE + 1; e < ELEM_UNKNOWN; e++) {
		assert_int_equal(elem_find(elem_info[e].name), e);
		if (e > ELEM_NONE + 1)
			assert_true(strcmp(elem_info[e - 1].name,
					elem_info[e].name) < 0);
	}
	assert_int_equal(elem_find("nonsense"), ELEM_NONE);
	assert_int_equal(elem_find(""), ELEM_NONE);
	assert_int_equal(elem_find("Para"), ELEM_NONE);
}

static void
attributes_are_found(void **state)
{
	(void)state;
	for (int a = ATTR_NONE + 1; a < ATTR_COUNT; a++)
		assert_int_equal(attr_find(attr_name((enum attr)a)), a);
	assert_int_equal(attr_find("vendor"), ATTR_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_sorted_and_found),
		cmocka_unit_test(attributes_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
