/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "term/key.h"
#include "unit.h"

static void
names_are_read(void **state)
{
	static const struct {
		const char *name;
		int key;
	} cases[] = {
		{ "j", 'j' },
		{ "J", 'J' },
		{ "<", '<' },
		{ ">", '>' },
		{ "-", '-' },
		{ "\xc3\xa9", 0xe9 },
		{ "<Down>", TKEY_DOWN },
		{ "<down>", TKEY_DOWN },
		{ "<F3>", TKEY_F3 },
		{ "<F12>", TKEY_F12 },
		{ "<Space>", ' ' },
		{ "<Enter>", 13 },
		{ "<Return>", 13 },
		{ "<Tab>", 9 },
		{ "<S-Tab>", TKEY_BACKTAB },
		{ "<Esc>", 27 },
		{ "<BackSpace>", 127 },
		{ "<PageDown>", TKEY_PGDN },
		{ "<PgDn>", TKEY_PGDN },
		{ "<Lt>", '<' },
		{ "C-l", 12 },
		{ "C-L", 12 },
		{ "<C-l>", 12 },
		{ "C-g", 7 },
		{ "C-i", TKEY_TAB },
		{ "C-m", TKEY_ENTER },
		{ "C-j", TKEY_ENTER },
		{ "C-h", TKEY_BACKSPACE },
		{ "C-[", TKEY_ESC },
		{ "C-]", 29 },
		{ "", -1 },
		{ " ", -1 },
		{ "<>", -1 },
		{ "<Foo>", -1 },
		{ "Down", -1 },
		{ "<Down", -1 },
		{ "<F13>", -1 },
		{ "<F1x>", -1 },
		{ "<F>", -1 },
		{ "C-", -1 },
		{ "C-1", -1 },
		{ "C-@", -1 },
		{ "C-ab", -1 },
		{ "jj", -1 },
		{ "\x1b", -1 },
		{ "<resize>", -1 },
		{ "<hangup>", -1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (key_parse(cases[i].name) != cases[i].key)
			print_message("# %s\n", cases[i].name);
		assert_int_equal(key_parse(cases[i].name), cases[i].key);
	}
}

static int
is_event(int key)
{
	return key >= TKEY_PASTE_BEGIN && key < TKEY_LIMIT;
}

/* All that can be typed has a name that reads back as the same. */
static void
names_round_trip(void **state)
{
	char name[KEY_NAME_MAX];
	int key, alone;

	(void)state;
	for (key = 1; key < TKEY_LIMIT; key++) {
		if (key > 0x3000 && key < 0x10fff0)
			key += 97; /* enough of the many */
		key_format(key, name);
		alone = key == '\b' || key == '\n';
		if (alone || is_event(key) || name[0] == '\0')
			continue;
		assert_int_equal(key_parse(name), key);
	}
	assert_string_equal(key_format(TKEY_HANGUP, name), "hangup");
	assert_string_equal(key_format(TKEY_RESIZE, name), "resize");
	assert_string_equal(key_format(0, name), "");
	assert_string_equal(key_format(-1, name), "");
	assert_string_equal(key_format(TKEY_LIMIT, name), "");
	assert_string_equal(key_format(0x9b, name), "");
	assert_string_equal(key_format(12, name), "C-l");
	assert_string_equal(key_format(' ', name), "<Space>");
	assert_string_equal(key_format('<', name), "<");
}

/* No name means two keys, none is too long for its room. */
static void
names_are_distinct(void **state)
{
	char a[KEY_NAME_MAX], b[KEY_NAME_MAX];
	int i, j;

	(void)state;
	for (i = TKEY_FIRST + 1; i < TKEY_LIMIT; i++) {
		assert_true(strlen(key_format(i, a)) > 0);
		for (j = i + 1; j < TKEY_LIMIT; j++)
			assert_string_not_equal(a, key_format(j, b));
	}
}

static void
rows_of_keys(void **state)
{
	static const int want[] = { 'j', 'j', ' ', '<', 'x', TKEY_F2, '<', 'N',
		'o', '>', 0xe9, 12, '<', 'a', -1, -1 };
	const char *s = "jj<Space><Lt>x<f2><No>\xc3\xa9<C-l><a";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(want) / sizeof(*want); i++)
		assert_int_equal(key_next(&s), want[i]);
}

static void
text_keys(void **state)
{
	static const int text[] = { ' ', 'a', '~', 0xa0, 0xe9, 0x4e2d,
		0x1f600 };
	static const int other[] = { 0, 9, 13, 27, 31, 127, 0x80, 0x9f, 0xd800,
		TKEY_UP, TKEY_HANGUP, -1 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(text) / sizeof(*text); i++)
		assert_true(key_is_text(text[i]));
	for (i = 0; i < sizeof(other) / sizeof(*other); i++)
		assert_false(key_is_text(other[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read),
		cmocka_unit_test(names_round_trip),
		cmocka_unit_test(names_are_distinct),
		cmocka_unit_test(rows_of_keys),
		cmocka_unit_test(text_keys),
	};

	return cmocka_run_group_tests_name("key", tests, NULL, NULL);
}
