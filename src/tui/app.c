/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/app.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "course/course.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "doc/index.h"
#include "term/key.h"
#include "term/term.h"
#include "text/rich.h"
#include "tui/help.h"
#include "tui/reader.h"
#include "xml/xml.h"

enum {
	STEP_EVENTS = 4000, /* of XML between two looks at the keyboard */
	STEP_UNITS = 400,   /* of text for the index, likewise */
	START_EVENTS = 200, /* between two looks at whether the first page is
			     * there; quizzes are read after it */
	START_STEPS = 1000, /* before the first painting, at most */
	COUNT_MAX = 100000,
	WHEEL_LINES = 3,
};

void
tui_key(const struct tui *t, enum cmd_id cmd, struct buf *out)
{
	struct buf all = BUF_INIT;

	bindings_keys(&t->bindings, cmd, &all);
	buf_add(out, all.s, strcspn(all.s, " "));
	buf_release(&all);
}

void
tui_touch(struct tui *t)
{
	t->dirty = 1;
}

int
tui_setting(const struct tui *t, enum setting set)
{
	return t->opt->config == NULL ? set_info[set].usual
				      : t->opt->config->value[set];
}

int64_t
tui_now(const struct tui *t)
{
	return t->opt->read_first && t->opt->now != 0 ? t->opt->now
						      : (int64_t)time(NULL);
}

int64_t
tui_clock_ms(const struct tui *t)
{
	return term_clock_ms(t->term);
}

void
tui_quit(struct tui *t)
{
	t->quit = 1;
}

static void __attribute__((format(printf, 3, 0)))
set_message(struct tui *t, unsigned style, const char *fmt, va_list ap)
{
	char *s = xvasprintf(fmt, ap);

	buf_reset(&t->message);
	buf_adds(&t->message, s);
	t->message_style = style;
	t->dirty = 1;
	free(s);
}

void
tui_say(struct tui *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(t, STYLE_BODY, fmt, ap);
	va_end(ap);
}

void
tui_warn(struct tui *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	set_message(t, STYLE_WARN, fmt, ap);
	va_end(ap);
}

int
tui_count(const struct tui *t, int otherwise)
{
	return t->count < 0 ? otherwise : t->count;
}

void
tui_push(struct tui *t, struct view *v)
{
	v->tui = t;
	v->below = t->top;
	t->top = v;
	t->dirty = 1;
	if (v->ops->resize != NULL)
		v->ops->resize(v, t->canvas.rows, t->canvas.cols);
	if (v->ops->shown != NULL)
		v->ops->shown(v);
}

void
tui_close(struct view *v)
{
	v->closed = 1;
}

/* Takes closed views off the stack. */
static void
sweep(struct tui *t)
{
	struct view **link = &t->top, *v;
	struct view *top = t->top;

	while ((v = *link) != NULL) {
		if (!v->closed) {
			link = &v->below;
			continue;
		}
		*link = v->below;
		v->ops->close(v);
		t->dirty = 1;
	}
	if (t->top == NULL)
		t->quit = 1;
	else if (t->top != top) {
		if (t->top->ops->shown != NULL)
			t->top->ops->shown(t->top);
	}
}

static void
tell_grown(struct tui *t)
{
	struct view *v;

	for (v = t->top; v != NULL; v = v->below) {
		if (v->ops->grown != NULL)
			v->ops->grown(v);
	}
	t->dirty = 1;
}

/* The first fault of the document, where it does not hide a message. */
static void
report_faults(struct tui *t)
{
	const struct diags *d = t->opt->diags;
	const struct diag *first;

	if (d->all.n == 0 || t->message.len > 0)
		return;
	first = &d->all.v[0];
	tui_warn(t, "%s:%d: %s", first->file == NULL ? "" : first->file,
	    first->line, first->text);
}

static void
finish_reading(struct tui *t)
{
	const struct tui_hooks *hooks = t->opt->hooks;

	term_watch(t->term, -1);
	t->owned = docbook_finish(t->builder);
	t->builder = NULL;
	tell_grown(t);
	report_faults(t);
	if (hooks != NULL && hooks->loaded != NULL)
		hooks->loaded(t, hooks->arg);
}

int
tui_loading(const struct tui *t)
{
	return t->builder != NULL || (t->index != NULL && !t->indexed);
}

/* A bounded piece of what is left to read. */
static void
read_more(struct tui *t, size_t events)
{
	if (!docbook_step(t->builder, events))
		finish_reading(t);
	else if (reader_wants_more(t->reader))
		t->dirty = 1;
}

void
tui_want_index(struct tui *t)
{
	if (t->index == NULL)
		t->index = index_new(t->doc);
}

const struct text_index *
tui_index(struct tui *t)
{
	tui_want_index(t);
	while (index_update(t->index, SIZE_MAX))
		;
	t->indexed = t->builder == NULL;
	return t->index;
}

/* A bounded piece of what is left to do.  An index that is wanted keeps up with
 * the document, so that a search does not have to wait for it. */
static void
work(struct tui *t)
{
	int more;

	if (t->builder != NULL)
		read_more(t, STEP_EVENTS);
	if (t->index == NULL || t->indexed)
		return;
	more = index_update(t->index, STEP_UNITS);
	if (!more && t->builder == NULL) {
		t->indexed = 1;
		tell_grown(t);
	}
}

void
tui_load_all(struct tui *t)
{
	while (tui_loading(t)) {
		if (t->builder != NULL)
			docbook_wait(t->builder);
		work(t);
	}
}

static void
prepare_all(struct view *v)
{
	for (; v != NULL; v = v->below) {
		if (v->ops->prepare != NULL)
			v->ops->prepare(v);
	}
}

/* From the uppermost view that covers all, up to the one on top. */
static void
draw_all(struct view *top, struct canvas *c)
{
	struct view *v = top, *done;

	while (!v->ops->covers && v->below != NULL)
		v = v->below;
	for (;;) {
		canvas_cursor(c, -1, 0);
		v->ops->draw(v, c);
		if (v == top)
			break;
		done = v;
		for (v = top; v->below != done; v = v->below)
			;
	}
}

static void
paint(struct tui *t)
{
	prepare_all(t->top);
	canvas_clear(&t->canvas);
	draw_all(t->top, &t->canvas);
	term_show(t->term, &t->canvas);
	t->dirty = 0;
	if (t->top->ops->painted != NULL)
		t->top->ops->painted(t->top);
}

static void
resize(struct tui *t)
{
	struct view *v;
	int rows, cols;

	term_size(t->term, &rows, &cols);
	canvas_resize(&t->canvas, rows, cols);
	for (v = t->top; v != NULL; v = v->below) {
		if (v->ops->resize != NULL)
			v->ops->resize(v, t->canvas.rows, t->canvas.cols);
	}
	/* What was said of the screen, such as its columns, was of the old. */
	if (t->message_style == STYLE_BODY)
		buf_reset(&t->message);
	t->dirty = 1;
}

/* What every view lets be done here. */
static int
run_common(struct tui *t, struct view *v, enum cmd_id cmd)
{
	switch ((int)cmd) {
	case CMD_HELP:
		tui_push(t, help_new(v->ops->where));
		return 1;
	case CMD_CLOSE:
	case CMD_CANCEL:
		tui_close(v);
		return 1;
	case CMD_QUIT:
		tui_quit(t);
		return 1;
	case CMD_REDRAW:
		term_redraw(t->term);
		resize(t);
		return 1;
	case CMD_SUSPEND:
		term_suspend(t->term);
		return 1;
	default:
		return 0;
	}
}

int
tui_command(struct view *v, enum cmd_id cmd)
{
	const struct view_command *own = v->ops->commands;

	if (own != NULL && own[cmd].run != NULL) {
		own[cmd].run(v);
		return 1;
	}
	if (v->ops->other != NULL && v->ops->other(v, cmd))
		return 1;
	return run_common(v->tui, v, cmd);
}

static int
count_digit(struct tui *t, int key)
{
	int digit = key - '0';

	if (!t->top->ops->counts || digit < 0 || digit > 9 ||
	    (digit == 0 && t->count < 0))
		return 0;
	if (t->count < 0)
		t->count = 0;
	if (t->count < COUNT_MAX)
		t->count = t->count * 10 + digit;
	return 1;
}

/* What a turn of the wheel does in a view; lists need not say it. */
static enum cmd_id
wheel_command(const struct view *v, int up)
{
	enum cmd_id own = up ? v->ops->wheel_up : v->ops->wheel_down;
	enum cmd_where where = v->ops->where;

	while (where != CMD_IN_LIST && cmd_where_parent(where) != where)
		where = cmd_where_parent(where);
	if (own != CMD_NONE || where != CMD_IN_LIST)
		return own;
	return up ? CMD_LIST_UP : CMD_LIST_DOWN;
}

/* The mouse; 1 if the key was one of it that nothing else is bound to. */
static int
handle_mouse(struct tui *t, int key)
{
	struct view *v = t->top;
	enum cmd_id cmd;

	if (key_is_click(key)) {
		if (v->ops->click != NULL)
			v->ops->click(
			    v, key_click_row(key), key_click_col(key));
		return 1;
	}
	if ((key != TKEY_WHEEL_UP && key != TKEY_WHEEL_DOWN) ||
	    bindings_find(&t->bindings, v->ops->where, key) != CMD_NONE)
		return 0;
	cmd = wheel_command(v, key == TKEY_WHEEL_UP);
	t->count = WHEEL_LINES;
	if (cmd != CMD_NONE)
		tui_command(v, cmd);
	return 1;
}

static void
handle_key(struct tui *t, int key)
{
	struct view *v = t->top;
	enum cmd_id cmd;

	buf_reset(&t->message);
	t->dirty = 1;
	if (handle_mouse(t, key)) {
		t->count = -1;
		sweep(t);
		return;
	}
	if (count_digit(t, key))
		return;
	if (v->ops->key == NULL || !v->ops->key(v, key)) {
		cmd = bindings_find(&t->bindings, v->ops->where, key);
		if (cmd == CMD_NONE || !tui_command(v, cmd))
			term_beep(t->term);
	}
	t->count = -1;
	sweep(t);
}

static void
handle_event(struct tui *t, int key)
{
	switch (key) {
	case TKEY_TIMEOUT:
	case TKEY_WATCH:
		work(t);
		sweep(t);
		break;
	case TKEY_RESIZE:
		resize(t);
		break;
	case TKEY_HANGUP:
		t->hangup = 1;
		t->quit = 1;
		break;
	case TKEY_PASTE_BEGIN:
	case TKEY_PASTE_END:
		t->pasting = key == TKEY_PASTE_BEGIN;
		break;
	default:
		if (!t->pasting || t->top->ops->pastes)
			handle_key(t, key);
		break;
	}
}

/* Tells all views the time; returns when to do so again. */
static int
tick(struct tui *t)
{
	struct view *v;
	int soonest = -1, ms;

	for (v = t->top; v != NULL; v = v->below) {
		ms = v->ops->tick == NULL ? -1 : v->ops->tick(v);
		if (ms >= 0 && (soonest < 0 || ms < soonest))
			soonest = ms;
	}
	sweep(t);
	return soonest;
}

/* How long to wait for a key: not at all while there is work. */
static int
patience(struct tui *t)
{
	int ms = tick(t);

	if (t->builder != NULL)
		return docbook_waits(t->builder) ? ms : 0;
	return tui_loading(t) ? 0 : ms;
}

static void
loop(struct tui *t)
{
	if (t->builder != NULL)
		term_watch(t->term, docbook_fd(t->builder));
	while (!t->quit) {
		int wait_ms = patience(t);

		if (t->quit)
			break;
		if (t->dirty && !term_pending(t->term))
			paint(t);
		handle_event(t, term_key(t->term, wait_ms));
	}
}

/* As much as the first screen needs. */
static void
begin_reading(struct tui *t)
{
	int i;

	if (t->opt->read_first) {
		tui_load_all(t);
		return;
	}
	for (i = 0; i < START_STEPS && t->builder != NULL &&
	     reader_wants_more(t->reader);
	     i++)
		read_more(t, START_EVENTS);
}

static int
open_document(struct tui *t)
{
	struct xml_source src = { .path = t->opt->course->article,
		.root = t->opt->course->root };

	t->builder = docbook_open_as(&src, &t->opt->course->how, t->opt->diags);
	if (t->builder == NULL)
		return -1;
	t->doc = docbook_doc(t->builder);
	return 0;
}

static void
init(struct tui *t, const struct tui_options *opt)
{
	struct term_info info;

	memset(t, 0, sizeof(*t));
	t->opt = opt;
	t->term = opt->term;
	t->count = -1;
	buf_init(&t->message);
	canvas_init(&t->canvas);
	if (opt->config == NULL)
		bindings_defaults(&t->bindings);
	else
		bindings_copy(&t->bindings, &opt->config->bindings);
	term_info(t->term, &info);
	t->ascii = !info.utf8;
	resize(t);
}

static void
release(struct tui *t)
{
	struct view *v;

	while ((v = t->top) != NULL) {
		t->top = v->below;
		v->ops->close(v);
	}
	index_free(t->index);
	if (t->builder != NULL)
		t->owned = docbook_finish(t->builder);
	doc_free(t->owned);
	bindings_release(&t->bindings);
	canvas_release(&t->canvas);
	buf_release(&t->message);
	free(t->search);
}

enum tui_end
tui_run(const struct tui_options *opt)
{
	const struct tui_hooks *hooks = opt->hooks;
	struct tui t;
	enum tui_end end;

	init(&t, opt);
	if (open_document(&t) < 0) {
		release(&t);
		return TUI_FAILED;
	}
	t.reader = reader_new(&t);
	tui_push(&t, t.reader);
	begin_reading(&t);
	if (opt->notice != NULL)
		tui_warn(&t, "%s", opt->notice);
	if (hooks != NULL && hooks->start != NULL)
		hooks->start(&t, hooks->arg);
	sweep(&t);
	loop(&t);
	reader_remember(t.reader);
	end = t.tour ? TUI_TOUR : TUI_DONE;
	if (t.hangup)
		end = TUI_HANGUP;
	release(&t);
	return end;
}
