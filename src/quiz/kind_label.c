/* SPDX-License-Identifier: ISC */
/*
 * A drawing in text whose regions are to be named.  The names are typed; where
 * there are extras, those of all regions and the extras are offered as well.
 */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/parts.h"
#include "quiz/typed.h"
#include "text/width.h"

enum { TAB_COLS = 8, LINES_MAX = 200, COLS_MAX = 400 };

/* Appends a line with tabs as blanks, and without those at its end. */
static void
add_line(struct buf *b, const char *s, size_t len)
{
	size_t start = b->len, i;
	int col;

	for (i = 0; i < len; i++) {
		if (s[i] != '\t') {
			buf_addc(b, s[i]);
			continue;
		}
		col = text_width(b->s + start, b->len - start);
		buf_fill(b, ' ', TAB_COLS - col % TAB_COLS);
	}
	while (b->len > start && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

static void
push_line(struct load *l, struct diagram *d, const char *s, size_t len)
{
	struct buf b = BUF_INIT;
	int cols;

	add_line(&b, s, len);
	d->line = load_more(l, d->line, d->n, sizeof(*d->line));
	d->line[d->n++] = arena_strndup(&l->bank->arena, b.s, b.len);
	cols = text_width(b.s, b.len);
	if (cols > d->cols)
		d->cols = cols;
	buf_release(&b);
}

/* Leaves out what is blank above, below and before all lines. */
static void
cut_margins(struct diagram *d)
{
	size_t i, indent;

	while (d->n > 0 && d->line[d->n - 1][0] == '\0')
		d->n--;
	for (; d->n > 0 && d->line[0][0] == '\0'; d->n--) {
		d->line++;
		d->top++;
	}
	d->left = d->cols;
	for (i = 0; i < d->n; i++) {
		indent = strspn(d->line[i], " ");
		if (d->line[i][0] != '\0' && (int)indent < d->left)
			d->left = (int)indent;
	}
	for (i = 0; i < d->n; i++) {
		if (d->line[i][0] != '\0')
			d->line[i] += d->left;
	}
	d->cols -= d->left;
}

static void
set_lines(struct load *l, struct diagram *d, const char *s)
{
	const char *end;

	for (;; s = end + 1) {
		end = s + strcspn(s, "\n");
		push_line(l, d, s, (size_t)(end - s));
		if (*end == '\0' || d->n > LINES_MAX)
			break;
	}
	cut_margins(d);
}

/* The drawing of a file, whose first line is row 0. */
static void
read_drawing(struct load *l, const struct diagram *d, const struct place *at,
    struct buf *text)
{
	if (strspn(text->s, " \t\r\n") != text->len) {
		load_fault(l, at, DIAG_QUIZ_DRAWN_TWICE, NULL);
		return;
	}
	buf_reset(text);
	if (load_file(l, d->file, text) == -1)
		load_fault(l, at, DIAG_QUIZ_DRAWING, d->file,
		    errno == EXDEV ? "it lies outside" : strerror(errno));
}

/* A description that was broken over lines is indented there. */
static const char *
squeezed(struct load *l, const char *s)
{
	char *copy = arena_strndup(&l->bank->arena, s, strlen(s)), *to = copy;

	for (; *s != '\0'; s++) {
		if (*s != ' ' || to == copy || to[-1] != ' ')
			*to++ = *s;
	}
	*to = '\0';
	return copy;
}

static void
load_diagram(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "alt", ATTR_TEXT, 1, offsetof(struct diagram, alt), NULL, 0,
		    0 },
		{ "fileref", ATTR_TEXT, 0, offsetof(struct diagram, file), NULL,
		    0, 0 },
		{ .name = NULL },
	};
	struct place at = load_place(l);
	struct diagram *d = &it->diagram;
	struct buf text = BUF_INIT;
	size_t errors;

	if (d->line != NULL) {
		load_fault(l, &at, DIAG_QUIZ_TWICE, "diagram");
		load_skip(l);
		return;
	}
	load_attrs(l, specs, NULL, d);
	if (d->alt != NULL)
		d->alt = squeezed(l, d->alt);
	errors = l->diags->errors;
	for (load_next(l); l->ev.kind == XML_TEXT || l->ev.kind == XML_START;
	     load_next(l)) {
		if (l->ev.kind == XML_TEXT)
			buf_add(&text, l->ev.text, l->ev.len);
		else
			load_refuse(l, "diagram");
	}
	if (d->file != NULL)
		read_drawing(l, d, &at, &text);
	set_lines(l, d, text.s);
	if (d->n > LINES_MAX || d->cols > COLS_MAX)
		load_fault(l, &at, DIAG_QUIZ_DIAGRAM, NULL);
	else if (d->n == 0 && l->diags->errors == errors)
		load_fault(l, &at, DIAG_QUIZ_NO_TEXT, "diagram");
	buf_release(&text);
}

static int
region_child(struct load *l, void *ctx, const char *name)
{
	struct part *p = ctx;

	return load_typed(l, &p->typed, name);
}

static void
load_region(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "row", ATTR_COUNT, 1, offsetof(struct part, row), NULL, 0,
		    0 },
		{ "col", ATTR_COUNT, 1, offsetof(struct part, col), NULL, 0,
		    0 },
		{ "rows", ATTR_COUNT, 0, offsetof(struct part, rows), NULL, 1,
		    0 },
		{ "cols", ATTR_COUNT, 0, offsetof(struct part, cols), NULL, 1,
		    0 },
		{ .name = NULL },
	};
	struct part *p = load_part(l, &it->parts);

	if (p == NULL)
		return;
	load_attrs(l, load_part_attrs, specs, p);
	load_children(l, region_child, p);
	if (p->key != NULL)
		bank_text(l->bank, &p->text, p->key);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "diagram") == 0)
		load_diagram(l, it);
	else if (strcmp(name, "region") == 0)
		load_region(l, it);
	else if (strcmp(name, "extra") == 0)
		load_extra(l, it);
	else
		return 0;
	return 1;
}

/* The rest of a line from a cell on; NULL where it does not reach so far. */
static const char *
cell_at(const struct diagram *d, int row, int col)
{
	size_t len, at;
	int used;

	if (row < 0 || col < 0 || (size_t)row >= d->n)
		return NULL;
	len = strlen(d->line[row]);
	at = text_fit(d->line[row], len, col, &used);
	return used == col && at < len ? d->line[row] + at : NULL;
}

/* From cells of the file to cells of the drawing; "[A]" is as wide as that. */
static void
place_region(struct load *l, const struct item *it, struct part *p)
{
	const char *cell, *end;

	p->row -= it->diagram.top;
	p->col -= it->diagram.left;
	cell = cell_at(&it->diagram, p->row, p->col);
	if (cell == NULL) {
		load_fault(l, &p->place, DIAG_QUIZ_REGION, p->key, it->id);
		return;
	}
	if (p->rows == 0)
		p->rows = 1;
	if (p->cols > 0)
		return;
	end = *cell == '[' ? strchr(cell, ']') : NULL;
	p->cols = end == NULL ? 1 : text_width(cell, (size_t)(end - cell) + 1);
}

static void
offer_names(struct load *l, struct item *it)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		struct part *p = &it->parts.part[i];
		const struct rich *name = &typed_best(&p->typed)->text;

		p->right = (int)load_named_option(
		    l, &it->choice, p->key, name, &p->place);
	}
	load_check_extras(l, it);
	load_share_options(it);
}

static void
check(struct load *l, struct item *it)
{
	size_t before = l->faults, i;

	if (it->diagram.line == NULL) {
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING, "label",
		    it->id, "diagram");
		return;
	}
	load_check_few(l, it, it->parts.n, 1, "region");
	load_check_part_keys(l, it);
	for (i = 0; i < it->parts.n; i++) {
		struct part *p = &it->parts.part[i];

		place_region(l, it, p);
		load_check_typed(l, it, &p->typed, &p->place, "region");
	}
	if (l->faults == before && it->choice.n > 0)
		offer_names(l, it);
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	parts_say(b, v, it, "label");
}

static void
prompt(struct buf *b, const struct item *it)
{
	size_t i, n = it->parts.n;

	buf_adds(b, "Name ");
	for (i = 0; i < n; i++)
		buf_printf(b, "%s%s", i > 0 ? ", " : "", it->parts.part[i].key);
	if (n > 1)
		buf_adds(b, ", a semicolon between two");
	if (it->choice.n > 0)
		buf_adds(b, "; letters will do");
}

/* Blanks that stay where they are when lines are set. */
static void
add_drawing(struct rich *out, const struct diagram *d)
{
	struct buf b = BUF_INIT;
	const char *s;
	size_t i;

	for (i = 0; i < d->n; i++) {
		buf_addc(&b, '\n');
		for (s = d->line[i]; *s != '\0'; s++) {
			if (*s == ' ')
				buf_adds(&b, "\u00a0");
			else
				buf_addc(&b, *s);
		}
	}
	rich_add(out, b.s, b.len, STYLE_CODE);
	buf_release(&b);
}

static void
body(struct rich *out, const struct item *it, const unsigned char *order)
{
	rich_adds(out, "Drawing: ", STYLE_BODY);
	rich_adds(out, it->diagram.alt, STYLE_BODY);
	rich_adds(out, "\n", STYLE_BODY);
	add_drawing(out, &it->diagram);
	if (it->choice.n == 0)
		return;
	rich_adds(out, "\n\n", STYLE_BODY);
	parts_add_options(out, it, &it->parts.part[0], order, "\n");
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	(void)order;
	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		if (i > 0)
			rich_adds(out, "\n", STYLE_BODY);
		rich_adds(out, p->key, STYLE_STRONG);
		rich_adds(out, "  ", STYLE_BODY);
		rich_append(out, parts_answer(it, p));
	}
}

const struct kind_ops kind_label = {
	.input = INPUT_PARTS,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = parts_parse,
	.grade = parts_grade,
	.say = say,
	.prompt = prompt,
	.body = body,
	.solution = solution,
};
