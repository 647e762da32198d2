/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/script.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "term/canvas.h"
#include "term/key.h"
#include "term/term.h"
#include "text/utf8.h"

/* [s] */
enum { WAIT_MAX = 1000000 };

struct script {
	struct term term;
	FILE *in, *out; /* borrowed */
	struct canvas shown;
	int rows, cols;
	int line; /* number of the line read last */
	int over; /* TKEY_HANGUP from now on */
	int watch_fd;
	int64_t clock_ms;
	long paints;
	enum look_theme theme;
	VEC(int) keys; /* of the line under way */
	size_t taken;
	char *text; /* of getline */
	size_t cap;
};

static struct script *
script_of(struct term *t)
{
	return (struct script *)t;
}

static void
put_header(struct buf *out, const struct canvas *c, const char *name)
{
	buf_printf(out, "== %s %dx%d ", name, c->cols, c->rows);
}

void
script_screen(struct buf *out, const struct canvas *c, const char *name)
{
	int row;

	put_header(out, c, name);
	if (c->cursor_row < 0)
		buf_adds(out, "cursor hidden\n");
	else
		buf_printf(out, "cursor %d,%d\n", c->cursor_row, c->cursor_col);
	for (row = 0; row < c->rows; row++) {
		canvas_row_text(c, row, out);
		buf_addc(out, '\n');
	}
	buf_adds(out, "==\n");
}

void
script_styles(struct buf *out, const struct canvas *c, const char *name)
{
	int row;

	put_header(out, c, name);
	buf_adds(out, "styles\n");
	for (row = 0; row < c->rows; row++) {
		canvas_row_styles(c, row, out);
		buf_addc(out, '\n');
	}
	buf_adds(out, "==\n");
}

/* Ends the script at a line that cannot be read. */
static void
fail(struct script *s, const char *what)
{
	fprintf(s->out, "== line %d: %s\n", s->line, what);
	s->over = 1;
}

/* What a line of the script does: each returns a key, or -1 for none. */
static int
do_keys(struct script *s, const char *arg)
{
	int key;

	while ((key = key_next(&arg)) >= 0)
		vec_push(&s->keys, key);
	return -1;
}

static void
push_text(struct script *s, const char *arg)
{
	uint32_t ch;

	while (*arg != '\0') {
		arg += utf8_decode(arg, strlen(arg), &ch);
		vec_push(&s->keys, (int)ch);
	}
}

static int
do_type(struct script *s, const char *arg)
{
	push_text(s, arg);
	return -1;
}

static int
do_paste(struct script *s, const char *arg)
{
	vec_push(&s->keys, TKEY_PASTE_BEGIN);
	push_text(s, arg);
	vec_push(&s->keys, TKEY_PASTE_END);
	return -1;
}

/* "click ROW COL": the first button, there. */
static int
do_click(struct script *s, const char *arg)
{
	char *end;
	long row = strtol(arg, &end, 10), col = strtol(end, &end, 10);

	if (*end != '\0' || end == arg)
		fail(s, "click wants a row and a column");
	else
		vec_push(&s->keys, key_click((int)row, (int)col));
	return -1;
}

static void
write_picture(struct script *s, const char *name,
    void (*picture)(struct buf *, const struct canvas *, const char *))
{
	struct buf b = BUF_INIT;

	picture(&b, &s->shown, name);
	fwrite(b.s, 1, b.len, s->out);
	buf_release(&b);
}

static int
do_screen(struct script *s, const char *arg)
{
	write_picture(s, arg, script_screen);
	return -1;
}

static int
do_styles(struct script *s, const char *arg)
{
	write_picture(s, arg, script_styles);
	return -1;
}

static int
do_paints(struct script *s, const char *arg)
{
	(void)arg;
	fprintf(s->out, "== paints %ld\n", s->paints);
	return -1;
}

static int
do_size(struct script *s, const char *arg)
{
	char *end;
	long cols = strtol(arg, &end, 10);
	long rows = *end == 'x' ? strtol(end + 1, &end, 10) : 0;

	if (*end != '\0' || cols < 1 || rows < 1 || cols > CANVAS_MAX ||
	    rows > CANVAS_MAX) {
		fail(s, ":size wants COLSxROWS, like :size 80x24");
		return -1;
	}
	s->cols = (int)cols;
	s->rows = (int)rows;
	return TKEY_RESIZE;
}

static int
do_wait(struct script *s, const char *arg)
{
	char *end;
	long seconds = strtol(arg, &end, 10);

	if (end == arg || *end != '\0' || seconds < 0 || seconds > WAIT_MAX)
		fail(s, "cannot read how many seconds");
	else
		s->clock_ms += (int64_t)seconds * 1000;
	return -1;
}

static int
do_timeout(struct script *s, const char *arg)
{
	(void)s;
	(void)arg;
	return TKEY_TIMEOUT;
}

static int
do_hangup(struct script *s, const char *arg)
{
	(void)arg;
	s->over = 1;
	return -1;
}

static const struct {
	const char *name;
	int (*run)(struct script *s, const char *arg);
} directives[] = {
	{ "keys", do_keys },
	{ "type", do_type },
	{ "paste", do_paste },
	{ "click", do_click },
	{ ":screen", do_screen },
	{ ":styles", do_styles },
	{ ":paints", do_paints },
	{ ":size", do_size },
	{ ":timeout", do_timeout },
	{ ":wait", do_wait },
	{ ":hup", do_hangup },
	{ ":quit", do_hangup },
};

/* Runs the line `text`; its first word is the directive. */
static int
run_line(struct script *s, char *text)
{
	size_t i, n = strcspn(text, " ");
	const char *arg = text + n + (text[n] == ' ');

	if (text[0] == '\0' || text[0] == '#')
		return -1;
	text[n] = '\0';
	for (i = 0; i < sizeof(directives) / sizeof(*directives); i++) {
		if (strcmp(text, directives[i].name) == 0)
			return directives[i].run(s, arg);
	}
	fail(s, "no such directive");
	return -1;
}

/* Reads lines until there is a key; -1 at the end of the script. */
static int
read_script(struct script *s)
{
	ssize_t len;
	int key;

	while (!s->over && s->taken == s->keys.n) {
		s->taken = s->keys.n = 0;
		len = getline(&s->text, &s->cap, s->in);
		if (len < 0)
			return -1;
		s->line++;
		s->text[strcspn(s->text, "\r\n")] = '\0';
		key = run_line(s, s->text);
		if (key >= 0)
			return key;
	}
	return s->over ? -1 : s->keys.v[s->taken++];
}

static int
wait_watched(const struct script *s)
{
	struct pollfd fd = { .fd = s->watch_fd, .events = POLLIN };

	while (poll(&fd, 1, -1) < 0 && errno == EINTR)
		;
	return TKEY_WATCH;
}

static int
script_key(struct term *t, int timeout_ms)
{
	struct script *s = script_of(t);
	int key;

	if (s->watch_fd >= 0 && !s->over)
		return wait_watched(s);
	do
		key = read_script(s);
	while (key == TKEY_TIMEOUT && timeout_ms < 0);
	if (key >= 0)
		return key;
	s->over = 1;
	fflush(s->out);
	return TKEY_HANGUP;
}

static int
script_pending(struct term *t)
{
	const struct script *s = script_of(t);

	return s->watch_fd < 0 && s->taken < s->keys.n;
}

static void
script_size(struct term *t, int *rows, int *cols)
{
	*rows = script_of(t)->rows;
	*cols = script_of(t)->cols;
}

static void
script_show(struct term *t, const struct canvas *c)
{
	canvas_copy(&script_of(t)->shown, c);
	script_of(t)->paints++;
}

static int64_t
script_clock_ms(struct term *t)
{
	return script_of(t)->clock_ms;
}

static void
script_watch(struct term *t, int fd)
{
	script_of(t)->watch_fd = fd;
}

static void
script_theme(struct term *t, enum look_theme theme)
{
	script_of(t)->theme = theme;
}

/* Shows what would go to the clipboard. */
static int
script_copy(struct term *t, const char *s, size_t len)
{
	fprintf(script_of(t)->out, "== copied\n%.*s==\n", (int)len, s);
	return 1;
}

static void
script_nothing(struct term *t)
{
	(void)t;
}

static void
script_info(const struct term *t, struct term_info *out)
{
	const struct script *s = (const struct script *)t;

	*out = (struct term_info){ .type = "script",
		.depth = LOOK_256,
		.theme = s->theme,
		.utf8 = term_locale_utf8(),
		.line_drawing = 1 };
}

static void
script_close(struct term *t)
{
	struct script *s = script_of(t);

	fflush(s->out);
	canvas_release(&s->shown);
	vec_release(&s->keys);
	free(s->text);
	free(s);
}

static const struct term_ops script_ops = {
	.close = script_close,
	.size = script_size,
	.show = script_show,
	.key = script_key,
	.pending = script_pending,
	.clock_ms = script_clock_ms,
	.watch = script_watch,
	.theme = script_theme,
	.copy = script_copy,
	.redraw = script_nothing,
	.beep = script_nothing,
	.suspend = script_nothing,
	.info = script_info,
};

struct term *
term_open_script(FILE *keys, FILE *out, int rows, int cols)
{
	struct script *s = xcalloc(1, sizeof(*s));

	s->term.ops = &script_ops;
	s->in = keys;
	s->out = out;
	s->rows = rows;
	s->cols = cols;
	s->watch_fd = -1;
	canvas_init(&s->shown);
	return &s->term;
}
