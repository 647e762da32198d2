/* SPDX-License-Identifier: ISC */
/*
 * key.h - keys as numbers and as config text
 *
 * Layer term: may include base and text.  A key is an int: a Unicode character
 * below 0x110000, or a TKEY_ constant from there on.  Control keys are the
 * characters 1 to 31, so "C-l" is 12.  A terminal cannot tell some keys apart,
 * and neither does this program: C-i is Tab, C-j and C-m are Enter, C-h is
 * BackSpace, C-[ is Esc.  C-z never arrives: term_key() suspends.
 *
 * Config text: a character stands for itself ("j", "]", "<"), a control key is
 * "C-l" or "<C-l>", others have a name in angle brackets, in any case of
 * letters: "<Down>", "<F3>", "<S-Tab>".  key.def has them all.
 */
#ifndef LECTERN_TERM_KEY_H
#define LECTERN_TERM_KEY_H

enum tkey {
#define CHAR(id, code, name) TKEY_##id = (code),
#define KEY(id, name)
#define ALIAS(id, name)
#define EVENT(id, name)
#include "term/key.def"
#undef CHAR
#undef KEY
#undef EVENT

	TKEY_FIRST = 0x110000 - 1, /* the specials follow */
#define CHAR(id, code, name)
#define KEY(id, name)   TKEY_##id,
#define EVENT(id, name) TKEY_##id,
#include "term/key.def"
#undef CHAR
#undef KEY
#undef ALIAS
#undef EVENT
	TKEY_LIMIT
};

/*
 * A click of the first button of a mouse is a key as well, one that has no name
 * and holds the cell: rows and columns from 0, up to CLICK_MAX.
 */
enum { CLICK_MAX = 4095 };
int key_click(int row, int col);
int key_is_click(int key);
int key_click_row(int key);
int key_click_col(int key);

/* The key that the config text `s` names, or -1. */
int key_parse(const char *s);

/*
 * The first key of a row of keys as scripts and help have them, "gg<Space>":
 * sets `*s` behind it.  A '<' that begins no name stands for itself, and
 * "<Lt>" always does.  -1 at the end of the string.
 */
int key_next(const char **s);

/* Room for any name and its NUL. */
enum { KEY_NAME_MAX = 16 };

/*
 * Writes the config text of `key` to `out`; key_parse() reads it back.  An
 * event gives its name without brackets, which no config text can be; a number
 * that is no key gives "".  Returns `out`.  (curses has taken "key_name".)
 */
char *key_format(int key, char out[KEY_NAME_MAX]);

/* 1 for a character that can be typed into a line of text. */
int key_is_text(int key);

#endif
