/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/para.h"

#include <ctype.h>
#include <string.h>

#include "layout/builder.h"
#include "layout/context.h"
#include "layout/inline.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"

enum {
	SOFT_HYPHEN_LEN = 2,
	ROOM_TO_KEEP = 20, /* [col] where words are kept together */
};

/* Lines of one paragraph while they are filled with spans. */
struct filler {
	struct builder *b;
	const struct inline_text *t;
	const char *text; /* t's text, copied into the arena */
	size_t seg;       /* first segment that may reach into the line */
	int col;
};

static void
filler_init(struct filler *f, struct builder *b, const struct inline_text *t)
{
	f->b = b;
	f->t = t;
	f->text = arena_strndup(b->arena, t->text.s, t->text.len);
	f->seg = 0;
	f->col = 0;
}

static void
add_piece(struct filler *f, const struct seg *seg, size_t from, size_t to)
{
	struct span span = { .link = seg->link, .style = seg->style };

	if (to <= from)
		return;
	span.s = f->text + from;
	span.len = (uint32_t)(to - from);
	span.col = f->col;
	span.cols = text_width(span.s, span.len);
	span.offset = seg->offset;
	span.source_len = seg->source_len;
	if (seg->offset != NO_OFFSET && seg->source_len == seg->len) {
		span.offset += (uint32_t)(from - seg->start);
		span.source_len = span.len;
	}
	f->col += span.cols;
	builder_span(f->b, &span);
}

/* Soft hyphens are left out: what stands between them are the pieces. */
static void
add_seg(struct filler *f, const struct seg *seg, size_t from, size_t to)
{
	const char *soft;

	while ((soft = memchr(f->text + from, '\xc2', to - from)) != NULL) {
		size_t at = (size_t)(soft - f->text);

		if (at + 1 < to && (unsigned char)soft[1] == 0xad) {
			add_piece(f, seg, from, at);
			from = at + SOFT_HYPHEN_LEN;
			continue;
		}
		/* Another character of that lead byte: go on behind it. */
		add_piece(f, seg, from, at + 2);
		from = at + 2 < to ? at + 2 : to;
	}
	add_piece(f, seg, from, to);
}

/* The spans of bytes [from, to); calls go forward through the text. */
static void
fill(struct filler *f, size_t from, size_t to)
{
	const struct inline_text *t = f->t;

	for (; f->seg < t->segs.n; f->seg++) {
		const struct seg *seg = &t->segs.v[f->seg];
		size_t end = (size_t)seg->start + seg->len;

		if (end <= from)
			continue;
		if (seg->start >= to)
			return;
		add_seg(f, seg, from > seg->start ? from : seg->start,
		    to < end ? to : end);
		if (end > to)
			return;
	}
}

static int
at_least_one(int cols)
{
	return cols < 1 ? 1 : cols;
}

/* Where the number begins behind the word for what it numbers, in generated
 * text such as "Figure 3.2, The hip" or "Appendix A"; NULL if it has none. */
static const char *
number_in(const char *s, size_t len)
{
	const char *blank = memchr(s, ' ', len), *end = s + len, *c;

	if (blank == NULL)
		return NULL;
	for (c = blank + 1; c < end &&
	     (isupper((unsigned char)*c) || isdigit((unsigned char)*c) ||
		 *c == '.');
	     c++)
		;
	return c > blank + 1 && (c == end || *c == ',' || *c == ':') ? blank + 1
								     : NULL;
}

/* Where a reference would be parted from its number. */
struct kept {
	VEC(size_t) at;
};

static void
keep_numbers(struct kept *kept, const struct inline_text *t)
{
	size_t i;

	for (i = 0; i < t->segs.n; i++) {
		const struct seg *seg = &t->segs.v[i];
		const char *number;

		if (seg->offset != NO_OFFSET || !(seg->style & STYLE_LINK))
			continue;
		number = number_in(t->text.s + seg->start, seg->len);
		if (number != NULL)
			vec_push(&kept->at, (size_t)(number - t->text.s));
	}
}

/* In a synopsis, options that fit a line are not parted at their hyphens. */
static void
keep_options(struct kept *kept, const struct inline_text *t, int room)
{
	const char *s = t->text.s;
	size_t from, to, i, len = t->text.len;

	for (from = 0; from < len; from = to + 1) {
		for (to = from; to < len && s[to] != ' ' && s[to] != '\n';)
			to++;
		if (text_width(s + from, to - from) > room)
			continue;
		for (i = from + 1; i < to; i++) {
			if (s[i - 1] == '-')
				vec_push(&kept->at, i);
		}
	}
}

void
para_set(struct builder *b, const struct inline_text *t, int width,
    const struct margin *margin)
{
	struct margin m = *margin;
	struct wrap_text text = { .s = t->text.s, .len = t->text.len };
	struct wrap_lines lines;
	struct kept kept = { 0 };
	struct filler f;
	size_t i;

	memset(&lines, 0, sizeof(lines));
	text.first = at_least_one(width - m.cols);
	text.rest = at_least_one(width - m.cols - m.hang);
	if (t->hang > 0)
		keep_options(&kept, t, text.rest);
	else if (text.rest >= ROOM_TO_KEEP)
		keep_numbers(&kept, t);
	text.kept = kept.at.v;
	text.n_kept = kept.at.n;
	text_wrap_kept(&lines, &text);
	vec_release(&kept.at);
	filler_init(&f, b, t);
	if (lines.all.n == 0 && margin_has_mark(&m)) {
		margin_add(&m, b);
		builder_end_line(b);
	}
	for (i = 0; i < lines.all.n; i++) {
		const struct wrap_line *line = &lines.all.v[i];

		margin_add(&m, b);
		f.col = m.cols + (i > 0 ? m.hang : 0);
		fill(&f, line->start, line->end);
		if (line->hyphen)
			builder_add(b, f.col, "-", 1, STYLE_BODY);
		builder_end_line(b);
	}
	vec_release(&lines.all);
}

static int
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static int
is_sign(char c)
{
	return is_ascii(c) && !isalnum((unsigned char)c) && c != '_';
}

/* How many of the first `n` bytes at `s` a listing's line takes that is cut:
 * where a word or number that takes a third of them at most would be cut, those
 * before it. */
static size_t
between_words(const char *s, size_t n)
{
	size_t i;

	for (i = n; i > n - n / 3; i--) {
		if (is_sign(s[i]) || (is_sign(s[i - 1]) && is_ascii(s[i])))
			return i;
	}
	return n;
}

/* A listing's line in pieces that fit, each break marked at both ends. */
static void
set_code_line(
    struct filler *f, struct margin *m, size_t from, size_t to, int width)
{
	const char *mark = f->b->ascii ? "\\" : "\u21a9";
	int room = at_least_one(width - m->cols), used, hang = 0;
	size_t n;

	for (;;) {
		margin_add(m, f->b);
		f->col = m->cols + hang;
		n = text_fit(f->text + from, to - from, room, &used);
		if (n == to - from || room < 2)
			break;
		n = text_fit(f->text + from, to - from, room - 1, &used);
		if (n == 0)
			break;
		n = between_words(f->text + from, n);
		fill(f, from, from + n);
		builder_add(f->b, f->col, mark, strlen(mark), STYLE_QUIET);
		f->b->squeezed = 1;
		builder_end_line(f->b);
		from += n;
		if (m->hang < room / 2) {
			room -= m->hang - hang;
			hang = m->hang;
		}
	}
	fill(f, from, to);
	builder_end_line(f->b);
}

void
para_set_verbatim(struct builder *b, const struct inline_text *t, int width,
    const struct margin *margin)
{
	struct margin m = *margin;
	const char *end;
	struct filler f;
	size_t from = 0, to;

	filler_init(&f, b, t);
	for (;;) {
		end = memchr(f.text + from, '\n', t->text.len - from);
		to = end == NULL ? t->text.len : (size_t)(end - f.text);
		set_code_line(&f, &m, from, to, width);
		if (end == NULL)
			break;
		from = to + 1;
	}
}
