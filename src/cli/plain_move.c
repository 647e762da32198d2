/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plain_state.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/para.h"
#include "text/fold.h"
#include "text/match.h"
#include "tui/crumbs.h"

void
plain_put_line(const char *s)
{
	put_text(s);
	putchar('\n');
}

uint32_t
plain_offset(struct plain *p)
{
	const struct line *line = layout_line(p->layout, p->top);

	return line == NULL ? 0 : line->offset;
}

size_t
plain_section(struct plain *p)
{
	return doc_section_at(p->doc, plain_offset(p));
}

/* Appends the line at `next` and goes on to the one behind it; 0: there is
 * none.  Between the two a section may end. */
static int
add_line(struct plain *p, struct buf *b)
{
	const struct line *line = layout_line(p->layout, p->next);
	size_t here, next;

	if (line == NULL)
		return 0;
	here = doc_section_at(p->doc, line->offset);
	plain_line(p, line, b);
	buf_addc(b, '\n');
	p->at_end = layout_move(p->layout, &p->next, 1) == 0;
	line = layout_line(p->layout, p->next);
	next = p->at_end ? here : doc_section_at(p->doc, line->offset);
	if (p->at_end || here != next)
		plain_section_ends(p, here, next, b);
	return !p->at_end;
}

/* `n` lines from `next` on. */
void
plain_show(struct plain *p, int n)
{
	struct buf b = BUF_INIT;

	if (p->at_end) {
		puts("This is the end.");
		return;
	}
	p->top = p->next;
	p->ended = NONE_ENDED;
	while (n-- > 0 && add_line(p, &b))
		;
	put_text(b.s);
	buf_release(&b);
}

static void
go_pos(struct plain *p, struct layout_pos pos, int n)
{
	p->next = pos;
	p->at_end = 0;
	plain_show(p, n);
}

/* Lines of one paragraph that are shown at once. */
enum { PARAGRAPH_MAX = 2000 };

static void
remember(struct plain *p)
{
	if (p->back.n == BACK_MAX)
		memmove(
		    p->back.v, p->back.v + 1, --p->back.n * sizeof(*p->back.v));
	vec_push(&p->back, plain_offset(p));
}

void
plain_go_offset(struct plain *p, uint32_t at)
{
	struct layout_pos start = { 0, 0 };

	if (at > 0)
		start = layout_find(p->layout, at);
	p->next = start;
	p->at_end = 0;
	if (p->focus)
		plain_paragraph(p, 1);
	else
		plain_show(p, PAGE_LINES);
}

void
plain_jump(struct plain *p, uint32_t at)
{
	remember(p);
	p->forward.n = 0;
	plain_go_offset(p, at);
}

static void
jump_section(struct plain *p, size_t to)
{
	plain_jump(p, to == 0 ? 0 : doc_section(p->doc, to)->start);
}

int
plain_count(const struct plain *p, int otherwise)
{
	return p->count < 0 ? otherwise : p->count;
}

void
plain_up(struct plain *p, int n)
{
	struct layout_pos pos = p->top;

	if (layout_move(p->layout, &pos, -n) == 0)
		puts("This is the beginning.");
	else
		go_pos(p, pos, n);
}

void
plain_go_end(struct plain *p)
{
	struct layout_pos pos = layout_last(p->layout);

	remember(p);
	layout_move(p->layout, &pos, 1 - PAGE_LINES);
	go_pos(p, pos, PAGE_LINES);
}

void
plain_percent(struct plain *p)
{
	int n = plain_count(p, -1);

	if (n < 0 || n > 100)
		puts("Write a number from 0 to 100 before %: 50%");
	else
		plain_jump(p,
		    (uint32_t)((uint64_t)doc_len(p->doc) * (unsigned)n / 100));
}

void
plain_next_section(struct plain *p, int by)
{
	size_t here = plain_section(p), n = doc_sections(p->doc);

	if (by > 0 && here + 1 < n)
		jump_section(p, here + 1);
	else if (by < 0 && here > 0)
		jump_section(p, here - 1);
	else
		puts(by > 0 ? "This is the last section."
			    : "This is the beginning.");
}

void
plain_parent(struct plain *p)
{
	if (doc_sections(p->doc) > 0)
		jump_section(p, doc_section(p->doc, plain_section(p))->parent);
}

void
plain_contents(struct plain *p)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 1; i < doc_sections(p->doc); i++) {
		buf_fill(&b, ' ', 2 * (doc_section(p->doc, i)->depth - 1));
		crumbs_title(p->doc, i, &b);
		plain_add_recall(p, i, &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	puts("A colon and a number goes there: :1");
	buf_release(&b);
}

/* How well a section fits what was typed, its number or its title. */
static int
fit(const struct plain *p, size_t i, const char *typed)
{
	struct buf b = BUF_INIT;
	char *folded;
	int n;

	doc_label(p->doc, i, &b);
	n = strcmp(b.s, typed) == 0 && b.len > 0;
	if (!n) {
		buf_reset(&b);
		gentext_section(p->doc, i, &b);
		folded = fold_string(b.s, b.len);
		n = match_fuzzy(typed, folded);
		free(folded);
	} else {
		n = 1 << 30;
	}
	buf_release(&b);
	return n;
}

void
plain_go_named(struct plain *p, const char *arg)
{
	char *typed;
	size_t i, best = 0;
	uint32_t at;
	int most = 0, n = para_find(p->doc, arg, plain_section(p), &at);

	if (n == 1)
		plain_jump(p, at);
	else if (n == -1)
		puts("That section has not so many paragraphs.");
	if (n != 0)
		return;
	typed = fold_string(arg, strlen(arg));
	for (i = 0; i < doc_sections(p->doc) && typed[0] != '\0'; i++) {
		n = fit(p, i, typed);
		if (n > most) {
			most = n;
			best = i;
		}
	}
	if (most > 0)
		jump_section(p, best);
	else
		puts("No section is called that; t lists them.");
	free(typed);
}

uint32_t
plain_end(struct plain *p)
{
	const struct line *line =
	    p->at_end ? NULL : layout_line(p->layout, p->next);

	return line == NULL ? doc_len(p->doc) : line->offset;
}

int
plain_lines_between(
    struct plain *p, struct layout_pos from, struct layout_pos to)
{
	int n = 0;

	while ((from.unit < to.unit ||
		   (from.unit == to.unit && from.line < to.line)) &&
	    n < PARAGRAPH_MAX) {
		n++;
		if (layout_move(p->layout, &from, 1) == 0)
			break;
	}
	return n;
}

/* The next section of the same depth under the same parent, or the one
 * before. */
void
plain_sibling(struct plain *p, int by)
{
	size_t here = plain_section(p), to = here, n = doc_sections(p->doc);
	unsigned depth = doc_section(p->doc, here)->depth;

	do {
		if (by < 0 ? to == 0 : to + 1 >= n)
			break;
		to += by < 0 ? (size_t)-1 : 1;
	} while (doc_section(p->doc, to)->depth > depth);
	if (to == here || doc_section(p->doc, to)->depth != depth)
		puts("No more sections of this level here.");
	else
		jump_section(p, to);
}
