/* SPDX-License-Identifier: ISC */
/*
 * prompt.h - a line to type in the status line
 *
 * Layer tui.  A view that covers nothing else; what lies below may change while
 * it is typed.
 */
#ifndef LECTERN_TUI_PROMPT_H
#define LECTERN_TUI_PROMPT_H

struct tui;
struct view;

/* All but `accept` and `does` may be NULL. */
struct prompt_ops {
	const char *does; /* what accepting does, "keep" */

	/* Takes what was typed, which may be ""; the prompt is closed. */
	void (*accept)(struct tui *t, void *arg, const char *text);

	/* It was taken back; the prompt is closed. */
	void (*undo)(void *arg);

	/* The text is another one.  Then erasing in an empty line is undo. */
	void (*changed)(void *arg, const char *text);

	/* To the next (1) or previous (-1) of what `changed` lists. */
	void (*step)(void *arg, int by);
};

/* `label` stands before the line, `text` is in it; both are copied. */
struct view *prompt_new(const char *label, const char *text,
    const struct prompt_ops *ops, void *arg);

#endif
