/* SPDX-License-Identifier: ISC */
/*
 * curses.c - the terminal backend, and the one file that includes curses
 *
 * curses keeps the screen: it finds the least to send, and scrolls by the
 * terminal's regions (idlok).  Keys do not come through it (keyboard.h says why),
 * nor do signals (guard.h), so that waiting has no race and costs no wake-up.
 */
#include "config.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <wchar.h>

#include <curses.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "term/canvas.h"
#include "term/guard.h"
#include "term/key.h"
#include "term/look.h"
#include "term/osc52.h"
#include "term/osc8.h"
#include "term/term.h"
#include "term/terminfo.h"
#include "term/tty.h"
#include "text/ascii.h"
#include "text/utf8.h"

#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1000;1002;1003;1006l"

enum { CTRL_Z = 26 };

struct pair {
	int fg, bg;
};

struct screen {
	struct term term;
	SCREEN *scr;
	char type[64];
	struct termios modes; /* as they were before */
	struct canvas shown;  /* what curses was given last */
	struct tty tty;
	struct osc8 osc8;
	cchar_t row[CANVAS_MAX]; /* a row under way */
	VEC(struct pair) pairs;  /* pair number i + 1 */
	enum look_depth depth;
	enum look_theme theme;
	int rows, cols;
	int utf8;
	int xterm_modes; /* knows the modes of xterm for mouse and paste */
	int can_hide;    /* the cursor */
	int cursor;      /* as given to curs_set() */
	int fresh;       /* a TKEY_RESIZE is due */
};

static struct screen *
screen_of(struct term *t)
{
	return (struct screen *)t;
}

/* A string of terminfo, or NULL. */
static const char *
capability(const char *name)
{
	const char *s = tigetstr(name);

	return (intptr_t)s == -1 ? NULL : s;
}

/*
 * Bytes past curses.  Its own are all sent at the end of each call that
 * sends any, so the order is kept.
 */
static void
send(const struct screen *s, const char *bytes)
{
	if (!s->tty.hung_up)
		write_all(STDOUT_FILENO, bytes, strlen(bytes));
}

/* ---- what to put back after a crash ---- */

static void
arm(const struct screen *s)
{
	struct buf b = BUF_INIT;
	const char *region = capability("csr");
	const char *leave = capability("rmcup");

	terminfo_add(&b, capability("sgr0"));
	if (s->depth != LOOK_MONO)
		terminfo_add(&b, capability("op"));
	if (region != NULL)
		terminfo_add(&b, tiparm(region, 0, s->rows - 1));
	if (s->xterm_modes)
		buf_adds(&b, PASTE_OFF MOUSE_OFF);
	terminfo_add(&b, capability("rmkx"));
	terminfo_add(&b, capability("cnorm"));
	if (leave != NULL) {
		terminfo_add(&b, leave);
	} else {
		terminfo_add(&b, tiparm(capability("cup"), s->rows - 1, 0));
		buf_adds(&b, "\r\n");
	}
	guard_arm(STDOUT_FILENO, &s->modes, b.s, b.len);
	buf_release(&b);
}

/* ---- size, leaving, coming back ---- */

/* The size of the window, 0 x 0 if the terminal does not know it. */
static struct winsize
window_size(void)
{
	struct winsize w;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) < 0 || w.ws_row == 0 ||
	    w.ws_col == 0)
		memset(&w, 0, sizeof(w));
	if (w.ws_row > CANVAS_MAX)
		w.ws_row = CANVAS_MAX;
	if (w.ws_col > CANVAS_MAX)
		w.ws_col = CANVAS_MAX;
	return w;
}

static void
check_size(struct screen *s)
{
	struct winsize w = window_size();

	if (w.ws_row != 0 && (w.ws_row != s->rows || w.ws_col != s->cols)) {
		resize_term(w.ws_row, w.ws_col);
		osc8_forget(&s->osc8);
		/* Terminals differ in what they keep and where. */
		clearok(curscr, TRUE);
		s->fresh = 1;
	}
	getmaxyx(stdscr, s->rows, s->cols);
	arm(s);
}

/* The shell had the terminal: everything is set and sent anew. */
static void
come_back(struct screen *s)
{
	osc8_forget(&s->osc8);
	clearok(curscr, TRUE);
	doupdate();
	if (s->xterm_modes)
		send(s, PASTE_ON);
	if (s->tty.keyboard.mouse_wanted)
		send(s, MOUSE_ON);
	check_size(s);
	s->fresh = 1;
}

static void
leave(struct screen *s)
{
	if (s->xterm_modes)
		send(s, PASTE_OFF);
	if (s->tty.keyboard.mouse_wanted)
		send(s, MOUSE_OFF);
	endwin();
	guard_disarm();
}

static void
screen_suspend(struct term *t)
{
	struct screen *s = screen_of(t);

	if (s->tty.hung_up)
		return;
	leave(s);
	guard_suspend();
	if (guard_take() & GUARD_HANGUP)
		s->tty.hung_up = 1;
	come_back(s);
}

static void
take_flags(struct screen *s)
{
	unsigned flags = guard_take();

	if (flags & GUARD_HANGUP)
		s->tty.hung_up = 1;
	if (flags == 0 || s->tty.hung_up)
		return;
	if (flags & GUARD_STOP) {
		screen_suspend(&s->term);
	} else if (flags & GUARD_CONT) {
		/* Stopped by force, so the shell may have changed modes. */
		leave(s);
		come_back(s);
	} else {
		check_size(s);
	}
}

/* ---- keys ---- */

static int
screen_key(struct term *t, int timeout_ms)
{
	struct screen *s = screen_of(t);
	int64_t end = timeout_ms < 0 ? -1 : tty_now() + timeout_ms;
	int key;

	for (;;) {
		take_flags(s);
		if (s->tty.hung_up)
			return TKEY_HANGUP;
		if (s->fresh) {
			s->fresh = 0;
			return TKEY_RESIZE;
		}
		key = tty_event(&s->tty, end);
		if (key == CTRL_Z)
			screen_suspend(t);
		else if (key >= 0)
			return key;
	}
}

static int
screen_pending(struct term *t)
{
	struct screen *s = screen_of(t);

	take_flags(s);
	return s->fresh || tty_ready(&s->tty) || s->tty.hung_up;
}

static void
screen_watch(struct term *t, int fd)
{
	screen_of(t)->tty.watch_fd = fd;
}

/* ---- showing ---- */

/* The number of a pair of colours; 0, the terminal's own, if there is no room
 * for another. */
static short
pair_number(struct screen *s, int fg, int bg)
{
	struct pair pair = { fg, bg };
	size_t i;

	if (fg < 0 && bg < 0)
		return 0;
	for (i = 0; i < s->pairs.n; i++) {
		if (s->pairs.v[i].fg == fg && s->pairs.v[i].bg == bg)
			return (short)(i + 1);
	}
	if ((int)i + 1 >= COLOR_PAIRS ||
	    init_pair((short)(i + 1), (short)fg, (short)bg) == ERR)
		return 0;
	vec_push(&s->pairs, pair);
	return (short)(i + 1);
}

/* A style as curses has it. */
struct ink {
	attr_t attr;
	short pair;
};

static struct ink
ink_of(struct screen *s, unsigned style)
{
	struct look look = look_of(style, s->depth, s->theme);
	struct ink ink = { A_NORMAL, pair_number(s, look.fg, look.bg) };

	if (look.attr & LOOK_BOLD)
		ink.attr |= A_BOLD;
	if (look.attr & LOOK_UNDERLINE)
		ink.attr |= A_UNDERLINE;
	if (look.attr & LOOK_REVERSE)
		ink.attr |= A_REVERSE;
	if (look.attr & LOOK_ITALIC)
		ink.attr |= capability("sitm") != NULL ? A_ITALIC : A_UNDERLINE;
	return ink;
}

/* One ASCII character. */
static void
set_ascii(cchar_t *out, int ch, struct ink ink)
{
	wchar_t text[2] = { (wchar_t)ch, L'\0' };

	setcchar(out, text, ink.attr, ink.pair, NULL);
}

static int
draws(int letter)
{
	return terminfo_draws(capability("acsc"), letter);
}

static void
set_box(cchar_t *out, int letter, struct ink ink)
{
	if (draws(letter)) {
		ink.attr |= A_ALTCHARSET;
		set_ascii(out, letter, ink);
	} else {
		set_ascii(out, look_box_ascii(letter), ink);
	}
}

/* A cell for a terminal of ASCII: as many characters as it has columns.  Text
 * comes transliterated, by whoever set it in lines; this is for what does not. */
static size_t
set_plain(cchar_t *out, const struct cell *cell, struct ink ink)
{
	struct buf b = BUF_INIT;
	uint32_t ch;
	size_t i;

	utf8_decode(cell->s, cell->len, &ch);
	if (cell->cols == 1 && look_box(ch) != 0) {
		set_box(out, look_box(ch), ink);
		return 1;
	}
	text_to_ascii(&b, cell->s, cell->len);
	if (b.s[0] == '[' && b.s[1] == 'U') { /* a code, too long for here */
		buf_reset(&b);
		buf_addc(&b, '_');
	}
	for (i = 0; i < cell->cols; i++)
		set_ascii(out + i, i < b.len ? b.s[i] : ' ', ink);
	buf_release(&b);
	return cell->cols;
}

/*
 * A cell for a terminal of UTF-8.  A character that wcwidth(3), which curses
 * goes by, does not take for as wide as the canvas does would shift all that
 * follows, so a stand-in of known width takes its place.
 */
static size_t
set_wide(cchar_t *out, const struct cell *cell, struct ink ink)
{
	wchar_t text[CCHARW_MAX + 1];
	size_t at = 0, n = 0;
	uint32_t ch;

	while (at < cell->len && n < CCHARW_MAX) {
		at += utf8_decode(cell->s + at, cell->len - at, &ch);
		text[n++] = (wchar_t)ch;
	}
	text[n] = L'\0';
	if (wcwidth(text[0]) == cell->cols) {
		setcchar(out, text, ink.attr, ink.pair, NULL);
		return 1;
	}
	setcchar(out, L"\xfffd", ink.attr, ink.pair, NULL);
	if (cell->cols == 2)
		set_ascii(out + 1, ' ', ink);
	return cell->cols;
}

static void
show_row(struct screen *s, const struct canvas *c, int row)
{
	int cols = c->cols < s->cols ? c->cols : s->cols;
	const struct cell *cell = canvas_cell(c, row, 0);
	const struct cell *end = cell + cols;
	struct ink ink = { A_NORMAL, 0 };
	int style = -1;
	size_t n = 0;

	for (; cell < end; cell++) {
		if (cell->cols == 0)
			continue;
		if (cell->style != style) {
			style = cell->style;
			ink = ink_of(s, cell->style);
		}
		if (cell->len == 1)
			set_ascii(&s->row[n++], cell->s[0], ink);
		else if (cell->cols > end - cell)
			set_ascii(&s->row[n++], ' ', ink);
		else if (s->utf8)
			n += set_wide(&s->row[n], cell, ink);
		else
			n += set_plain(&s->row[n], cell, ink);
	}
	mvadd_wchnstr(row, 0, s->row, (int)n);
}

static int
row_differs(const struct screen *s, const struct canvas *c, int row)
{
	return memcmp(canvas_cell(c, row, 0), canvas_cell(&s->shown, row, 0),
		   (size_t)c->cols * sizeof(struct cell)) != 0;
}

/* A hidden cursor may stay where curses left it, which saves bytes; one that
 * cannot be hidden waits at the bottom. */
static void
show_cursor(struct screen *s, const struct canvas *c)
{
	int visible = c->cursor_row >= 0 && c->cursor_row < s->rows &&
	    c->cursor_col < s->cols;

	if (visible != s->cursor) {
		curs_set(visible);
		s->cursor = visible;
	}
	leaveok(stdscr, !visible && s->can_hide);
	if (visible)
		move(c->cursor_row, c->cursor_col);
	else
		move(s->rows - 1, 0);
}

static void
show_links(struct screen *s, const struct canvas *c)
{
	struct osc8_look look = { s->depth, s->theme };
	struct buf b = BUF_INIT;

	if (!s->osc8.on || (c->links.n == 0 && s->shown.links.n == 0))
		return;
	osc8_show(&s->osc8, &s->shown, c, look, &b);
	send(s, b.s);
	buf_release(&b);
}

static void
screen_show(struct term *t, const struct canvas *c)
{
	struct screen *s = screen_of(t);
	int rows = c->rows < s->rows ? c->rows : s->rows;
	int all = c->rows != s->shown.rows || c->cols != s->shown.cols;
	int row;

	if (s->tty.hung_up)
		return;
	if (all) {
		osc8_forget(&s->osc8);
		erase();
	}
	for (row = 0; row < rows && c->cols > 0; row++) {
		if (all || row_differs(s, c, row))
			show_row(s, c, row);
	}
	show_cursor(s, c);
	refresh();
	show_links(s, c);
	canvas_copy(&s->shown, c);
}

static void
screen_size(struct term *t, int *rows, int *cols)
{
	*rows = screen_of(t)->rows;
	*cols = screen_of(t)->cols;
}

static void
screen_theme(struct term *t, enum look_theme theme)
{
	screen_of(t)->theme = theme;
	canvas_resize(&screen_of(t)->shown, 0, 0);
}

static int
screen_copy(struct term *t, const char *s, size_t len)
{
	struct screen *screen = screen_of(t);
	struct buf b = BUF_INIT;

	if (len > OSC52_MAX || screen->tty.hung_up ||
	    !osc52_is_safe(screen->type))
		return 0;
	osc52_add(&b, s, len);
	send(screen, b.s);
	buf_release(&b);
	return 1;
}

static void
screen_redraw(struct term *t)
{
	osc8_forget(&screen_of(t)->osc8);
	clearok(curscr, TRUE);
}

static void
screen_beep(struct term *t)
{
	if (!screen_of(t)->tty.hung_up)
		beep();
}

static void
screen_info(const struct term *t, struct term_info *out)
{
	const struct screen *s = (const struct screen *)t;

	*out = (struct term_info){ .type = s->type,
		.depth = s->depth,
		.theme = s->theme,
		.utf8 = s->utf8,
		.line_drawing = s->utf8 || draws('q'),
		.esc_delay_ms = s->tty.keyboard.esc_delay_ms };
}

/* ---- opening and closing ---- */

static void
release(struct screen *s)
{
	guard_disarm();
	guard_stop();
	tty_release(&s->tty);
	canvas_release(&s->shown);
	vec_release(&s->pairs);
	free(s);
}

static void
screen_close(struct term *t)
{
	struct screen *s = screen_of(t);

	/* curses would wait for a dead line to take its last bytes. */
	if (s->tty.hung_up)
		guard_restore();
	else
		leave(s);
	delscreen(s->scr);
	release(s);
}

static void
set_colors(struct screen *s, const struct term_options *opt)
{
	const char *no = getenv("NO_COLOR");
	int wanted = opt->color >= 0 ? opt->color : no == NULL || *no == '\0';

	s->theme = opt->theme;
	if (s->theme == LOOK_AUTO)
		s->theme = look_theme_guess(getenv("COLORFGBG"));
	if (!wanted || !has_colors() || start_color() == ERR ||
	    use_default_colors() == ERR)
		return;
	s->depth = look_depth_for(COLORS);
}

static void
set_modes(struct screen *s, int mouse)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	idlok(stdscr, TRUE);
	typeahead(-1); /* term_pending() decides what is worth painting */
	s->can_hide = capability("civis") != NULL;
	s->cursor = -1;
	s->xterm_modes = capability("kmous") != NULL;
	/* Pastes in brackets all the time: without, what is pasted where no
	 * prompt is would be commands. */
	if (s->xterm_modes)
		send(s, MOUSE_OFF PASTE_ON);
	s->tty.keyboard.mouse_wanted = mouse && s->xterm_modes;
	if (s->tty.keyboard.mouse_wanted)
		send(s, MOUSE_ON);
}

static const struct term_ops screen_ops = {
	.close = screen_close,
	.size = screen_size,
	.show = screen_show,
	.key = screen_key,
	.pending = screen_pending,
	.watch = screen_watch,
	.theme = screen_theme,
	.copy = screen_copy,
	.redraw = screen_redraw,
	.beep = screen_beep,
	.suspend = screen_suspend,
	.info = screen_info,
};

struct term *
term_open_curses(const struct term_options *opt, const struct term_probe *probe)
{
	struct screen *s = xcalloc(1, sizeof(*s));

	s->term.ops = &screen_ops;
	s->utf8 = term_locale_utf8();
	snprintf(s->type, sizeof(s->type), "%s", probe->type);
	tty_init(&s->tty, STDIN_FILENO, tty_esc_delay(opt->esc_delay_ms));
	canvas_init(&s->shown);
	fflush(stdout);
	guard_start();
	/* LINES and COLUMNS of some shell long ago are not to be trusted. */
	use_env(FALSE);
	use_tioctl(TRUE);
	if (tcgetattr(STDOUT_FILENO, &s->modes) == 0)
		s->scr = newterm(s->type, stdout, stdin);
	if (s->scr == NULL) {
		release(s);
		return NULL;
	}
	set_colors(s, opt);
	set_modes(s, opt->mouse);
	s->osc8.on = opt->links && s->utf8 && osc8_is_safe(s->type);
	terminfo_keys(&s->tty.keyboard, capability);
	check_size(s);
	s->fresh = 0;
	return &s->term;
}
