/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/media.h"
#include "layout/inline.h"
#include "layout/walk.h"
#include "text/script.h"
#include "text/utf8.h"

/*
 * MathML as one line of text: what a lecturer would say, with brackets where
 * the eye has the two dimensions.  Blanks in the source mean nothing: only
 * tokens have text.
 */

static int
is_called(const struct walk *w, uint32_t n, const char *name)
{
	const char *own = doc_attr(w->doc, n, ATTR_NAME);

	return own != NULL && strcmp(own, name) == 0;
}

/* Child number `i` from 0, DOC_NONE if there are not so many. */
static uint32_t
child(const struct walk *w, uint32_t n, int i)
{
	uint32_t c = walk_first(w, n);

	while (c != DOC_NONE && i-- > 0)
		c = walk_next(w, c);
	return c;
}

static void
add(struct walk *w, uint32_t n, struct look look)
{
	if (n != DOC_NONE)
		walk_node(w, n, look);
}

static int
is_token(const struct walk *w, uint32_t n)
{
	return walk_first(w, n) == DOC_NONE;
}

/* The text of a token without blanks around it; its length. */
static size_t
token(const struct walk *w, uint32_t n, const char **s)
{
	uint32_t from = walk_start(w, n), to = walk_end(w, n);
	const char *text = doc_text(w->doc);

	while (from < to && text[from] == ' ')
		from++;
	while (to > from && text[to - 1] == ' ')
		to--;
	*s = text + from;
	return to - from;
}

static uint32_t
character(const struct walk *w, uint32_t n)
{
	const char *s;
	size_t len = token(w, n, &s);
	uint32_t ch = 0;

	if (len == 0 || utf8_decode(s, len, &ch) != len)
		return 0;
	return ch;
}

/* A row that begins and ends with a bracket. */
static int
is_fenced_row(const struct walk *w, uint32_t n)
{
	uint32_t c = walk_first(w, n), last = DOC_NONE, ch;

	ch = c != DOC_NONE && is_called(w, c, "mo") ? character(w, c) : 0;
	if (ch != '(' && ch != '[' && ch != '{')
		return 0;
	for (; c != DOC_NONE; c = walk_next(w, c))
		last = c;
	ch = is_called(w, last, "mo") ? character(w, last) : 0;
	return ch == ')' || ch == ']' || ch == '}';
}

/* Does it need no brackets to be seen as one thing? */
static int
is_simple(const struct walk *w, uint32_t n)
{
	uint32_t first;
	int i;

	/* Rows of one element count as that. */
	for (i = 0; i < 8; i++) {
		first = walk_first(w, n);
		if (first == DOC_NONE)
			return !is_called(w, n, "mrow");
		if (walk_next(w, first) != DOC_NONE || !is_called(w, n, "mrow"))
			break;
		n = first;
	}
	return is_fenced_row(w, n) || is_called(w, n, "msup") ||
	    is_called(w, n, "msub") || is_called(w, n, "msubsup") ||
	    is_called(w, n, "mfenced") || is_called(w, n, "msqrt") ||
	    is_called(w, n, "mroot");
}

static void
bracketed(struct walk *w, uint32_t n, struct look look)
{
	int simple = n == DOC_NONE || is_simple(w, n);

	walk_say(w, simple ? "" : "(", look);
	add(w, n, look);
	walk_say(w, simple ? "" : ")", look);
}

/* How an operator stands among what is around it. */
enum spacing {
	TIGHT,  /* brackets, strokes */
	COMMA,  /* blank behind */
	INFIX,  /* blanks around, where it has something on both sides */
	HIDDEN, /* not shown */
	WORD,   /* a big one: blank behind */
};

static enum spacing
spacing_of(uint32_t ch)
{
	static const uint32_t tight[] = { '(', ')', '[', ']', '{', '}', '|',
		'!', '/', '\'', 0x2032, 0x2033, 0x2016, 0x27e8, 0x27e9, 0x2308,
		0x2309, 0x230a, 0x230b, 0xb0, '%', '.', ':' };
	size_t i;

	if (ch >= 0x2061 && ch <= 0x2064)
		return HIDDEN;
	if (ch == ',' || ch == ';')
		return COMMA;
	if ((ch >= 0x220f && ch <= 0x2211) || (ch >= 0x222b && ch <= 0x2233) ||
	    (ch >= 0x22c0 && ch <= 0x22c3))
		return WORD;
	for (i = 0; i < sizeof(tight) / sizeof(*tight); i++) {
		if (ch == tight[i])
			return TIGHT;
	}
	return INFIX;
}

/* Does something end here that an operator may stand behind? */
static int
is_operand(const struct walk *w, uint32_t n)
{
	uint32_t ch;

	if (n == DOC_NONE)
		return 0;
	if (!is_called(w, n, "mo"))
		return 1;
	ch = character(w, n);
	return ch == ')' || ch == ']' || ch == '}' || ch == '!' || ch == '|' ||
	    ch == 0x2032;
}

static void
token_add(struct walk *w, uint32_t n, struct look look)
{
	const char *s;
	size_t len = token(w, n, &s);
	uint32_t from = (uint32_t)(s - doc_text(w->doc));

	walk_source(w, from, from + (uint32_t)len, look);
}

static void
operator(struct walk *w, uint32_t n, struct look look)
{
	uint32_t ch = character(w, n);
	enum spacing spacing = ch == 0 ? INFIX : spacing_of(ch);
	int infix = spacing == INFIX && walk_next(w, n) != DOC_NONE &&
	    is_operand(w, w->before);

	if (spacing == HIDDEN)
		return;
	walk_say(w, infix ? " " : "", look);
	token_add(w, n, look);
	walk_say(
	    w, infix || spacing == COMMA || spacing == WORD ? " " : "", look);
}

/* What is raised or lowered, in characters that are, if Unicode has them. */
static void
script(struct walk *w, uint32_t n, struct look look, int raised)
{
	struct buf b = BUF_INIT;
	const char *s;
	size_t len;

	if (n == DOC_NONE)
		return;
	len = is_token(w, n) ? token(w, n, &s) : 0;
	if (len > 0 && !w->out->ascii && text_script(&b, s, len, raised)) {
		walk_replace(w, (uint32_t)(s - doc_text(w->doc)),
		    (uint32_t)(s - doc_text(w->doc)) + (uint32_t)len, b.s,
		    look);
	} else {
		walk_say(w, raised ? "^" : "_", look);
		bracketed(w, n, look);
	}
	buf_release(&b);
}

static void
fraction(struct walk *w, uint32_t n, struct look look)
{
	bracketed(w, child(w, n, 0), look);
	walk_say(w, "/", look);
	bracketed(w, child(w, n, 1), look);
}

/* All children, as a row. */
static void
row(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c, prev = DOC_NONE;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		w->before = prev;
		add(w, c, look);
		prev = c;
	}
}

/* The sign; in ASCII it is a word, and what follows has brackets. */
static void
square_root(struct walk *w, uint32_t n, struct look look)
{
	uint32_t first = walk_first(w, n);
	int simple = first != DOC_NONE && walk_next(w, first) == DOC_NONE &&
	    is_simple(w, first) && !w->out->ascii;

	walk_say(w, "\u221a", look);
	walk_say(w, simple ? "" : "(", look);
	row(w, n, look);
	walk_say(w, simple ? "" : ")", look);
}

static void
root(struct walk *w, uint32_t n, struct look look)
{
	if (!w->out->ascii) {
		script(w, child(w, n, 1), look, 1);
		walk_say(w, "\u221a", look);
		bracketed(w, child(w, n, 0), look);
		return;
	}
	walk_say(w, "root", look);
	script(w, child(w, n, 1), look, 0);
	walk_say(w, "(", look);
	add(w, child(w, n, 0), look);
	walk_say(w, ")", look);
}

static void
superscript(struct walk *w, uint32_t n, struct look look)
{
	bracketed(w, child(w, n, 0), look);
	script(w, child(w, n, 1), look, 1);
}

static void
subscript(struct walk *w, uint32_t n, struct look look)
{
	bracketed(w, child(w, n, 0), look);
	script(w, child(w, n, 1), look, 0);
}

static void
both_scripts(struct walk *w, uint32_t n, struct look look)
{
	bracketed(w, child(w, n, 0), look);
	script(w, child(w, n, 1), look, 0);
	script(w, child(w, n, 2), look, 1);
}

/* Behind the bounds of a sum, or of a word like "lim", comes what they are
 * of. */
static void
bounds_end(struct walk *w, uint32_t n, struct look look)
{
	uint32_t base = child(w, n, 0), ch;
	const char *s;

	if (base == DOC_NONE || !is_token(w, base))
		return;
	ch = character(w, base);
	if (is_called(w, base, "mo") ? ch != 0 && spacing_of(ch) == WORD
				     : token(w, base, &s) > 1)
		walk_say(w, " ", look);
}

/* An operator within has its blank behind the bounds. */
static void
base_add(struct walk *w, uint32_t base, struct look look)
{
	if (base != DOC_NONE && is_called(w, base, "mo"))
		token_add(w, base, look);
	else
		bracketed(w, base, look);
}

static void
under(struct walk *w, uint32_t n, struct look look)
{
	base_add(w, child(w, n, 0), look);
	script(w, child(w, n, 1), look, 0);
	bounds_end(w, n, look);
}

static void
under_and_over(struct walk *w, uint32_t n, struct look look)
{
	base_add(w, child(w, n, 0), look);
	script(w, child(w, n, 1), look, 0);
	script(w, child(w, n, 2), look, 1);
	bounds_end(w, n, look);
}

/* Accents have characters that combine with what is before them. */
static void
over(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		uint32_t accent;
		const char *mark;
	} marks[] = { { 0xaf, "\u0304" }, { 0x203e, "\u0304" },
		{ '_', "\u0304" }, { '^', "\u0302" }, { 0x2c6, "\u0302" },
		{ '~', "\u0303" }, { 0x2dc, "\u0303" }, { 0x2192, "\u20d7" },
		{ 0x2d9, "\u0307" }, { '.', "\u0307" }, { 0xa8, "\u0308" } };
	uint32_t base = child(w, n, 0), accent = child(w, n, 1), ch;
	size_t i;

	ch = accent != DOC_NONE && is_token(w, accent) ? character(w, accent)
						       : 0;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (ch == 0 || marks[i].accent != ch || w->out->ascii)
			continue;
		bracketed(w, base, look);
		walk_say(w, marks[i].mark, look);
		return;
	}
	base_add(w, base, look);
	script(w, accent, look, 1);
	bounds_end(w, n, look);
}

static void
fenced(struct walk *w, uint32_t n, struct look look)
{
	const char *open = doc_attr(w->doc, n, ATTR_OPEN);
	const char *close = doc_attr(w->doc, n, ATTR_CLOSE);
	const char *between = doc_attr(w->doc, n, ATTR_SEPARATORS);
	char separator[3] = ", ";
	uint32_t c;

	if (between != NULL)
		separator[0] = (char)(between[0] == '\0' ? ' ' : between[0]);
	walk_say(w, open == NULL ? "(" : open, look);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (c != walk_first(w, n))
			walk_say(
			    w, separator[0] == ' ' ? " " : separator, look);
		add(w, c, look);
	}
	walk_say(w, close == NULL ? ")" : close, look);
}

/* "a, b; c, d": rows and what is in them. */
static void
parted(struct walk *w, uint32_t n, struct look look)
{
	const char *between = is_called(w, n, "mtable") ? "; " : ", ";
	uint32_t c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (c != walk_first(w, n))
			walk_say(w, between, look);
		add(w, c, look);
	}
}

/* What only a program reads is behind what a reader sees. */
static void
first(struct walk *w, uint32_t n, struct look look)
{
	add(w, child(w, n, 0), look);
}

static void
nothing(struct walk *w, uint32_t n, struct look look)
{
	(void)w;
	(void)n;
	(void)look;
}

static void
space(struct walk *w, uint32_t n, struct look look)
{
	(void)n;
	(void)look;
	walk_space(w);
}

static void
text(struct walk *w, uint32_t n, struct look look)
{
	walk_children(w, n, look);
}

static void
string(struct walk *w, uint32_t n, struct look look)
{
	walk_say(w, "\"", look);
	token_add(w, n, look);
	walk_say(w, "\"", look);
}

void
math_element(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		const char *name;
		void (*add)(struct walk *w, uint32_t n, struct look look);
	} rows[] = { { "annotation", nothing }, { "annotation-xml", nothing },
		{ "maction", first }, { "mfenced", fenced },
		{ "mfrac", fraction },
		{ "mo", operator}, { "mover", over }, { "mphantom", nothing },
		    { "mroot", root }, { "ms", string }, { "mspace", space },
		    { "msqrt", square_root }, { "msub", subscript },
		    { "msubsup", both_scripts }, { "msup", superscript },
		    { "mtable", parted }, { "mtext", text }, { "mtr", parted },
		    { "munder", under }, { "munderover", under_and_over },
		    { "none", nothing }, { "semantics", first } };
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (is_called(w, n, rows[i].name)) {
			rows[i].add(w, n, look);
			return;
		}
	}
	if (is_token(w, n))
		token_add(w, n, look);
	else
		row(w, n, look);
}

/* A picture drawn in the text: by its title. */
void
math_drawing(struct walk *w, uint32_t n, struct look look)
{
	struct buf b = BUF_INIT;

	media_drawing(w->doc, n, &b);
	walk_say(w, "[", look);
	walk_say(w, b.len > 0 ? b.s : "SVG", look);
	walk_say(w, "]", look);
	buf_release(&b);
}
