/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"
#include "doc/media.h"
#include "text/script.h"

/* An element whose text is being added. */
struct frame {
	uint32_t node;
	uint32_t whole; /* what goes on behind it goes on behind this */
	const char *after;
	const char *between; /* NULL, or it is a row, and ... */
	uint32_t keys;       /* ... this is shown last ... */
	uint32_t last;       /* ... this element of it was shown last ... */
	size_t start;        /* ... and b->len was so much at its begin */
};

/* The walk through what becomes plain text; without recursion, for a document
 * may be deep. */
struct plain {
	const struct doc *doc;
	struct buf *b;
	size_t start;  /* of b->len: what was there before is not ours */
	size_t limit;  /* of b->len: more is left out */
	int refs;      /* xrefs are written out */
	uint32_t at;   /* [byte] of the document's text that comes next */
	uint32_t next; /* the node that comes next */
	VEC(struct frame) open;
};

static int
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static int
is_full(const struct plain *p)
{
	return p->b->len >= p->limit;
}

static void
plain_blank(struct plain *p)
{
	if (p->b->len > p->start && p->b->s[p->b->len - 1] != ' ')
		buf_addc(p->b, ' ');
}

/* Of the white space that `s` begins with, how many bytes, or 0; the end of a
 * line that is told by an instruction is some. */
static uint32_t
blank_at(const char *s, uint32_t left)
{
	static const char line[] = "\u2028";
	uint32_t len = sizeof(line) - 1;

	if (is_blank(*s))
		return 1;
	return left >= len && memcmp(s, line, len) == 0 ? len : 0;
}

/* The document's text up to `to`, each stretch of white space as one blank. */
static void
plain_text(struct plain *p, uint32_t to)
{
	const char *s = doc_text(p->doc);
	uint32_t from = p->at, word, n = 0;

	p->at = to;
	if (is_full(p))
		return;
	if (to > from && to - from > p->limit - p->b->len) {
		to = from + (uint32_t)(p->limit - p->b->len);
		while (to > from && (s[to] & 0xc0) == 0x80)
			to--;
	}
	while (from < to) {
		for (word = from; from < to; from++) {
			n = blank_at(s + from, to - from);
			if (n > 0)
				break;
		}
		buf_add(p->b, s + word, from - word);
		if (from < to)
			plain_blank(p);
		for (; from < to && n > 0; n = blank_at(s + from, to - from))
			from += n;
	}
}

static void
plain_say(struct plain *p, const char *s)
{
	if (!is_full(p))
		buf_adds(p->b, s);
}

static void
plain_space(struct plain *p)
{
	const struct buf *b = p->b;

	if (b->len > p->start && strchr(" ([", b->s[b->len - 1]) == NULL)
		plain_say(p, " ");
}

/* Goes on behind node n, whatever is in it. */
static void
plain_skip(struct plain *p, uint32_t n)
{
	p->at = doc_node(p->doc, n)->end;
	p->next = doc_node(p->doc, n)->last + 1;
}

/* Goes on within node n, and behind it behind `whole`. */
static void
plain_enter(struct plain *p, uint32_t n, uint32_t whole, const char *after)
{
	struct frame f = { .node = n, .whole = whole, .after = after };

	f.start = p->b->len;
	vec_push(&p->open, f);
	p->at = doc_node(p->doc, n)->start;
	p->next = n + 1;
}

static void
plain_affixed(struct plain *p, uint32_t n)
{
	struct gentext_affix a;

	gentext_affix(p->doc, n, &a);
	if (a.spaced)
		plain_space(p);
	plain_say(p, a.before);
	plain_enter(p, n, n, a.after);
	p->open.v[p->open.n - 1].between = a.between;
	p->open.v[p->open.n - 1].keys = gentext_leading_keys(p->doc, n);
}

static void
plain_script(struct plain *p, uint32_t n, int raised)
{
	const struct node *node = doc_node(p->doc, n);

	if (!is_full(p) && node->last == n &&
	    text_script(p->b, doc_text(p->doc) + node->start,
		node->end - node->start, raised)) {
		plain_skip(p, n);
		return;
	}
	plain_say(p, raised ? "^" : "_");
	plain_enter(p, n, n, "");
}

/* A text that stands for it, or what it is called. */
static void
plain_picture(struct plain *p, uint32_t n)
{
	uint32_t text = doc_child(p->doc, n, ELEM_TEXTOBJECT);
	struct buf b = BUF_INIT;

	if (text != DOC_NONE) {
		plain_enter(p, text, n, "");
		return;
	}
	media_in_line(p->doc, n, &b);
	plain_say(p, b.s);
	plain_skip(p, n);
	buf_release(&b);
}

static void
plain_reference(struct plain *p, uint32_t n)
{
	const struct node *node = doc_node(p->doc, n);

	if (node->end > node->start || node->last > n) {
		plain_affixed(p, n);
		return;
	}
	if (p->refs && !is_full(p))
		gentext_reference(p->doc, n, p->b);
	plain_skip(p, n);
}

static int
is_aside(const struct doc *doc, uint32_t n)
{
	enum elem_class class = elem_info[doc_node(doc, n)->elem].class;
	enum elem_role role = doc_role(doc, n);

	return class == CLASS_META || class == CLASS_NOTE || role == ROLE_CO ||
	    role == ROLE_COREF || role == ROLE_FOOTNOTEREF;
}

static void
plain_node(struct plain *p, uint32_t n)
{
	if (is_aside(p->doc, n)) {
		plain_skip(p, n);
		return;
	}
	switch ((int)doc_role(p->doc, n)) {
	case ROLE_XREF:
	case ROLE_BIBLIOREF:
	case ROLE_LINK:
	case ROLE_ULINK:
	case ROLE_OLINK:
		plain_reference(p, n);
		break;
	case ROLE_SUPERSCRIPT:
	case ROLE_SUBSCRIPT:
		plain_script(p, n, doc_role(p->doc, n) == ROLE_SUPERSCRIPT);
		break;
	case ROLE_INLINEMEDIA:
	case ROLE_GRAPHIC:
		plain_picture(p, n);
		break;
	default:
		plain_affixed(p, n);
		break;
	}
}

/* What stands before the element n of a row. */
static void
plain_between(struct plain *p, const struct frame *f, uint32_t n)
{
	const char *word = gentext_choice(p->doc, f->node, n);

	plain_say(p, word == NULL ? f->between : " ");
	if (word != NULL) {
		plain_say(p, word);
		plain_say(p, " ");
	}
}

/* A child of the innermost open element: the text before it, and itself. */
static void
plain_child(struct plain *p, uint32_t n)
{
	struct frame *f = &p->open.v[p->open.n - 1];

	if (n == f->keys) {
		plain_skip(p, n);
		return;
	}
	if (f->between == NULL) {
		plain_text(p, doc_node(p->doc, n)->start);
	} else {
		if (p->b->len > f->start && gentext_parted(p->doc, f->last, n))
			plain_between(p, f, n);
		f->last = n;
	}
	plain_node(p, n);
}

/* The innermost open element is over. */
static void
plain_leave(struct plain *p)
{
	struct frame f = p->open.v[--p->open.n];

	if (f.keys != DOC_NONE) {
		plain_say(p, " (");
		plain_enter(p, f.keys, f.whole, ")");
		return;
	}
	if (f.between == NULL || f.last == DOC_NONE)
		plain_text(p, doc_node(p->doc, f.node)->end);
	plain_say(p, f.after);
	plain_skip(p, f.whole);
}

void
gentext_plain(
    const struct doc *doc, uint32_t n, size_t max, int refs, struct buf *b)
{
	struct plain p = { .doc = doc, .b = b, .start = b->len, .refs = refs };

	p.limit = max > SIZE_MAX - b->len ? SIZE_MAX : b->len + max;
	plain_enter(&p, n, n, "");
	while (p.open.n > 0 && !is_full(&p)) {
		if (p.next > doc_node(doc, p.open.v[p.open.n - 1].node)->last)
			plain_leave(&p);
		else
			plain_child(&p, p.next);
	}
	vec_release(&p.open);
	while (b->len > p.start && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

void
doc_plain(const struct doc *doc, uint32_t n, struct buf *b)
{
	gentext_plain(doc, n, SIZE_MAX, 1, b);
}
