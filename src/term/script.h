/* SPDX-License-Identifier: ISC */
/*
 * script.h - a terminal that is a script
 *
 * Layer term: may include base and text.  term_open_script() (term.h) makes a
 * terminal whose keys are read from a file and whose screens are written to
 * another.  A line of the script is one of:
 *
 *	# a comment; empty lines are skipped as well
 *	keys jjj<Space><C-l>    these keys (key.h: key_next)
 *	type a < b              the rest of the line, character by character
 *	paste some text         the same between TKEY_PASTE_BEGIN and _END
 *	click ROW COL           the first button of a mouse, from 0
 *	:screen NAME            writes the screen as text
 *	:styles NAME            writes its styles as letters
 *	:paints                 writes how often the screen was shown so far
 *	:size COLSxROWS         a new size: TKEY_RESIZE
 *	:wait SECONDS           time passes for those who ask term_clock_ms()
 *	:timeout                TKEY_TIMEOUT, if the program waits with one
 *	:hup                    TKEY_HANGUP: the line is dead
 *	:quit                   the same; so is the end of the script
 *
 * A screen is written as
 *
 *	== NAME 80x24 cursor 3,12
 *	first row, blanks at its end trimmed
 *	...
 *	==
 *
 * with "cursor hidden" where none is shown; rows and columns count from 0.
 * Styles look the same, with the letters of canvas_style_letter() and
 * "== NAME 80x24 styles" on top.  What is written is what term_show() showed
 * last: a view that skips its painting shows here as well.  Keys of one line
 * count as typed ahead: term_pending() says 1 until the last of them.
 *
 * What is copied is written as "== copied", the text, "==".
 *
 * Time does not pass: term_key() gives the next key, whatever the timeout.  A
 * line that cannot be read is written to the output as "== line N: what is
 * wrong" and ends the script.  ":timeout" is skipped when the program waits
 * without one, and a key given to it in place of TKEY_TIMEOUT is as good.
 */
#ifndef LECTERN_TERM_SCRIPT_H
#define LECTERN_TERM_SCRIPT_H

struct buf;
struct canvas;

/* Appends the screen as ":screen NAME" writes it; also for tests of views. */
void script_screen(struct buf *out, const struct canvas *c, const char *name);

/* The same for ":styles NAME". */
void script_styles(struct buf *out, const struct canvas *c, const char *name);

#endif
