/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/wrap.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "base/xalloc.h"
#include "text/breaks.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
	PIECES_MAX = 2000,   /* in a paragraph that is set least ragged */
	SPACE_MAX = 1 << 14, /* [col] a line's empty space counts up to that */
	SHORT_WORD = 8,      /* [col] a last line of one word up to that, and */
	SHORT_PART = 4,      /* up to this part of the width, is avoided */
	BROKEN = 15 * 15,    /* a line that ends within a word, see below */
	FEW = 200,           /* pieces and ... */
	SHORT = 2000, /* [byte] of text that need no memory of the heap */
};

/* The squares of PIECES_MAX lines are less: a short last word is avoided, then
 * the least ragged way is taken. */
#define WIDOW (UINT64_C(1) << 40)

/* A part of the text that is not broken: a word, or less. */
struct piece {
	size_t start, end; /* [byte] without the blanks behind it */
	long at;           /* [col] as if the paragraph were one line */
	int cols;          /* [col] */
	int hyphen;        /* 1: broken behind it, the line shows a hyphen */
	uint64_t cost;     /* of the best lines for all before this piece */
	size_t from;       /* first piece of the last of those lines */
	size_t early; /* of piece n: the last n lines begin there or later */
};

/* Cuts text into pieces. */
struct cutter {
	const char *s;
	size_t len;
	char *breaks;
	enum text_kind kind;

	size_t at;         /* [byte] where the next piece starts */
	size_t stop;       /* [byte] end of the part between two breaks */
	struct piece part; /* what is left of that part; stop > at */
	long col;          /* [col] of the next piece in its paragraph */
};

/* `few` has room for the breaks of SHORT bytes and a block. */
static void
cutter_init(struct cutter *c, const char *s, size_t len, char *few)
{
	*c = (struct cutter){ .s = s, .len = len };
	c->breaks = len > SHORT ? xmalloc(len + BLOCK) : few;
	memset(c->breaks + len, BREAK_NONE, BLOCK);
	c->kind = text_breaks(s, len, c->breaks);
}

static void
cutter_release(struct cutter *c)
{
	if (c->len > SHORT)
		free(c->breaks);
}

static int
width_of(const struct cutter *c, size_t start, size_t end)
{
	size_t cols = end - start, i;

	if (c->kind == TEXT_ANY)
		return text_width(c->s + start, end - start);
	if (c->kind == TEXT_NARROW)
		for (i = start; i < end; i++)
			cols -= ((unsigned char)c->s[i] & 0xc0) == 0x80;
	return cols < INT_MAX ? (int)cols : INT_MAX;
}

/* Blanks that vanish where a line ends; those of class GL are not among them.
 */
static int
is_blank(uint32_t ch)
{
	if (ch <= ' ')
		return 1;
	if (ch < 0x1680)
		return 0;
	return ch == 0x1680 || (ch >= 0x2000 && ch <= 0x200b && ch != 0x2007) ||
	    ch == 0x205f || ch == 0x3000;
}

/* The end of bytes [start, end) without the blanks at the end. */
static size_t
trim(const struct cutter *c, size_t start, size_t end)
{
	size_t i;
	uint32_t ch;

	while (end > start && c->s[end - 1] == ' ')
		end--;
	while (end > start) {
		if ((signed char)c->s[end - 1] > ' ')
			break; /* an ASCII character, and no blank */
		for (i = end - 1;
		     i > start && ((unsigned char)c->s[i] & 0xc0) == 0x80; i--)
			;
		utf8_decode(c->s + i, end - i, &ch);
		if (!is_blank(ch))
			break;
		end = i;
	}
	return end;
}

static int
is_soft_hyphen(const struct cutter *c, size_t start, size_t end)
{
	return end - start >= 2 && c->s[end - 2] == '\xc2' &&
	    c->s[end - 1] == '\xad';
}

/* Finds the part up to the next break behind c->at. */
static void
next_part(struct cutter *c)
{
	struct piece *p = &c->part;
	size_t i = c->at + 1;
	unsigned marks = 0;

	/* The breaks have a block of zeros behind them. */
	while (i < c->len && (marks = block_marks(c->breaks + i)) == 0)
		i += BLOCK;
	i = marks == 0 ? c->len : i + (unsigned)__builtin_ctz(marks);
	c->stop = i;
	p->start = c->at;
	p->end = trim(c, c->at, i);
	p->cols = width_of(c, p->start, p->end);
	p->hyphen = p->end == i && i < c->len && c->breaks[i] == BREAK_MAY &&
	    is_soft_hyphen(c, p->start, p->end);
}

/* Blanks before the first word give way where they leave it no room. */
static void
drop_indent(struct cutter *c)
{
	struct piece *p = &c->part;

	while (p->start < p->end && c->s[p->start] == ' ') {
		p->start++;
		p->cols--;
	}
}

/*
 * Takes from the part what fits, one cluster at least.  Returns how far that
 * moves on: blanks where the part is cut are skipped.
 */
static int
cut_part(struct cutter *c, int limit, struct piece *p)
{
	struct piece *part = &c->part;
	const char *s = c->s + part->start;
	size_t left = part->end - part->start;
	size_t n = text_fit(s, left, limit, NULL);
	int cols;

	if (n == 0)
		n = utf8_cluster(s, left);
	while (n < left && s[n] == ' ')
		n++;
	p->start = part->start;
	p->end = trim(c, p->start, p->start + n);
	p->cols = width_of(c, p->start, p->end);
	p->hyphen = 0;
	cols = width_of(c, p->start, p->start + n);
	part->start += n;
	part->cols -= cols;
	return cols;
}

/* 1 if there is a piece before the next newline or the end of the text. */
static int
more_pieces(const struct cutter *c)
{
	return c->at < c->len && c->breaks[c->at] != BREAK_MUST;
}

/*
 * The next piece, at most `limit` columns wide unless it is one cluster.  A
 * soft hyphen that leaves no room for the hyphen breaks without one.
 */
static void
next_piece(struct cutter *c, int limit, struct piece *p)
{
	if (c->stop <= c->at)
		next_part(c);
	if (c->part.cols > limit && c->col == 0)
		drop_indent(c);
	if (c->part.cols > limit) {
		p->at = c->col;
		c->col += cut_part(c, limit, p);
		c->at = c->part.start;
		if (c->at < c->part.end)
			return;
	} else {
		*p = c->part;
		p->at = c->col;
		p->hyphen &= p->cols < limit;
		c->col += p->cols;
	}
	c->col += width_of(c, c->part.end, c->stop);
	c->at = c->stop;
}

/* Steps over the newline that ends a paragraph. */
static void
next_paragraph(struct cutter *c)
{
	uint32_t ch;

	if (c->at < c->len)
		c->at += utf8_decode(c->s + c->at, c->len - c->at, &ch);
	c->col = 0;
}

struct setter {
	struct cutter cutter;
	struct wrap_lines *out;
	struct piece *piece; /* of one paragraph, and one more ... */
	size_t room;         /* ... this many in all */
	struct piece *few;   /* where they are while they are FEW */
	int first, rest;     /* [col] width of the next line, and of others */
};

static void
add_line(struct setter *w, const struct piece *from, const struct piece *last)
{
	struct wrap_line line = {
		.start = from->start,
		.end = last->end,
		.cols = (int)(last->at - from->at) + last->cols + last->hyphen,
		.hyphen = last->hyphen,
	};

	vec_push(&w->out->all, line);
	w->first = w->rest;
}

static void
make_room(struct setter *w)
{
	struct piece *old = w->piece == w->few ? NULL : w->piece;

	w->room = PIECES_MAX + 1;
	w->piece = xreallocarray(old, w->room, sizeof(*w->piece));
	if (old == NULL)
		memcpy(w->piece, w->few, FEW * sizeof(*w->few));
}

/* The pieces of the paragraph, or 0 if they are more than PIECES_MAX. */
static size_t
collect(struct setter *w)
{
	size_t n = 0;

	while (more_pieces(&w->cutter)) {
		if (n == PIECES_MAX)
			return 0;
		if (n + 1 == w->room)
			make_room(w);
		next_piece(
		    &w->cutter, n == 0 ? w->first : w->rest, &w->piece[n]);
		n++;
	}
	return n;
}

/* Sets a paragraph of one piece or more. */
static void
set_greedily(struct setter *w)
{
	struct piece from, last, p;

	next_piece(&w->cutter, w->first, &from);
	last = from;
	while (more_pieces(&w->cutter)) {
		next_piece(&w->cutter, w->rest, &p);
		if (p.at + p.cols + p.hyphen - from.at > (long)w->first) {
			add_line(w, &from, &last);
			from = p;
		}
		last = p;
	}
	add_line(w, &from, &last);
}

/* 1 if pieces [i, n) are a short word. */
static int
is_short_word(const struct piece *p, size_t i, size_t n, int width)
{
	long cols = p[n - 1].at + p[n - 1].cols - p[i].at;

	if (cols > SHORT_WORD || cols > width / SHORT_PART)
		return 0;
	for (; i + 1 < n; i++)
		if (p[i].end != p[i + 1].start)
			return 0;
	return 1;
}

static uint64_t
square(long space)
{
	if (space < 0)
		return 0; /* one cluster that is wider than the line */
	if (space > SPACE_MAX)
		space = SPACE_MAX;
	return (uint64_t)(space * space);
}

/* 1 if a line that ends with the first piece ends at the hyphen or slash of a
 * name such as systemd-boot or /usr/bin, which is better read whole. */
static int
is_broken(const struct cutter *c, const struct piece *p)
{
	return p[0].end == p[1].start &&
	    (c->s[p[0].end - 1] == '-' || c->s[p[0].end - 1] == '/');
}

/* How far a line that begins with piece `i` gets: behind its last piece. */
static size_t
reach(const struct piece *p, size_t i, size_t n, int width)
{
	size_t j, end = i + 1;

	for (j = i + 1; j < n; j++) {
		long cols = p[j].at + p[j].cols - p[i].at;

		if (cols > width)
			break;
		if (cols + p[j].hyphen <= width)
			end = j + 1;
	}
	return end;
}

/* The fewest lines for all pieces. */
static size_t
count_lines(const struct setter *w, size_t n)
{
	size_t i, lines = 0;

	for (i = 0; i < n; lines++)
		i = reach(w->piece, i, n, lines == 0 ? w->first : w->rest);
	return lines;
}

/* Where the last lines must not begin before, or they would be more. */
static void
find_early(struct piece *p, size_t n, size_t lines, int width)
{
	size_t i, start = n, end;

	p[0].early = n;
	for (i = 1; i < lines; i++) {
		end = start;
		while (start > 0 &&
		    (start == end ||
			p[end - 1].at + p[end - 1].cols - p[start - 1].at <=
			    width))
			start--;
		p[i].early = start;
	}
}

/* Where the lines of a paragraph that begin at the same time may begin. */
struct window {
	size_t low, high;
};

/* Tries all lines of at most `width` columns that begin with piece `i` and end
 * before a piece of the window `to`. */
static void
try_lines(
    const struct setter *w, size_t i, size_t n, int width, struct window to)
{
	struct piece *p = w->piece;
	size_t j;

	for (j = to.low - 1; j < to.high; j++) {
		long cols = p[j].at + p[j].cols - p[i].at;
		uint64_t cost = p[i].cost;

		if (j > i && cols > width)
			break;
		cols += p[j].hyphen;
		if (j > i && cols > width)
			continue;
		if (j + 1 < n)
			cost += square(width - cols) +
			    (is_broken(&w->cutter, &p[j]) ? BROKEN : 0);
		else if (i > 0 && is_short_word(p, i, n, width))
			cost += WIDOW;
		if (cost <= p[j + 1].cost) {
			p[j + 1].cost = cost;
			p[j + 1].from = i;
		}
	}
}

/*
 * The fewest lines there are: so each line begins where no fewer lines lead,
 * and where the lines that are left suffice.  That leaves few places to try.
 */
static void
find_lines(struct setter *w, size_t n)
{
	struct piece *p = w->piece;
	struct window from = { 0, 0 }, to;
	size_t lines = count_lines(w, n), line, i;

	find_early(p, n, lines, w->rest);
	p[0].cost = 0;
	for (line = 0; line < lines; line++, from = to) {
		int width = line == 0 ? w->first : w->rest;

		to.low = p[lines - 1 - line].early;
		if (to.low <= from.high)
			to.low = from.high + 1;
		to.high = reach(p, from.high, n, width);
		for (i = to.low; i <= to.high; i++)
			p[i].cost = UINT64_MAX;
		for (i = from.low; i <= from.high; i++) {
			if (p[i].cost != UINT64_MAX)
				try_lines(w, i, n, width, to);
		}
	}
}

static void
set_least_ragged(struct setter *w, size_t n)
{
	struct piece *p = w->piece;
	struct wrap_line *low, *high, line;
	size_t done = w->out->all.n, i;

	find_lines(w, n);
	for (i = n; i > 0; i = p[i].from)
		add_line(w, &p[p[i].from], &p[i - 1]);
	low = w->out->all.v + done;
	high = w->out->all.v + w->out->all.n - 1;
	for (; low < high; low++, high--) {
		line = *low;
		*low = *high;
		*high = line;
	}
}

static void
set_paragraph(struct setter *w)
{
	struct cutter start = w->cutter;
	struct piece none = { .start = start.at, .end = start.at };
	const struct piece *last;
	size_t n;

	if (!more_pieces(&w->cutter)) {
		add_line(w, &none, &none);
		return;
	}
	n = collect(w);
	if (n == 0) {
		w->cutter = start;
		set_greedily(w);
		return;
	}
	last = &w->piece[n - 1];
	if (last->at + last->cols <= w->first)
		add_line(w, &w->piece[0], last);
	else
		set_least_ragged(w, n);
}

void
text_wrap(
    struct wrap_lines *out, const char *s, size_t len, int first, int rest)
{
	struct wrap_text text = {
		.s = s, .len = len, .first = first, .rest = rest
	};

	text_wrap_kept(out, &text);
}

void
text_wrap_kept(struct wrap_lines *out, const struct wrap_text *text)
{
	struct setter w = { .out = out };
	struct piece few[FEW];
	char breaks[SHORT + BLOCK];
	size_t i;

	assert(text->first > 0 && text->rest > 0);
	w.first = text->first;
	w.rest = text->rest;
	out->all.n = 0;
	cutter_init(&w.cutter, text->s, text->len, breaks);
	for (i = 0; i < text->n_kept; i++) {
		char *b = &w.cutter.breaks[text->kept[i]];

		if (*b == BREAK_MAY)
			*b = BREAK_NONE;
	}
	w.piece = w.few = few;
	w.room = FEW;
	while (w.cutter.at < text->len) {
		set_paragraph(&w);
		next_paragraph(&w.cutter);
	}
	if (w.piece != few)
		free(w.piece);
	cutter_release(&w.cutter);
}

void
text_extent(const char *s, size_t len, int *min, int *max)
{
	struct cutter c;
	struct piece p;
	char breaks[SHORT + BLOCK];

	*min = *max = 0;
	cutter_init(&c, s, len, breaks);
	while (c.at < len) {
		while (more_pieces(&c)) {
			next_piece(&c, INT_MAX, &p);
			if (p.cols + p.hyphen > *min)
				*min = p.cols + p.hyphen;
			if (p.at + p.cols > *max)
				*max = (int)(p.at + p.cols);
		}
		next_paragraph(&c);
	}
	cutter_release(&c);
}
