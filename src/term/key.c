/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/key.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "text/utf8.h"

struct key_row {
	const char *name;
	int key;
};

/* What has a name and can be bound; the first of several names is written. */
static const struct key_row key_table[] = {
#define CHAR(id, code, name) { name, TKEY_##id },
#define KEY(id, name)        { name, TKEY_##id },
#define ALIAS(id, name)      { name, TKEY_##id },
#define EVENT(id, name)
#include "term/key.def"
#undef CHAR
#undef KEY
#undef ALIAS
#undef EVENT
};

static const struct key_row event_table[] = {
#define CHAR(id, code, name)
#define KEY(id, name)
#define ALIAS(id, name)
#define EVENT(id, name) { name, TKEY_##id },
#include "term/key.def"
#undef CHAR
#undef KEY
#undef ALIAS
#undef EVENT
};

#define ROWS(table) (sizeof(table) / sizeof(*(table)))

static int
named_key(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < ROWS(key_table); i++) {
		if (strncasecmp(key_table[i].name, s, len) == 0 &&
		    key_table[i].name[len] == '\0')
			return key_table[i].key;
	}
	return -1;
}

/* "C-l": the control code as a terminal sends it. */
static int
control_key(const char *s, size_t len)
{
	int ch = len == 3 ? s[2] : 0;

	if (len != 3 || s[0] != 'C' || s[1] != '-')
		return -1;
	if (ch >= 'a' && ch <= 'z')
		ch -= 'a' - 'A';
	if (ch <= '@' || ch > '_')
		return -1;
	ch -= '@';
	return ch == '\b' ? TKEY_BACKSPACE : ch == '\n' ? TKEY_ENTER : ch;
}

/* What stands between angle brackets. */
static int
bracketed_key(const char *s, size_t len)
{
	int key = named_key(s, len);

	return key >= 0 ? key : control_key(s, len);
}

int
key_parse(const char *s)
{
	size_t len = strlen(s);
	uint32_t ch;

	if (len == 0)
		return -1;
	if (len > 2 && s[0] == '<' && s[len - 1] == '>')
		return bracketed_key(s + 1, len - 2);
	if (utf8_decode(s, len, &ch) == len && ch > ' ' && ch != 0x7f)
		return (int)ch;
	return control_key(s, len);
}

int
key_next(const char **s)
{
	const char *end;
	uint32_t ch;
	int key;

	if (**s == '\0')
		return -1;
	end = **s == '<' ? strchr(*s, '>') : NULL;
	if (end != NULL) {
		key = bracketed_key(*s + 1, (size_t)(end - *s) - 1);
		if (key >= 0) {
			*s = end + 1;
			return key;
		}
	}
	*s += utf8_decode(*s, strlen(*s), &ch);
	return (int)ch;
}

static const char *
find_name(const struct key_row *table, size_t rows, int key)
{
	size_t i;

	for (i = 0; i < rows; i++) {
		if (table[i].key == key)
			return table[i].name;
	}
	return NULL;
}

char *
key_format(int key, char out[KEY_NAME_MAX])
{
	const char *name = find_name(key_table, ROWS(key_table), key);
	const char *event = find_name(event_table, ROWS(event_table), key);
	struct buf b = BUF_INIT;

	out[0] = '\0';
	if (name != NULL && key != TKEY_LT) {
		snprintf(out, KEY_NAME_MAX, "<%s>", name);
	} else if (event != NULL) {
		snprintf(out, KEY_NAME_MAX, "%s", event);
	} else if (key > 0 && key < ' ') {
		snprintf(out, KEY_NAME_MAX, "C-%c",
		    key <= 26 ? key + 'a' - 1 : key + '@');
	} else if (key_is_text(key)) {
		utf8_encode(&b, (uint32_t)key);
		snprintf(out, KEY_NAME_MAX, "%s", b.s);
	}
	buf_release(&b);
	return out;
}

int
key_is_text(int key)
{
	return key >= ' ' && key < 0x110000 && (key < 0x7f || key > 0x9f) &&
	    (key < 0xd800 || key > 0xdfff);
}

/* Above all that is a key: twelve bits of row, twelve of column. */
enum { CLICK = 1 << 24, CLICK_BITS = 12 };

int
key_click(int row, int col)
{
	row = row < 0 ? 0 : row > CLICK_MAX ? CLICK_MAX : row;
	col = col < 0 ? 0 : col > CLICK_MAX ? CLICK_MAX : col;
	return CLICK | row << CLICK_BITS | col;
}

int
key_is_click(int key)
{
	return key >= CLICK;
}

int
key_click_row(int key)
{
	return (key - CLICK) >> CLICK_BITS;
}

int
key_click_col(int key)
{
	return key & CLICK_MAX;
}
