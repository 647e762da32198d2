/* SPDX-License-Identifier: ISC */
/*
 * Inline markup.  White space is settled here: a stretch of it is one blank,
 * written when the next character comes, so that none stands at the ends.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/load.h"
#include "text/utf8.h"

enum inline_kind {
	INLINE_PLAIN,
	INLINE_EMPHASIS,
	INLINE_QUOTE,
	INLINE_SUB,
	INLINE_SUPER,
	INLINE_XREF,
	INLINE_LINK,
	INLINE_PARA,
};

static const struct {
	const char *name;
	enum inline_kind kind;
	unsigned style;
} inlines[] = {
	{ "abbrev", INLINE_PLAIN, STYLE_BODY },
	{ "emphasis", INLINE_EMPHASIS, STYLE_EMPH },
	{ "firstterm", INLINE_PLAIN, STYLE_STRONG },
	{ "foreignphrase", INLINE_PLAIN, STYLE_EMPH },
	{ "link", INLINE_LINK, STYLE_LINK },
	{ "literal", INLINE_PLAIN, STYLE_CODE },
	{ "para", INLINE_PARA, STYLE_BODY },
	{ "phrase", INLINE_PLAIN, STYLE_BODY },
	{ "quote", INLINE_QUOTE, STYLE_BODY },
	{ "subscript", INLINE_SUB, STYLE_BODY },
	{ "superscript", INLINE_SUPER, STYLE_BODY },
	{ "xref", INLINE_XREF, STYLE_LINK },
};

enum { DEPTH_MAX = 32 };

struct inline_attrs {
	const char *role, *linkend, *href;
};

/* An inline element that is open. */
struct frame {
	const char *name;
	enum inline_kind kind;
	unsigned style; /* what was in force outside */
	size_t start;   /* its first byte in the text */
	const char *linkend, *href;
};

struct text {
	struct load *load;
	struct rich out;
	struct buf script; /* what a subscript or superscript holds so far */
	struct frame frame[DEPTH_MAX];
	size_t depth;
	unsigned style;
	unsigned quotes;
	unsigned scripts;             /* how many are open */
	unsigned blank_style;         /* of the blank that is due */
	int blank;                    /* one is due */
	int para;                     /* a new paragraph is due */
	const struct load_hole *hole; /* or NULL */
};

static const char hole_sign[] = "\ufffc";

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Characters, none of them a blank. */
static void
put(struct text *t, const char *s, size_t len, unsigned style)
{
	if (len == 0)
		return;
	if (t->out.text.len > 0 && t->para)
		rich_adds(&t->out, "\n\n", STYLE_BODY);
	else if (t->out.text.len > 0 && t->blank)
		rich_adds(&t->out, " ", t->blank_style & style);
	t->para = t->blank = 0;
	rich_add(&t->out, s, len, style);
}

static void
put_text(struct text *t, const char *s, size_t len)
{
	size_t i = 0, start;

	while (i < len) {
		for (start = i; i < len && !is_blank(s[i]); i++)
			continue;
		if (t->scripts > 0)
			buf_add(&t->script, s + start, i - start);
		else
			put(t, s + start, i - start, t->style);
		if (i < len && !t->blank && t->scripts == 0) {
			t->blank = 1;
			t->blank_style = t->style;
		}
		while (i < len && is_blank(s[i]))
			i++;
	}
}

/* A sign that belongs to the word before it, whatever blank is due. */
static void
put_close(struct text *t, const char *s, unsigned style)
{
	int blank = t->blank;

	t->blank = 0;
	put(t, s, strlen(s), style);
	t->blank = blank;
}

/* The raised or lowered form of a character, or NULL. */
static const char *
raised(uint32_t ch)
{
	static const struct {
		uint32_t ch;
		const char *form;
	} forms[] = {
		{ '1', "\u00b9" },
		{ '2', "\u00b2" },
		{ '3', "\u00b3" },
		{ '0', "\u2070" },
		{ '4', "\u2074" },
		{ '5', "\u2075" },
		{ '6', "\u2076" },
		{ '7', "\u2077" },
		{ '8', "\u2078" },
		{ '9', "\u2079" },
		{ '+', "\u207a" },
		{ '-', "\u207b" },
		{ 0x2212, "\u207b" },
		{ 'n', "\u207f" },
	};
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (forms[i].ch == ch)
			return forms[i].form;
	}
	return NULL;
}

static const char *
lowered(uint32_t ch)
{
	static const char digits[][4] = { "\u2080", "\u2081", "\u2082",
		"\u2083", "\u2084", "\u2085", "\u2086", "\u2087", "\u2088",
		"\u2089" };

	if (ch >= '0' && ch <= '9')
		return digits[ch - '0'];
	return ch == '+'                ? "\u208a"
	    : ch == '-' || ch == 0x2212 ? "\u208b"
					: NULL;
}

/* 1 when every character of the script has a form of its own. */
static int
convert(
    struct buf *b, const struct buf *script, const char *(*form)(uint32_t ch))
{
	const char *to;
	uint32_t ch;
	size_t at = 0;

	while (at < script->len) {
		at += utf8_decode(script->s + at, script->len - at, &ch);
		to = form(ch);
		if (to == NULL)
			return 0;
		buf_adds(b, to);
	}
	return 1;
}

/* "x" with 2 above is x and a raised 2, or else x^2, x^(n-1); below, x_2. */
static void
put_script(struct text *t, enum inline_kind kind)
{
	int up = kind == INLINE_SUPER;
	struct buf b = BUF_INIT;
	uint32_t ch;

	if (t->script.len == 0)
		return;
	if (!convert(&b, &t->script, up ? raised : lowered)) {
		buf_reset(&b);
		buf_addc(&b, up ? '^' : '_');
		if (utf8_decode(t->script.s, t->script.len, &ch) ==
		    t->script.len)
			buf_adds(&b, t->script.s);
		else
			buf_printf(&b, "(%s)", t->script.s);
	}
	put(t, b.s, b.len, t->style);
	buf_release(&b);
	buf_reset(&t->script);
}

/* What stands for a passage of the article. */
static void
put_label(struct text *t, const char *id)
{
	const struct bank *bank = t->load->bank;
	const char *label = NULL;

	if (bank->label != NULL)
		label = bank->label(bank->label_ctx, id);
	if (label == NULL)
		label = id;
	put_text(t, label, strlen(label));
}

static void
note_link(struct text *t, const char *id)
{
	struct bank_ref ref = { "linkend", id, load_place(t->load) };

	vec_push(&t->load->bank->refs, ref);
}

static void
read_attrs(struct load *l, enum inline_kind kind, struct inline_attrs *a)
{
	static const struct attr_spec role[] = {
		{ "role", ATTR_TEXT, 0, offsetof(struct inline_attrs, role),
		    NULL, 0, 0 },
		{ .name = NULL },
	};
	static const struct attr_spec xref[] = {
		{ "linkend", ATTR_REF, 1,
		    offsetof(struct inline_attrs, linkend), NULL, 0, 0 },
		{ .name = NULL },
	};
	static const struct attr_spec link[] = {
		{ "linkend", ATTR_REF, 0,
		    offsetof(struct inline_attrs, linkend), NULL, 0, 0 },
		{ "href", ATTR_TEXT, 0, offsetof(struct inline_attrs, href),
		    NULL, 0, 0 },
		{ .name = NULL },
	};
	static const struct attr_spec none[] = { { .name = NULL } };

	memset(a, 0, sizeof(*a));
	load_attrs(l,
	    kind == INLINE_XREF       ? xref
		: kind == INLINE_LINK ? link
		: kind == INLINE_PARA ? none
				      : role,
	    NULL, a);
}

static int
is_strong(const char *role)
{
	return role != NULL &&
	    (strcmp(role, "bold") == 0 || strcmp(role, "strong") == 0);
}

static void
open_inline(struct text *t, size_t row)
{
	enum inline_kind kind = inlines[row].kind;
	unsigned style = inlines[row].style;
	struct frame *f = &t->frame[t->depth++];
	struct inline_attrs a;

	read_attrs(t->load, kind, &a);
	*f = (struct frame){ inlines[row].name, kind, t->style, t->out.text.len,
		a.linkend, a.href };
	if (kind == INLINE_EMPHASIS && is_strong(a.role))
		style = STYLE_STRONG;
	t->style |= style;
	if (a.linkend != NULL)
		note_link(t, a.linkend);
	if (kind == INLINE_PARA)
		t->para = 1;
	else if (kind == INLINE_QUOTE)
		put(t, t->quotes++ % 2 == 0 ? "\u201c" : "\u2018", 3, t->style);
	else if (kind == INLINE_SUB || kind == INLINE_SUPER)
		t->scripts++;
	else if (kind == INLINE_XREF && a.linkend != NULL)
		put_label(t, a.linkend);
}

/* A link that says nothing shows where it leads; an outside one, where to. */
static void
close_link(struct text *t, const struct frame *f)
{
	int empty = t->out.text.len == f->start;

	if (f->linkend != NULL && empty)
		put_label(t, f->linkend);
	if (f->href == NULL)
		return;
	if (!empty)
		put_text(t, " (", 2);
	put_text(t, f->href, strlen(f->href));
	if (!empty)
		put_close(t, ")", t->style);
}

static void
close_inline(struct text *t)
{
	const struct frame *f = &t->frame[--t->depth];

	if (f->kind == INLINE_QUOTE)
		put_close(
		    t, --t->quotes % 2 == 0 ? "\u201d" : "\u2019", t->style);
	else if (f->kind == INLINE_LINK)
		close_link(t, f);
	else if (f->kind == INLINE_PARA)
		t->para = 1;
	t->style = f->style;
	if ((f->kind == INLINE_SUB || f->kind == INLINE_SUPER) &&
	    --t->scripts == 0)
		put_script(t, f->kind);
}

/* The row of an inline element that may stand here, or -1. */
static int
find_inline(const struct text *t, const char *name, int paras)
{
	size_t i;

	for (i = 0; i < sizeof(inlines) / sizeof(inlines[0]); i++) {
		if (strcmp(inlines[i].name, name) != 0)
			continue;
		if (inlines[i].kind == INLINE_PARA && (!paras || t->depth > 0))
			return -1;
		return (int)i;
	}
	return -1;
}

static void
start(struct text *t, const char *parent, int paras, struct rich *feedback)
{
	struct load *l = t->load;
	const char *name = load_name(l);
	struct place here = load_place(l);
	int i;

	if (feedback != NULL && t->depth == 0 &&
	    strcmp(name, "feedback") == 0) {
		load_text_once(l, feedback, 0);
		return;
	}
	if (t->hole != NULL && strcmp(name, t->hole->name) == 0) {
		put(t, hole_sign, LOAD_HOLE_LEN, t->style);
		t->hole->read(l, t->hole->ctx, t->out.text.len - LOAD_HOLE_LEN);
		return;
	}
	i = find_inline(t, name, paras);
	if (i == -1) {
		load_refuse(
		    l, t->depth == 0 ? parent : t->frame[t->depth - 1].name);
	} else if (t->depth == DEPTH_MAX) {
		load_fault(l, &here, DIAG_XML_LIMIT, name);
		load_skip(l);
	} else {
		open_inline(t, (size_t)i);
	}
}

static void
check_length(struct text *t, const char *parent, const struct place *at)
{
	char max[32];

	if (t->out.text.len <= ITEM_TEXT_MAX)
		return;
	snprintf(max, sizeof(max), "%d", ITEM_TEXT_MAX);
	load_fault(t->load, at, DIAG_QUIZ_TOO_LONG, parent, max);
	rich_reset(&t->out);
}

static void
load_inlines(struct load *l, struct rich *out, int paras, struct rich *feedback,
    const struct load_hole *hole)
{
	struct place at = load_place(l);
	const char *parent = load_name(l);
	struct text t = { .load = l, .script = BUF_INIT, .hole = hole };

	rich_init(&t.out);
	for (;;) {
		load_next(l);
		if (l->ev.kind == XML_TEXT)
			put_text(&t, l->ev.text, l->ev.len);
		else if (l->ev.kind == XML_START)
			start(&t, parent, paras, feedback);
		else if (t.depth == 0)
			break;
		else
			close_inline(&t);
	}
	check_length(&t, parent, &at);
	bank_rich(l->bank, out, &t.out);
	rich_release(&t.out);
	buf_release(&t.script);
}

void
load_text(struct load *l, struct rich *out, int paras, struct rich *feedback)
{
	load_inlines(l, out, paras, feedback, NULL);
}

void
load_text_holes(struct load *l, struct rich *out, const struct load_hole *hole)
{
	load_inlines(l, out, 1, NULL, hole);
}
