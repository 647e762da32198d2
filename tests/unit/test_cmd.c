/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "term/key.h"
#include "tui/cmd.h"
#include "unit.h"

/* Defaults that were bound all at once must all still be there: a key bound
 * twice in one place would have been taken from the first command. */
static void
no_key_is_bound_twice(void **state)
{
	struct bindings b = { 0 };
	size_t i, k;

	(void)state;
	bindings_defaults(&b);
	for (i = 1; i < CMD_COUNT; i++) {
		struct bindings alone = { 0 };

		assert_int_equal(
		    bindings_add(&alone, (enum cmd_id)i, cmd_info[i].keys), 0);
		assert_true(alone.all.n > 0);
		for (k = 0; k < alone.all.n; k++) {
			struct binding *one = &alone.all.v[k];

			if (bindings_find(&b, one->where, one->key) !=
			    (enum cmd_id)i)
				fail_msg("%s: a key of it is bound to %s too",
				    cmd_info[i].name,
				    cmd_info[bindings_find(
						 &b, one->where, one->key)]
					.name);
		}
		bindings_release(&alone);
	}
	bindings_release(&b);
}

/* What is typed into a prompt or counts must not be a command there. */
static void
no_text_is_bound_in_prompts(void **state)
{
	struct bindings b = { 0 };
	int key;

	(void)state;
	bindings_defaults(&b);
	for (key = ' '; key < 0x7f; key++) {
		assert_int_equal(
		    bindings_find(&b, CMD_IN_PROMPT, key), CMD_NONE);
		if (key >= '0' && key <= '9')
			assert_int_equal(
			    bindings_find(&b, CMD_IN_READER, key), CMD_NONE);
	}
	/* Flow control and keys that need Alt are bound to nothing. */
	for (key = 0; key < CMD_IN_COUNT; key++) {
		assert_int_equal(
		    bindings_find(&b, (enum cmd_where)key, 'S' - '@'), 0);
		assert_int_equal(
		    bindings_find(&b, (enum cmd_where)key, 'Q' - '@'), 0);
	}
	bindings_release(&b);
}

static void
names_and_help_are_fit_to_print(void **state)
{
	size_t i;

	(void)state;
	for (i = 1; i < CMD_COUNT; i++) {
		const struct cmd_info *c = &cmd_info[i];

		assert_int_equal(cmd_find(c->name), i);
		assert_int_equal(strspn(c->name,
				     "abcdefghijklmnopqrstuvwxyz"
				     "-0123456789"),
		    strlen(c->name));
		assert_true(strlen(c->help) > 3 && strlen(c->help) <= 70);
		assert_true(c->help[strlen(c->help) - 1] != '.' ||
		    strstr(c->help, "...") != NULL);
	}
	assert_int_equal(cmd_find("no-such-command"), CMD_NONE);
}

/* Every command is in the help, once, below a heading of its own place. */
static void
help_has_all_commands(void **state)
{
	int seen[CMD_COUNT] = { 0 }, i;

	(void)state;
	assert_non_null(cmd_rows[0].heading);
	for (i = 0; i < cmd_rows_n; i++) {
		if (cmd_rows[i].heading == NULL) {
			seen[cmd_rows[i].cmd]++;
			assert_int_equal(
			    cmd_rows[i].where, cmd_info[cmd_rows[i].cmd].where);
		}
	}
	for (i = 1; i < CMD_COUNT; i++)
		assert_int_equal(seen[i], 1);
}

static void
keys_are_looked_up_in_parents(void **state)
{
	struct bindings b = { 0 };
	struct buf keys = BUF_INIT;

	(void)state;
	bindings_defaults(&b);
	assert_int_equal(
	    bindings_find(&b, CMD_IN_CONTENTS, 'j'), CMD_LIST_DOWN);
	assert_int_equal(bindings_find(&b, CMD_IN_CONTENTS, 'Q'), CMD_QUIT);
	assert_int_equal(bindings_find(&b, CMD_IN_PROMPT, 'Q'), CMD_NONE);
	assert_int_equal(
	    bindings_find(&b, CMD_IN_READER, TKEY_PGDN), CMD_PAGE_DOWN);

	/* A key that is bound anew leaves its old command. */
	assert_int_equal(bindings_add(&b, CMD_QUIZ, "j <F5>"), 0);
	assert_int_equal(bindings_find(&b, CMD_IN_READER, 'j'), CMD_QUIZ);
	bindings_keys(&b, CMD_LINE_DOWN, &keys);
	assert_string_equal(keys.s, "Down");
	buf_reset(&keys);
	bindings_keys(&b, CMD_HALF_DOWN, &keys);
	assert_string_equal(keys.s, "d ^D");
	assert_int_equal(bindings_add(&b, CMD_QUIZ, "<NoKey> y"), -1);
	assert_int_equal(bindings_find(&b, CMD_IN_READER, 'y'), CMD_QUIZ);
	buf_release(&keys);
	bindings_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_key_is_bound_twice),
		cmocka_unit_test(no_text_is_bound_in_prompts),
		cmocka_unit_test(names_and_help_are_fit_to_print),
		cmocka_unit_test(help_has_all_commands),
		cmocka_unit_test(keys_are_looked_up_in_parents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
