/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "term/osc52.h"
#include "unit.h"

/* The examples of RFC 4648, and bytes that are no letters. */
static void
sequence_is_base64(void **state)
{
	static const struct {
		const char *s, *sent;
	} rows[] = {
		{ "", "\033]52;c;\a" },
		{ "f", "\033]52;c;Zg==\a" },
		{ "fo", "\033]52;c;Zm8=\a" },
		{ "foo", "\033]52;c;Zm9v\a" },
		{ "foobar", "\033]52;c;Zm9vYmFy\a" },
		{ "\xff\xfe\xfb", "\033]52;c;//77\a" },
	};
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		buf_reset(&b);
		osc52_add(&b, rows[i].s, strlen(rows[i].s));
		assert_string_equal(b.s, rows[i].sent);
	}
	buf_release(&b);
}

static void
only_some_terminals_get_it(void **state)
{
	(void)state;
	assert_true(osc52_is_safe("xterm-256color"));
	assert_true(osc52_is_safe("tmux-256color"));
	assert_false(osc52_is_safe("linux"));
	assert_false(osc52_is_safe("vt100"));
	assert_false(osc52_is_safe("screen"));
	assert_false(osc52_is_safe(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sequence_is_base64),
		cmocka_unit_test(only_some_terminals_get_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
