/* SPDX-License-Identifier: ISC */
/*
 * terminfo.h - what is made of the strings of terminfo(5)
 *
 * Layer term: may include base and text.  Where the strings come from is
 * curses's (curses.c): a lookup is passed in, or a string, NULL where the
 * terminal has none.
 */
#ifndef LECTERN_TERM_TERMINFO_H
#define LECTERN_TERM_TERMINFO_H

struct buf;
struct keyboard;

/* Appends a string without its padding, "$<5>". */
void terminfo_add(struct buf *b, const char *s);

/* Tells the keyboard what the terminal sends for each key, by a lookup of
 * capabilities by name ("kcuu1"). */
void terminfo_keys(struct keyboard *k, const char *(*find)(const char *name));

/* 1 if a terminal with this "acsc" draws the piece of a box, with a character
 * of ASCII: those of PCs use others, which are not for this locale. */
int terminfo_draws(const char *acsc, int letter);

#endif
