/* SPDX-License-Identifier: ISC */
/*
 * app.h - the full-screen program: its state, its views, its loop
 *
 * Layer tui: may include all layers below it.
 *
 * The screen shows a stack of views.  The one on top gets the keys; what it
 * does not cover shows the ones below.  The document is read, and indexed once
 * somebody searches, a bounded piece at a time between two looks at the
 * keyboard; when that is done and no key comes, nothing runs.  The screen is
 * painted only when no key is waiting, so what was typed ahead is painted once.
 *
 * Commands and their keys are those of cmd.def.  A view gets keys first as they
 * are (`key`), then as commands by the bindings of its place (`commands`); what
 * it leaves of CMD_IN_ANY is done here.
 */
#ifndef LECTERN_TUI_APP_H
#define LECTERN_TUI_APP_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "term/canvas.h"
#include "tui/cmd.h"
#include "tui/config.h"
#include "tui/tui.h"

struct doc;
struct docbook;
struct line;
struct term;
struct text_index;
struct view;

/* What a command does in a view. */
struct view_command {
	void (*run)(struct view *v);
};

/* All but `draw` and `close` may be NULL. */
struct view_ops {
	const char *name;
	enum cmd_where where; /* which bindings hold */
	int covers;           /* 1: nothing below shows through */
	int pastes;           /* 1: takes pasted text, as characters */
	int counts;           /* 1: digits are a number before a command */
	const struct view_command *commands; /* CMD_COUNT of them */

	/* A key before the bindings; returns 1 if it was for the view. */
	int (*key)(struct view *v, int key);

	/* A command that `commands` has not; returns 1 if it was done. */
	int (*other)(struct view *v, enum cmd_id cmd);

	/* The first button of the mouse went down there. */
	void (*click)(struct view *v, int row, int col);

	/* What a turn of the wheel does, three times; CMD_NONE: nothing, but
	 * where keys are those of lists it moves by lines. */
	enum cmd_id wheel_up, wheel_down;

	/* The screen has this size from now on; called before all else. */
	void (*resize)(struct view *v, int rows, int cols);

	/* The document or the index is complete. */
	void (*grown)(struct view *v);

	/* The view is on top (again): it was pushed, or what lay on it went. */
	void (*shown)(struct view *v);

	/* Work that many keys may share: called once before a painting, of the
	 * views from the top down. */
	void (*prepare)(struct view *v);

	/* Draws on the canvas, which has what is below already. */
	void (*draw)(struct view *v, struct canvas *c);

	/* What the view drew is on the screen.  For the top one only. */
	void (*painted)(struct view *v);

	/* Time has passed: called again and again for all views, after so many
	 * ms as it says, or earlier; -1: when anything happens. */
	int (*tick)(struct view *v);

	/* Frees the view. */
	void (*close)(struct view *v);
};

/* A view's own struct has this as its first member. */
struct view {
	const struct view_ops *ops;
	struct tui *tui;
	struct view *below;
	int closed; /* goes when the key that closed it is done with */
};

struct tui {
	const struct tui_options *opt;
	struct term *term;
	struct canvas canvas;
	int ascii; /* 1: the terminal shows no more than ASCII */
	struct bindings bindings;

	struct docbook *builder; /* NULL once all has been read */
	struct doc *owned;       /* then this is the document */
	const struct doc *doc;
	struct text_index *index; /* NULL: nobody has searched yet */
	int indexed;              /* 1: it has the whole document */

	struct view *top;
	struct view *reader; /* the one at the bottom */
	int count;           /* number typed before a command, -1: none */
	struct buf message;  /* shown in the status line until a key */
	unsigned message_style;
	int pasting; /* what comes is text, for views that take it */
	int dirty;   /* the screen is not what it should be */
	int quit;
	int tour;     /* it was asked for on leaving */
	int hangup;   /* the line is dead */
	char *search; /* what was searched for last, for all views; or NULL */
};

/* Puts a view on top; takes it. */
void tui_push(struct tui *t, struct view *v);

/* The view goes as soon as the key under way is done with. */
void tui_close(struct view *v);

/* Leaves the program after this key. */
void tui_quit(struct tui *t);

/* Shows a message in the status line until the next key. */
void tui_say(struct tui *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* The same for what went wrong. */
void tui_warn(struct tui *t, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* The number typed before the command, or `otherwise`. */
int tui_count(const struct tui *t, int otherwise);

/* What the config file says, or what is usual. */
int tui_setting(const struct tui *t, enum setting set);

/* [s] since 1970; for a script the same all the time. */
int64_t tui_now(const struct tui *t);

/* [ms] of a clock that does not go backward; for a script always 0. */
int64_t tui_clock_ms(const struct tui *t);

/* The screen must be painted anew before the next wait. */
void tui_touch(struct tui *t);

/* Reads all that is left of the document, however long it takes. */
void tui_load_all(struct tui *t);

/* Somebody is about to search: the index is made while there is time. */
void tui_want_index(struct tui *t);

/* The index, of all that has been read. */
const struct text_index *tui_index(struct tui *t);

/* 1 while the document, or an index that is wanted, is not complete. */
int tui_loading(const struct tui *t);

/* Runs a command as if its key had been typed in the view.  Returns 0 when it
 * has no meaning there. */
int tui_command(struct view *v, enum cmd_id cmd);

/* Appends the first key of a command, for a hint: "x", "^N". */
void tui_key(const struct tui *t, enum cmd_id cmd, struct buf *out);

/*
 * Opens the document at node `n`, the passage that some other view is about,
 * with its lines marked; `back` is what closing it comes back to ("the
 * question").  The reader's own place is not touched.
 */
void tui_open_passage(struct tui *t, uint32_t n, const char *back);

/*
 * The header, in row 0: `left`, cut with dots if need be, and `right` at its
 * end.  Not shown where the screen is too low for it.
 */
void tui_header(struct tui *t, const char *left, const char *right);

/*
 * The status line, in the last row: the message if there is one, else `hint`
 * and at its end `right`, or what was typed of a number.
 */
void tui_status(struct tui *t, const char *hint, const char *right);

/* Appends `s` in one line as the terminal can show it, cut to `cols` with
 * dots. */
void tui_fit(const struct tui *t, const char *s, int cols, struct buf *out);

/* Draws the same from the pen on. */
void tui_put(struct tui *t, const char *s, int cols, unsigned style);

/* [col] Where a row of a list begins; the sign of the selected one is before
 * it. */
int tui_row_col(const struct tui *t);

/* Shows a row, drawn, as the selected one. */
void tui_select_row(struct tui *t, int row);

/* Draws a line of the layout (layout/lines.h), its column 0 at `col`. */
void tui_line(struct canvas *c, int row, int col, const struct line *line);

/* Draws an empty box with a frame; `inner` is what is within it, a column of
 * blanks at each side left out. */
void tui_box(struct canvas *c, const struct canvas_rect *box, int ascii,
    struct canvas_rect *inner);

/* The rows between header and status line; a screen may be too low for either,
 * but one row there is always. */
struct canvas_rect tui_body(const struct tui *t);

#endif
