/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "term/key.h"
#include "tui/config.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
lines_are_understood(void **state)
{
	static const char file[] = "# mine\n\n  set width 60\r\n"
				   "set theme light\nkeys info\n"
				   "bind reader n next-match\n"
				   "bind reader <F5> quiz\n"
				   "bind any Q none\nset width 64\n";
	struct config c;
	struct diags d;
	char value[16];

	(void)state;
	diags_init(&d);
	config_init(&c);
	assert_int_equal(c.value[SET_WIDTH], 72);
	config_parse(&c, file, "config", &d);
	assert_int_equal(d.all.n, 0);
	assert_int_equal(c.value[SET_WIDTH], 64);
	assert_string_equal(config_value(&c, SET_THEME, value), "light");
	assert_string_equal(config_value(&c, SET_RESUME, value), "on");
	assert_string_equal(config_value(&c, SET_WIDTH, value), "64");
	assert_int_equal(
	    bindings_find(&c.bindings, CMD_IN_READER, 'n'), CMD_NEXT_MATCH);
	assert_int_equal(
	    bindings_find(&c.bindings, CMD_IN_READER, 'u'), CMD_PARENT);
	assert_int_equal(
	    bindings_find(&c.bindings, CMD_IN_READER, TKEY_F5), CMD_QUIZ);
	assert_int_equal(
	    bindings_find(&c.bindings, CMD_IN_READER, 'Q'), CMD_NONE);
	assert_int_equal(
	    bindings_find(&c.bindings, CMD_IN_READER, 'j'), CMD_LINE_DOWN);
	config_release(&c);
	diags_release(&d);
}

/* Some keys of each preset, and what they leave alone. */
static void
presets_bind_what_fingers_know(void **state)
{
	static const struct {
		const char *preset, *key;
		enum cmd_id cmd;
	} t[] = {
		{ "less", "e", CMD_LINE_DOWN },
		{ "less", "y", CMD_LINE_UP },
		{ "less", "f", CMD_PAGE_DOWN },
		{ "less", "w", CMD_PAGE_UP },
		{ "less", "<", CMD_TOP },
		{ "less", ">", CMD_BOTTOM },
		{ "less", "/", CMD_SEARCH },
		{ "less", "n", CMD_NEXT_MATCH },
		{ "less", "F", CMD_HINTS },
		{ "vi", "C-e", CMD_LINE_DOWN },
		{ "vi", "C-y", CMD_LINE_UP },
		{ "vi", "C-]", CMD_FOLLOW },
		{ "vi", "C-o", CMD_BACK },
		{ "vi", "j", CMD_LINE_DOWN },
		{ "vi", "C-f", CMD_PAGE_DOWN },
		{ "vi", "v", CMD_SELECT },
		{ "info", "n", CMD_NEXT_SIBLING },
		{ "info", "p", CMD_PREV_SIBLING },
		{ "info", "u", CMD_PARENT },
		{ "info", "l", CMD_BACK },
		{ "info", "<BackSpace>", CMD_PAGE_UP },
		{ "info", "]", CMD_NEXT_SECTION },
		{ "info", "i", CMD_INDEX },
		{ "lynx", "<Down>", CMD_NEXT_LINK },
		{ "lynx", "<Up>", CMD_PREV_LINK },
		{ "lynx", "<Right>", CMD_FOLLOW },
		{ "lynx", "<Left>", CMD_BACK },
		{ "lynx", "<Space>", CMD_PAGE_DOWN },
		{ "lynx", "<Ins>", CMD_HALF_UP },
	};
	struct config c;
	struct diags d;
	char line[32];
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(t); i++) {
		diags_init(&d);
		config_init(&c);
		snprintf(line, sizeof(line), "keys%c%s\n", i % 2 ? '=' : ' ',
		    t[i].preset);
		config_parse(&c, line, "config", &d);
		assert_int_equal(d.all.n, 0);
		assert_int_equal(bindings_find(&c.bindings, CMD_IN_READER,
				     key_parse(t[i].key)),
		    t[i].cmd);
		config_release(&c);
		diags_release(&d);
	}
}

static void
settings_may_have_a_sign(void **state)
{
	static const struct {
		const char *line, *says; /* NULL: it is right */
		int col;
	} t[] = {
		{ "mouse=on", NULL, 0 },
		{ "  width=60", NULL, 0 },
		{ "mouse=yes", "yes", 7 },
		{ "hue=3", "no setting \"hue\"", 1 },
		{ "keys=emacs", "less, vi, info or lynx", 6 },
		{ "mouse=", "begins no line", 1 },
		{ "=on", "begins no line", 1 },
	};
	struct config c;
	struct diags d;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(t); i++) {
		diags_init(&d);
		config_init(&c);
		config_parse(&c, t[i].line, "config", &d);
		assert_int_equal(d.all.n, t[i].says != NULL);
		if (t[i].says != NULL) {
			assert_non_null(strstr(d.all.v[0].text, t[i].says));
			assert_int_equal(d.all.v[0].col, t[i].col);
		}
		if (i == 0)
			assert_int_equal(c.value[SET_MOUSE], MOUSE_ON);
		if (i == 1)
			assert_int_equal(c.value[SET_WIDTH], 60);
		config_release(&c);
		diags_release(&d);
	}
}

static void
faults_say_where(void **state)
{
	static const struct {
		const char *file;
		int line, col;
		const char *says;
	} rows[] = {
		{ "color red\n", 1, 1, "\"color\" begins no line" },
		{ "\n  set hue 3\n", 2, 7, "no setting \"hue\"" },
		{ "set width", 1, 1, "set needs a name and a value" },
		{ "set width 60 70", 1, 14, "\"70\" is one word" },
		{ "set width 19", 1, 11, "a number from 20 to 200" },
		{ "set width 1e3", 1, 11, "cannot be \"1e3\"" },
		{ "set width 99999999999999999999", 1, 11, "cannot be" },
		{ "set theme \xc3\xa9", 1, 11, "auto|dark|light|plain" },
		{ "set \xc3\xa9\xc3\xa9 x", 1, 5, "no setting" },
		{ "keys emacs", 1, 6, "less, vi, info or lynx" },
		{ "bind moon x quiz", 1, 6, "no place" },
		{ "bind reader xx quiz", 1, 13, "names no key" },
		{ "bind reader x quizz", 1, 15, "no command" },
		{ "bind list x quiz", 1, 13, "no command \"quiz\" at list" },
		{ "bind reader x", 1, 1, "bind needs" },
		{ "a b c d e f g h", 1, 1, "begins no line" },
	};
	struct config c;
	struct diags d;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		diags_init(&d);
		config_init(&c);
		config_parse(&c, rows[i].file, "config", &d);
		assert_int_equal(d.all.n, 1);
		assert_int_equal(d.all.v[0].line, rows[i].line);
		assert_int_equal(d.all.v[0].col, rows[i].col);
		assert_non_null(strstr(d.all.v[0].text, rows[i].says));
		assert_int_equal(c.value[SET_WIDTH], 72);
		config_release(&c);
		diags_release(&d);
	}
}

/* Every preset names a place, a key and a command that there are. */
static void
presets_are_sound(void **state)
{
	static const struct {
		const char *place, *key, *command;
	} rows[] = {
#define NUMBER(id, name, usual, least, most, help)
#define CHOICE(id, name, values, help)
#define PRESET(preset, place, key, command) { place, key, command },
#include "tui/set.def"
#undef NUMBER
#undef CHOICE
#undef PRESET
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(rows); i++) {
		assert_int_not_equal(
		    cmd_where_find(rows[i].place), CMD_IN_COUNT);
		assert_true(key_parse(rows[i].key) >= 0);
		assert_int_not_equal(cmd_find(rows[i].command), CMD_NONE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_understood),
		cmocka_unit_test(faults_say_where),
		cmocka_unit_test(presets_bind_what_fingers_know),
		cmocka_unit_test(settings_may_have_a_sign),
		cmocka_unit_test(presets_are_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
