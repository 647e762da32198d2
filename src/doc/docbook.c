/* SPDX-License-Identifier: ISC */
/*
 * The builder.  It keeps a stack of frames, one for each open element, and at
 * most one open run of text for each open footnote and the flow itself.
 *
 * A run begins with the first text or inline element in a block and ends where
 * a block begins or ends; it becomes a unit.  White space is settled here:
 * outside listings a stretch of it is one blank, written when the next
 * character comes, so that none stands at the ends of a run.
 */
#include "config.h"

#include "doc/docbook.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/model.h"
#include "doc/section.h"
#include "xml/xml.h"

enum {
	NO_UNIT = 0xffffffff,
	TEXT_LIMIT = 0xf0000000, /* offsets have 32 bits */
};

struct frame {
	uint32_t node;
	uint32_t items;      /* numbered children so far */
	uint32_t saved_unit; /* of a note: the run that it interrupts */
	uint8_t class;       /* enum elem_class as it is treated here */
	uint8_t hidden;
	uint8_t saved_space;
	uint8_t has_text; /* of a media object: something stands for it */
};

struct docbook {
	struct doc *doc;
	struct xml_stream *xml;
	struct section_counters counters;
	VEC(struct frame) stack;
	VEC(uint16_t) elem_of_name; /* enum elem + 1 by name number, 0: ask */
	VEC(uint16_t) attr_of_name; /* likewise, enum attr + 1 */
	uint32_t unit;              /* the open run, or NO_UNIT ... */
	uint8_t unit_inner;         /* ... and whether it is an inner one */
	uint8_t space;            /* a blank is due before the next character */
	uint8_t solid;            /* since the last blank something was shown */
	uint8_t line_start;       /* a listing has just begun */
	unsigned verbatim, notes; /* how many are open */
	unsigned tables;
};

static struct frame *
top(struct docbook *b)
{
	assert(b->stack.n > 0);
	return &b->stack.v[b->stack.n - 1];
}

static struct node *
node_at(struct docbook *b, uint32_t n)
{
	return &b->doc->nodes.v[n - 1];
}

static struct unit *
open_unit(struct docbook *b)
{
	return b->unit_inner ? &b->doc->inner.v[b->unit]
			     : &b->doc->units.v[b->unit];
}

/* Adds a unit that begins here; returns its number in its list. */
static uint32_t
unit_add(struct docbook *b, enum unit_kind kind, uint32_t node)
{
	struct unit u = { .node = node, .kind = (uint8_t)kind };

	u.first = (uint32_t)b->doc->nodes.n + 1;
	u.start = u.end = (uint32_t)b->doc->text.len;
	u.note = b->notes > 0;
	if (b->tables > 0) {
		vec_push(&b->doc->inner, u);
		return (uint32_t)b->doc->inner.n - 1;
	}
	vec_push(&b->doc->units, u);
	return (uint32_t)b->doc->units.n - 1;
}

/* A separator after each unit keeps the ranges of two units apart. */
static void
separate(struct docbook *b)
{
	buf_addc(&b->doc->text, '\n');
}

static void
run_open(struct docbook *b, uint32_t node)
{
	b->unit =
	    unit_add(b, b->verbatim > 0 ? UNIT_VERBATIM : UNIT_TEXT, node);
	b->unit_inner = b->tables > 0;
	b->space = b->solid = 0;
}

static void
trim_end(struct docbook *b, uint32_t start)
{
	struct buf *t = &b->doc->text;
	size_t len = t->len;

	while (len > start && (t->s[len - 1] == '\n' || t->s[len - 1] == ' '))
		len--;
	buf_truncate(t, len);
}

/* Open inline elements must not end behind the text that was trimmed. */
static void
run_close(struct docbook *b)
{
	struct unit *u;

	b->space = 0;
	if (b->unit == NO_UNIT)
		return;
	u = open_unit(b);
	if (u->kind == UNIT_VERBATIM)
		trim_end(b, u->start);
	u->end = (uint32_t)b->doc->text.len;
	b->unit = NO_UNIT;
	separate(b);
}

/* The blank that is due, unless the run begins here or has one already. */
static void
settle_space(struct docbook *b)
{
	if (b->space && b->unit != NO_UNIT && b->solid) {
		buf_addc(&b->doc->text, ' ');
		b->solid = 0;
	}
	b->space = 0;
}

static int
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
add_collapsed(struct docbook *b, const char *s, size_t len)
{
	size_t i = 0, word;

	while (i < len) {
		if (is_space(s[i])) {
			b->space = 1;
			while (i < len && is_space(s[i]))
				i++;
			continue;
		}
		for (word = i; i < len && !is_space(s[i]); i++)
			;
		if (b->unit == NO_UNIT)
			run_open(b, top(b)->node);
		settle_space(b);
		buf_add(&b->doc->text, s + word, i - word);
		b->solid = 1;
	}
}

/* A newline right behind the start tag of a listing is not part of it. */
static void
add_verbatim(struct docbook *b, const char *s, size_t len)
{
	if (b->line_start && len > 0 && s[0] == '\n') {
		s++;
		len--;
	}
	if (len == 0)
		return;
	b->line_start = 0;
	if (b->unit == NO_UNIT)
		run_open(b, top(b)->node);
	buf_add(&b->doc->text, s, len);
}

static void
on_text(struct docbook *b, const char *s, size_t len)
{
	if (b->stack.n == 0 || b->doc->text.len + len >= TEXT_LIMIT)
		return;
	if (top(b)->hidden) {
		buf_add(&b->doc->text, s, len);
		return;
	}
	if (b->verbatim > 0)
		add_verbatim(b, s, len);
	else
		add_collapsed(b, s, len);
}

/* Which element a name of the stream is. */
static enum elem
elem_of(struct docbook *b, unsigned name)
{
	enum xml_ns ns;
	enum elem e;

	while (b->elem_of_name.n <= name)
		vec_push(&b->elem_of_name, 0);
	if (b->elem_of_name.v[name] != 0)
		return (enum elem)(b->elem_of_name.v[name] - 1);
	ns = xml_name_ns(b->xml, name);
	if (ns == XML_NS_MATHML || ns == XML_NS_SVG || ns == XML_NS_HTML) {
		e = ELEM_FOREIGN;
	} else {
		e = ns == XML_NS_DOCBOOK || ns == XML_NS_NONE
		    ? elem_find(xml_name(b->xml, name))
		    : ELEM_NONE;
		if (e == ELEM_NONE)
			e = ELEM_UNKNOWN;
	}
	b->elem_of_name.v[name] = (uint16_t)(e + 1);
	return e;
}

/* Attributes of DocBook have no namespace, but for id, lang and href. */
static enum attr
attr_of(struct docbook *b, unsigned name)
{
	enum attr a = ATTR_NONE;
	enum xml_ns ns;

	while (b->attr_of_name.n <= name)
		vec_push(&b->attr_of_name, 0);
	if (b->attr_of_name.v[name] != 0)
		return (enum attr)(b->attr_of_name.v[name] - 1);
	ns = xml_name_ns(b->xml, name);
	if (ns == XML_NS_NONE || ns == XML_NS_XML || ns == XML_NS_XLINK)
		a = attr_find(xml_name(b->xml, name));
	if (ns == XML_NS_XLINK && a != ATTR_HREF)
		a = ATTR_NONE;
	b->attr_of_name.v[name] = (uint16_t)(a + 1);
	return a;
}

static void
attr_add(struct docbook *b, struct node *node, enum attr attr, const char *s,
    size_t len)
{
	struct doc *doc = b->doc;
	struct doc_attr a = { .attr = (uint16_t)attr };

	a.value = (uint32_t)doc->values.len;
	buf_add(&doc->values, s, len);
	buf_addc(&doc->values, '\0');
	if (node->attrs == 0)
		node->attrs = (uint32_t)doc->attrs.n + 1;
	else
		doc->attrs.v[doc->attrs.n - 1].more = 1;
	vec_push(&doc->attrs, a);
}

static void
attrs_add(struct docbook *b, struct node *node, const struct xml_event *ev)
{
	const char *name;
	enum attr attr;
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		attr = attr_of(b, ev->attr[i].name);
		if (attr != ATTR_NONE)
			attr_add(
			    b, node, attr, ev->attr[i].value, ev->attr[i].len);
	}
	if (node->elem == ELEM_UNKNOWN) {
		name = xml_name(b->xml, ev->name);
		attr_add(b, node, ATTR_NAME, name, strlen(name));
	}
}

/* Files are numbered by the stream in the order of their first use. */
static uint16_t
file_of(struct docbook *b, unsigned file)
{
	struct doc *doc = b->doc;
	const char *path;

	while (doc->files.n <= file && doc->files.n < UINT16_MAX) {
		path = xml_file(b->xml, (unsigned)doc->files.n);
		vec_push(&doc->files, arena_strdup(&doc->arena, path));
	}
	return (uint16_t)(file < UINT16_MAX ? file : UINT16_MAX);
}

static uint32_t
node_add(struct docbook *b, const struct xml_event *ev, enum elem elem)
{
	struct node node = { .elem = (uint16_t)elem, .flags = NODE_OPEN };
	uint32_t n = (uint32_t)b->doc->nodes.n + 1;

	node.parent = b->stack.n == 0 ? DOC_NONE : top(b)->node;
	node.last = n;
	node.start = node.end = (uint32_t)b->doc->text.len;
	node.line = (uint32_t)ev->line;
	node.col = (uint16_t)(ev->col < UINT16_MAX ? ev->col : UINT16_MAX);
	node.file = file_of(b, ev->file);
	attrs_add(b, &node, ev);
	vec_push(&b->doc->nodes, node);
	if (doc_attr(b->doc, n, ATTR_ID) != NULL)
		doc_add_id(b->doc, n);
	return n;
}

static enum elem_role
parent_role(struct docbook *b)
{
	return b->stack.n == 0 ? ROLE_PLAIN : doc_role(b->doc, top(b)->node);
}

/*
 * Some elements are blocks or inline by where they stand: a credit in running
 * text, title and para of a formalpara, which are set as one paragraph, what
 * stands for an inline picture, members of an inline list.
 */
static enum elem_class
class_here(struct docbook *b, enum elem elem)
{
	const struct elem_info *info = &elem_info[elem];
	enum elem_role parent = parent_role(b);
	int in_run = b->unit != NO_UNIT;

	if (info->class == CLASS_OPEN || info->role == ROLE_CREDIT)
		return in_run ? CLASS_INLINE : CLASS_BLOCK;
	if (parent == ROLE_FORMALPARA &&
	    (info->role == ROLE_TITLE || info->role == ROLE_PARA))
		return CLASS_INLINE;
	if (parent == ROLE_INLINEMEDIA && info->role == ROLE_TEXTOBJECT)
		return CLASS_INLINE;
	if (info->role == ROLE_GRAPHIC && info->class == CLASS_BLOCK && in_run)
		return CLASS_INLINE;
	return info->class;
}

static int
shows_in_info(enum elem_role role)
{
	return role == ROLE_TITLE || role == ROLE_SUBTITLE ||
	    role == ROLE_CREDIT || role == ROLE_ABSTRACT || role == ROLE_LEGAL;
}

static int
is_hidden(struct docbook *b, enum elem_class class, enum elem_role role)
{
	if (b->stack.n > 0 && top(b)->hidden)
		return 1;
	if (class == CLASS_META || role == ROLE_HIDDEN)
		return 1;
	return parent_role(b) == ROLE_INFO && !shows_in_info(role);
}

static int
is_numbered_item(enum elem_role role)
{
	return role == ROLE_ITEM || role == ROLE_STEP || role == ROLE_CALLOUT ||
	    role == ROLE_ENTRY || role == ROLE_QUESTION ||
	    role == ROLE_SEGITEM || role == ROLE_MEMBER || role == ROLE_SEG;
}

static void
frame_push(struct docbook *b, uint32_t node, enum elem_class class, int hidden)
{
	struct frame f = { .node = node, .class = (uint8_t) class };

	f.hidden = (uint8_t)hidden;
	f.saved_unit = NO_UNIT;
	if (hidden)
		node_at(b, node)->flags |= NODE_HIDDEN;
	vec_push(&b->stack, f);
}

/* A footnote has runs of its own; the one that it hangs on goes on after. */
static void
note_open(struct docbook *b)
{
	settle_space(b);
	top(b)->saved_unit = b->unit;
	top(b)->saved_space = b->unit_inner;
	b->unit = NO_UNIT;
	b->notes++;
}

static void
note_close(struct docbook *b, const struct frame *f)
{
	run_close(b);
	b->notes--;
	b->unit = f->saved_unit;
	b->unit_inner = f->saved_space;
	b->solid = 1; /* its mark */
}

/* A picture shows as a unit of its own unless a text stands for it. */
static void
media_settle(struct docbook *b, struct frame *f)
{
	if (f->has_text)
		return;
	f->has_text = 1;
	unit_add(b, UNIT_MEDIA, f->node);
	separate(b);
}

static void
media_child(struct docbook *b, enum elem_role role)
{
	enum elem_role parent = parent_role(b);

	if ((parent != ROLE_MEDIA && parent != ROLE_GRAPHIC) || top(b)->hidden)
		return;
	if (role == ROLE_TEXTOBJECT)
		top(b)->has_text = 1;
	else if (role == ROLE_CAPTION)
		media_settle(b, top(b));
}

static void
enter(struct docbook *b, uint32_t n, enum elem_class class)
{
	struct frame *f = top(b);

	switch (class) {
	case CLASS_VERBATIM:
		b->verbatim++;
		b->line_start = 1;
		break;
	case CLASS_TABLE:
		if (b->tables == 0)
			f->saved_unit = unit_add(b, UNIT_TABLE, n);
		b->tables++;
		break;
	case CLASS_NOTE:
		note_open(b);
		break;
	case CLASS_DIVISION:
		section_begin(b->doc, &b->counters, n);
		break;
	case CLASS_INFO:
	case CLASS_BLOCK:
	case CLASS_LIST:
	case CLASS_TABLEPART:
	case CLASS_INLINE:
	case CLASS_META:
	case CLASS_OPEN:
		break;
	}
}

/* An inline element opens a run where none is, but for one that will show
 * nothing by itself: its text will. */
static void
before_inline(struct docbook *b)
{
	if (b->unit == NO_UNIT)
		run_open(b, top(b)->node);
	else
		settle_space(b);
}

static void
on_start(struct docbook *b, const struct xml_event *ev)
{
	enum elem elem = elem_of(b, ev->name);
	enum elem_role role = elem_info[elem].role;
	enum elem_class class = class_here(b, elem);
	int hidden = is_hidden(b, class, role);
	uint32_t n;

	if (!hidden && b->stack.n > 0) {
		media_child(b, role);
		if (class == CLASS_INLINE || class == CLASS_NOTE)
			before_inline(b);
		else if (b->unit != NO_UNIT)
			run_close(b);
	}
	n = node_add(b, ev, elem);
	if (b->stack.n > 0 && is_numbered_item(role))
		node_at(b, n)->ordinal = ++top(b)->items;
	if (class != CLASS_INLINE && class != CLASS_META)
		node_at(b, n)->flags |= NODE_BLOCK;
	frame_push(b, n, class, hidden);
	if (hidden)
		return;
	if (role == ROLE_TITLE)
		section_title(b->doc, n);
	else
		number_object(b->doc, &b->counters, n);
	enter(b, n, class);
}

static void
leave(struct docbook *b, struct frame *f)
{
	enum elem_role role = doc_role(b->doc, f->node);

	if (f->class == CLASS_VERBATIM) {
		run_close(b);
		b->verbatim--;
	} else if (f->class == CLASS_NOTE) {
		note_close(b, f);
	} else if (f->class != CLASS_INLINE && f->class != CLASS_META) {
		run_close(b);
	}
	if (f->class != CLASS_INLINE &&
	    (role == ROLE_MEDIA || role == ROLE_GRAPHIC))
		media_settle(b, f);
	if (f->class == CLASS_TABLE)
		b->tables--;
}

/* Every ancestor's `last` grows only when it ends: it is cheap there, and a
 * reader looks at closed nodes. */
static void
on_end(struct docbook *b)
{
	struct frame f;
	struct node *node;

	if (b->stack.n == 0)
		return;
	f = *top(b);
	if (!f.hidden)
		leave(b, &f);
	node = node_at(b, f.node);
	/* An empty element, such as an xref, shows what it refers to. */
	if (f.class == CLASS_INLINE && node->start == b->doc->text.len)
		b->solid = 1;
	node->flags &= (uint16_t)~NODE_OPEN;
	node->last = (uint32_t)b->doc->nodes.n;
	node->end = (uint32_t)b->doc->text.len;
	if (f.class == CLASS_TABLE && f.saved_unit != NO_UNIT)
		b->doc->units.v[f.saved_unit].end = node->end;
	b->stack.n--;
}

/* Units from the first one on that is still open are not complete. */
static size_t
units_done(const struct docbook *b)
{
	size_t i, done = b->doc->units.n;

	if (b->unit != NO_UNIT && !b->unit_inner && b->unit < done)
		done = b->unit;
	for (i = 0; i < b->stack.n; i++) {
		const struct frame *f = &b->stack.v[i];

		if (f->saved_unit < done &&
		    !(f->class == CLASS_NOTE && f->saved_space))
			done = f->saved_unit;
	}
	return done;
}

static void
document_end(struct docbook *b)
{
	while (b->stack.n > 0)
		on_end(b);
	b->doc->complete = 1;
	b->doc->broken = xml_broken(b->xml);
}

struct docbook *
docbook_open(const struct xml_source *src, struct diags *d)
{
	struct xml_stream *xml = xml_open(src, d);
	struct docbook *b;

	if (xml == NULL)
		return NULL;
	b = xcalloc(1, sizeof(*b));
	b->xml = xml;
	b->doc = doc_new();
	b->unit = NO_UNIT;
	return b;
}

int
docbook_step(struct docbook *b, size_t max)
{
	struct xml_event ev;

	for (; max > 0 && !b->doc->complete; max--) {
		xml_next(b->xml, &ev);
		switch (ev.kind) {
		case XML_START:
			on_start(b, &ev);
			break;
		case XML_END:
			on_end(b);
			break;
		case XML_TEXT:
			on_text(b, ev.text, ev.len);
			break;
		case XML_PI:
			break;
		case XML_DONE:
			document_end(b);
			break;
		}
	}
	b->doc->units_done = units_done(b);
	return !b->doc->complete;
}

const struct doc *
docbook_doc(const struct docbook *b)
{
	return b->doc;
}

struct doc *
docbook_finish(struct docbook *b)
{
	struct doc *doc;

	if (b == NULL)
		return NULL;
	doc = b->doc;
	xml_close(b->xml);
	vec_release(&b->stack);
	vec_release(&b->elem_of_name);
	vec_release(&b->attr_of_name);
	free(b);
	return doc;
}

struct doc *
docbook_read(const struct xml_source *src, struct diags *d)
{
	struct docbook *b = docbook_open(src, d);

	if (b == NULL)
		return NULL;
	while (docbook_step(b, 65536))
		;
	return docbook_finish(b);
}

int
docbook_is_docbook(const struct doc *doc)
{
	return doc_nodes(doc) > 0 && doc_node(doc, 1)->elem < ELEM_UNKNOWN;
}
