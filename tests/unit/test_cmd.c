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

/* What the design promises, in its own order: fingers rely on it, so that a
 * change of cmd.def is a decision and no slip. */
static const struct promise {
	enum cmd_where where;
	const char *keys;
	enum cmd_id cmd;
} promises[] = {
	{ CMD_IN_READER, "j <Down>", CMD_LINE_DOWN },
	{ CMD_IN_READER, "k <Up>", CMD_LINE_UP },
	{ CMD_IN_READER, "d", CMD_HALF_DOWN },
	{ CMD_IN_READER, "u", CMD_HALF_UP },
	{ CMD_IN_READER, "<Space> <PgDn>", CMD_PAGE_DOWN },
	{ CMD_IN_READER, "b <PgUp>", CMD_PAGE_UP },
	{ CMD_IN_READER, "g <Home>", CMD_TOP },
	{ CMD_IN_READER, "G <End>", CMD_BOTTOM },
	{ CMD_IN_READER, "%", CMD_PERCENT },
	{ CMD_IN_READER, "{", CMD_PARA_UP },
	{ CMD_IN_READER, "}", CMD_PARA_DOWN },
	{ CMD_IN_READER, "]", CMD_NEXT_SECTION },
	{ CMD_IN_READER, "[", CMD_PREV_SECTION },
	{ CMD_IN_READER, ")", CMD_NEXT_SIBLING },
	{ CMD_IN_READER, "(", CMD_PREV_SIBLING },
	{ CMD_IN_READER, "^", CMD_PARENT },
	{ CMD_IN_READER, ":", CMD_PALETTE },
	{ CMD_IN_READER, "<Tab>", CMD_NEXT_LINK },
	{ CMD_IN_READER, "<S-Tab>", CMD_PREV_LINK },
	{ CMD_IN_READER, "<Enter>", CMD_FOLLOW },
	{ CMD_IN_READER, "f", CMD_HINTS },
	{ CMD_IN_READER, "p", CMD_PEEK },
	{ CMD_IN_READER, "H <BackSpace>", CMD_BACK },
	{ CMD_IN_READER, "L", CMD_FORWARD },
	{ CMD_IN_READER, "/", CMD_SEARCH },
	{ CMD_IN_READER, "n", CMD_NEXT_MATCH },
	{ CMD_IN_READER, "N", CMD_PREV_MATCH },
	{ CMD_IN_READER, "&", CMD_HITS },
	{ CMD_IN_READER, "i", CMD_INDEX },
	{ CMD_IN_READER, "K", CMD_DEFINE },
	{ CMD_IN_READER, "t", CMD_CONTENTS },
	{ CMD_IN_CONTENTS, "t", CMD_CONTENTS_CLOSE },
	{ CMD_IN_CONTENTS, "h", CMD_FOLD },
	{ CMD_IN_CONTENTS, "l", CMD_UNFOLD },
	{ CMD_IN_CONTENTS, "1", CMD_LEVEL_1 },
	{ CMD_IN_CONTENTS, "6", CMD_LEVEL_6 },
	{ CMD_IN_CONTENTS, "/", CMD_FILTER },
	{ CMD_IN_READER, "m", CMD_MARK },
	{ CMD_IN_READER, "'", CMD_GO_MARK },
	{ CMD_IN_READER, "M", CMD_MARKS },
	{ CMD_IN_READER, "a", CMD_NOTE },
	{ CMD_IN_READER, "A", CMD_NOTES },
	{ CMD_IN_READER, "y", CMD_COPY },
	{ CMD_IN_READER, "+", CMD_WIDER },
	{ CMD_IN_READER, "-", CMD_NARROWER },
	{ CMD_IN_READER, "#", CMD_NUMBERS },
	{ CMD_IN_READER, "c", CMD_THEME },
	{ CMD_IN_READER, "<", CMD_PAN_LEFT },
	{ CMD_IN_READER, ">", CMD_PAN_RIGHT },
	{ CMD_IN_READER, "C-l", CMD_REDRAW },
	{ CMD_IN_READER, "x", CMD_QUIZ },
	{ CMD_IN_READER, "X", CMD_QUIZ_MENU },
	{ CMD_IN_READER, "S", CMD_SCORES },
	{ CMD_IN_READER, "? <F1>", CMD_HELP },
	{ CMD_IN_READER, "q", CMD_CLOSE },
	{ CMD_IN_READER, "Q", CMD_QUIT },
	{ CMD_IN_READER, "C-g <Esc>", CMD_CANCEL },
	{ CMD_IN_CONTENTS, "C-g <Esc>", CMD_CANCEL },
	{ CMD_IN_PLACES, "C-g <Esc>", CMD_CANCEL },
	{ CMD_IN_QUIZ, "C-g <Esc>", CMD_CANCEL },
	{ CMD_IN_PROMPT, "C-g <Esc>", CMD_UNDO },
	{ CMD_IN_READER, "C-z", CMD_SUSPEND },
	{ CMD_IN_PROMPT, "C-n", CMD_STEP_NEXT },
	{ CMD_IN_PROMPT, "C-p", CMD_STEP_PREV },
	{ CMD_IN_QUIZ, "<Enter>", CMD_CHECK },
	{ CMD_IN_QUIZ, "<Space>", CMD_TICK },
	{ CMD_IN_QUIZ, "<Down>", CMD_NEXT_OPTION },
	{ CMD_IN_QUIZ, "<Up>", CMD_PREV_OPTION },
	{ CMD_IN_QUIZ, "<F2>", CMD_HINT },
	{ CMD_IN_QUIZ, "<F3>", CMD_PASSAGE },
	{ CMD_IN_QUIZ, "<F4>", CMD_SKIP },
	/* No key needs flow control. */
	{ CMD_IN_READER, "C-s C-q", CMD_NONE },
	{ CMD_IN_PROMPT, "C-s C-q", CMD_NONE },
	{ CMD_IN_QUIZ, "C-s C-q", CMD_NONE },
};

static void
keys_are_as_promised(void **state)
{
	struct bindings b = { 0 }, one;
	size_t i, k;

	(void)state;
	bindings_defaults(&b);
	for (i = 0; i < sizeof(promises) / sizeof(*promises); i++) {
		const struct promise *p = &promises[i];

		memset(&one, 0, sizeof(one));
		assert_int_equal(bindings_add(&one, CMD_HELP, p->keys), 0);
		for (k = 0; k < one.all.n; k++) {
			enum cmd_id does =
			    bindings_find(&b, p->where, one.all.v[k].key);

			if (does != p->cmd)
				fail_msg("\"%s\" is %s", p->keys,
				    does == CMD_NONE ? "nothing"
						     : cmd_info[does].name);
		}
		bindings_release(&one);
	}
	bindings_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_as_promised),
		cmocka_unit_test(no_key_is_bound_twice),
		cmocka_unit_test(no_text_is_bound_in_prompts),
		cmocka_unit_test(names_and_help_are_fit_to_print),
		cmocka_unit_test(help_has_all_commands),
		cmocka_unit_test(keys_are_looked_up_in_parents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
