/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/docbook.h"

#include <assert.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/annotation.h"
#include "doc/build.h"
#include "doc/deferred.h"
#include "doc/lang.h"
#include "doc/model.h"
#include "doc/profile.h"
#include "xml/xml.h"

enum {
	LARGE_FILE = 4 << 20,
	NODE_BYTES = 40, /* of a file, for one element, where markup is dense */
};

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

/* Numbers the node, which has its place in the source and its attributes. */
static uint32_t
node_push(struct docbook *b, struct node *node)
{
	uint32_t n = (uint32_t)b->doc->nodes.n + 1;

	node->flags = NODE_OPEN;
	node->parent = b->stack.n == 0 ? DOC_NONE : build_top(b)->node;
	node->last = n;
	node->start = node->end = (uint32_t)b->doc->text.len;
	vec_push(&b->doc->nodes, *node);
	return n;
}

static uint32_t
node_add(struct docbook *b, const struct xml_event *ev, enum elem elem)
{
	struct node node = { .elem = (uint16_t)elem };
	uint32_t n;

	node.lang = b->stack.n == 0
	    ? LANG_EN
	    : model_node(b->doc, build_top(b)->node)->lang;
	node.line = (uint32_t)ev->line;
	node.col = (uint16_t)(ev->col < UINT16_MAX ? ev->col : UINT16_MAX);
	node.file = file_of(b, ev->file);
	if (ev->n_attr > 0 || elem >= ELEM_UNKNOWN)
		build_attrs(b, &node, ev);
	n = node_push(b, &node);
	if (node.attrs != 0 && doc_attr(b->doc, n, ATTR_ID) != NULL)
		doc_add_id(b->doc, n);
	if (elem == ELEM_ANNOTATION)
		annotation_add(b->doc, n);
	if (elem == ELEM_INDEXTERM && b->stack.n > 0 && !build_top(b)->hidden)
		vec_push(&b->indexterms, n);
	return n;
}

static void
frame_push(struct docbook *b, uint32_t node, enum elem_class class, int hidden)
{
	struct frame f = { .node = node, .class = (uint8_t) class };

	f.role = model_role(b->doc, node);
	f.hidden = (uint8_t)hidden;
	f.saved_unit = NO_UNIT;
	f.units = build_units(b);
	if (hidden)
		build_node(b, node)->flags |= NODE_HIDDEN;
	vec_push(&b->stack, f);
}

/* A footnote has runs of its own; the one that it hangs on goes on after. */
static void
note_open(struct docbook *b)
{
	build_settle_space(b);
	build_top(b)->saved_unit = b->unit;
	build_top(b)->saved_inner = b->unit_inner;
	b->unit = NO_UNIT;
	b->notes++;
}

static void
note_close(struct docbook *b, const struct frame *f)
{
	build_close_run(b);
	b->notes--;
	b->unit = f->saved_unit;
	b->unit_inner = f->saved_inner;
	b->solid = 1; /* its mark */
}

/* What is in parentheses behind a name stands there in the text, too, so that
 * it is found as it is shown. */
static void
enter_volume(struct docbook *b)
{
	build_say(b, "(");
}

static void
leave_volume(struct docbook *b, const struct frame *f)
{
	struct buf *text = &b->doc->text;

	if (text->len == model_node(b->doc, f->node)->start + 1)
		buf_truncate(text, text->len - 1);
	else
		build_say(b, ")");
}

static void
enter(struct docbook *b, uint32_t n, enum elem_class class)
{
	struct frame *f = build_top(b);

	switch (class) {
	case CLASS_VERBATIM:
		b->verbatim++;
		b->counters.co = 0;
		b->line_start = 1;
		break;
	case CLASS_TABLE:
		f->saved_unit = build_unit(b, UNIT_TABLE, n);
		f->saved_inner = b->tables++ > 0;
		break;
	case CLASS_NOTE:
		note_open(b);
		break;
	case CLASS_DIVISION:
		section_begin(b->doc, &b->counters, n);
		break;
	case CLASS_INLINE:
		if (model_role(b->doc, n) == ROLE_MANVOL)
			enter_volume(b);
		break;
	case CLASS_INFO:
	case CLASS_BLOCK:
	case CLASS_LIST:
	case CLASS_TABLEPART:
	case CLASS_META:
	case CLASS_OPEN:
		break;
	}
}

/* An inline element opens a run where none is, but for one that will show
 * nothing by itself: its text will. */
static void
before_inline(struct docbook *b, enum elem_role role)
{
	if (b->unit == NO_UNIT) {
		build_open_run(b, build_top(b)->node);
		return;
	}
	if (role == ROLE_MANVOL || role == ROLE_SBR)
		b->space = 0;
	build_settle_space(b);
}

static void
before_shown(struct docbook *b, enum elem_class class, enum elem_role role)
{
	build_media_child(b, role);
	if (class == CLASS_INLINE || class == CLASS_NOTE)
		before_inline(b, role);
	else if (b->unit != NO_UNIT)
		build_close_run(b);
}

/* Opens node n, the newest. */
static void
begin(struct docbook *b, uint32_t n, enum elem_class class, int hidden,
    int fields)
{
	enum elem_role role = model_role(b->doc, n);

	if (class != CLASS_INLINE && class != CLASS_META)
		build_node(b, n)->flags |= NODE_BLOCK;
	frame_push(b, n, class, hidden);
	build_top(b)->fields = (uint8_t)fields;
	build_number(b, n);
	if (hidden)
		return;
	if (role == ROLE_TITLE)
		section_title(b->doc, &b->counters, n);
	else
		number_object(b->doc, &b->counters, n);
	enter(b, n, class);
	/* It may have no text, yet has a name. */
	if (role == ROLE_GLOSSSEE && class == CLASS_BLOCK)
		build_open_run(b, n);
}

uint32_t
build_begin(struct docbook *b, enum elem elem, uint32_t target)
{
	enum elem_class class = elem_info[elem].class;
	struct node node = *model_node(b->doc, build_top(b)->node);
	uint32_t n;

	node.elem = (uint16_t)elem;
	node.attrs = node.ordinal = 0;
	build_target(b, &node, target);
	before_shown(b, class, elem_info[elem].role);
	n = node_push(b, &node);
	begin(b, n, class, 0, 0);
	return n;
}

/* The element that begins; the xml layer takes some files for text. */
static enum elem
element_of(struct docbook *b, const struct xml_event *ev)
{
	enum elem elem = build_elem(b, ev->name);
	const char *format;

	if (elem != ELEM_IMAGEDATA)
		return elem;
	format = build_event_attr(b, ev, ATTR_FORMAT);
	return format != NULL && strcmp(format, "linespecific") == 0
	    ? ELEM_TEXTDATA
	    : elem;
}

/* Kept out of build_take, which is short for text. */
static __attribute__((noinline)) void
on_start(struct docbook *b, const struct xml_event *ev)
{
	enum elem elem = element_of(b, ev);
	enum elem_class class;
	int hidden, fields;

	if (b->stack.n == 0 && elem >= ELEM_UNKNOWN)
		elem = ELEM_ARTICLE;
	if (build_wait_child(b, ev, elem))
		return;
	class = build_class(b, ev, elem);
	hidden = build_is_hidden(b, class, elem);
	fields = build_is_fields(b, class, elem);
	if (!hidden && b->stack.n > 0)
		before_shown(b, class, elem_info[elem].role);
	begin(b, node_add(b, ev, elem), class, hidden, fields);
}

/* What layout writes behind all that is in an element. */
static void
add_tail(struct docbook *b, uint32_t n)
{
	build_unit(b, UNIT_TAIL, n);
	build_separator(b);
}

/* Are blanks at its end no part of its text? */
static int
drops_blanks(enum elem_role role)
{
	return role == ROLE_SIMPLE || role == ROLE_SBR ||
	    role == ROLE_INLINEEQUATION || role == ROLE_INLINEMEDIA;
}

static void
leave_inline(struct docbook *b, const struct frame *f)
{
	if (f->role == ROLE_MANVOL)
		leave_volume(b, f);
	if (f->fields || drops_blanks(f->role))
		b->space = 0;
	/* An empty element, such as an xref, shows what it refers to; a picture
	 * shows something, too. */
	if (model_node(b->doc, f->node)->start == b->doc->text.len ||
	    f->role == ROLE_INLINEMEDIA || f->role == ROLE_SVG)
		b->solid = f->role != ROLE_SBR;
}

/* A title may stand in an element and in what is about it: it is shown once. */
static void
title_once(struct docbook *b, uint32_t n)
{
	if (b->unit == NO_UNIT || build_open_unit(b)->node != n ||
	    !section_title_again(b->doc, n))
		return;
	build_drop_run(b);
	build_node(b, n)->flags |= NODE_HIDDEN;
}

/* An item that has nothing in it shows its bullet or number all the same. */
static int
is_bare_item(struct docbook *b, const struct frame *f)
{
	uint32_t list = model_node(b->doc, f->node)->parent;
	enum elem_role around =
	    list == DOC_NONE ? ROLE_PLAIN : model_role(b->doc, list);

	if (build_units(b) > f->units)
		return 0;
	return f->role == ROLE_STEP || f->role == ROLE_CALLOUT ||
	    (f->role == ROLE_ITEM &&
		(around == ROLE_ORDERED || around == ROLE_ITEMIZED));
}

static void
leave(struct docbook *b, struct frame *f)
{
	enum elem_role role = f->role;

	if (f->class == CLASS_INLINE) {
		leave_inline(b, f);
		return;
	}
	if (role == ROLE_TITLE || role == ROLE_SUBTITLE)
		title_once(b, f->node);
	if (is_bare_item(b, f))
		build_open_run(b, f->node);
	if (f->class == CLASS_NOTE)
		note_close(b, f);
	else
		build_close_run(b);
	b->verbatim -= f->class == CLASS_VERBATIM;
	b->tables -= f->class == CLASS_TABLE;
	if (role == ROLE_TEXTOBJECT ||
	    model_node(b->doc, f->node)->elem == ELEM_IMAGEOBJECT)
		build_media_part_end(b, f);
	build_media_end(b, f);
	if (role == ROLE_CLASSSYNOPSIS || role == ROLE_RECAP ||
	    (role == ROLE_MSGENTRY && model_node(b->doc, f->node)->attrs != 0))
		add_tail(b, f->node);
}

static void
end_table(struct docbook *b, const struct frame *f)
{
	struct unit *u = f->saved_inner ? &b->doc->inner.v[f->saved_unit]
					: &b->doc->units.v[f->saved_unit];

	u->end = model_node(b->doc, f->node)->end;
}

/* Every ancestor's `last` grows only when it ends: it is cheap there, and a
 * reader looks at closed nodes. */
void
build_end(struct docbook *b)
{
	struct frame f;
	struct node *node;

	if (b->stack.n == 0)
		return;
	if (build_top(b)->deferred != NULL)
		build_wait_end(b);
	if (build_top(b)->class == CLASS_DIVISION)
		build_index(b);
	f = *build_top(b);
	if (!f.hidden)
		leave(b, &f);
	if (f.role == ROLE_ORDERED || f.class == CLASS_VERBATIM)
		build_number_end(b, &f);
	node = build_node(b, f.node);
	node->flags &= (uint8_t)~NODE_OPEN;
	node->last = (uint32_t)b->doc->nodes.n;
	node->end = (uint32_t)b->doc->text.len;
	if (f.class == CLASS_TABLE && f.saved_unit != NO_UNIT)
		end_table(b, &f);
	b->stack.n--;
	build_called(b, f.node);
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

		if (f->saved_unit < done && !f->saved_inner)
			done = f->saved_unit;
	}
	return done;
}

/* The last error of the XML is what ended it. */
static const char *
why_broken(struct docbook *b)
{
	size_t i = b->diags->all.n;
	const struct diag *d;

	while (i > 0 && b->diags->all.v[i - 1].severity != DIAG_ERROR)
		i--;
	if (i == 0)
		return "";
	d = &b->diags->all.v[i - 1];
	if (d->line == 0)
		return arena_strdup(&b->doc->arena, d->text);
	return arena_printf(&b->doc->arena, "%s:%d:%d: %s",
	    d->file == NULL ? "" : path_base(d->file), d->line, d->col,
	    d->text);
}

static void
document_end(struct docbook *b)
{
	while (b->stack.n > 0)
		build_end(b);
	build_close_run(b); /* of a fragment that is part of a line */
	b->doc->complete = 1;
	b->doc->broken = xml_broken(b->xml);
	if (!b->doc->broken || b->doc->nodes.n == 0)
		return;
	b->doc->why_broken = why_broken(b);
	add_tail(b, 1);
}

struct docbook *
docbook_open(const struct xml_source *src, struct diags *d)
{
	return docbook_open_as(src, NULL, d);
}

struct docbook *
docbook_open_as(const struct xml_source *src, const struct docbook_options *how,
    struct diags *d)
{
	struct xml_source coarse = *src;
	struct xml_stream *xml;
	struct docbook *b;

	coarse.coarse = 1;
	xml = xml_open(&coarse, d);
	if (xml == NULL)
		return NULL;
	b = xcalloc(1, sizeof(*b));
	b->xml = xml;
	b->diags = d;
	b->fd = -1;
	b->doc = doc_new();
	if (how != NULL) {
		b->profile = how->profile;
		b->doc->unnumbered = how->unnumbered;
	}
	b->unit = NO_UNIT;
	return b;
}

/* Is the element that begins not for this reader? */
static int
is_left_out(struct docbook *b, const struct xml_event *ev)
{
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		unsigned name = ev->attr[i].name;

		if (xml_name_ns(b->xml, name) == XML_NS_NONE &&
		    profile_hides(
			b->profile, xml_name(b->xml, name), ev->attr[i].value))
			return 1;
	}
	return 0;
}

/* Returns 1 if the event is within what the profile leaves out. */
static int
leave_out(struct docbook *b, const struct xml_event *ev)
{
	if (b->profile == NULL || ev->kind == XML_DONE)
		return 0;
	if (b->left_out == 0 &&
	    (ev->kind != XML_START || b->stack.n == 0 || !is_left_out(b, ev)))
		return 0;
	b->left_out += ev->kind == XML_START;
	b->left_out -= ev->kind == XML_END;
	return 1;
}

/* A large document gets its memory at once, so that it does not move. */
static void
expect(struct docbook *b)
{
	size_t done, all;

	xml_progress(b->xml, &done, &all);
	if (all < LARGE_FILE)
		return;
	b->doc->expected = all < TEXT_LIMIT ? all : TEXT_LIMIT;
	buf_expect(&b->doc->text, b->doc->expected);
	vec_expect(&b->doc->nodes, b->doc->expected / NODE_BYTES);
}

void
build_take(struct docbook *b, const struct xml_event *ev)
{
	if (leave_out(b, ev) || (b->doc->nodes.n == 0 && build_root(b, ev)) ||
	    (b->putting_off != NULL && build_wait(b, ev)))
		return;
	switch (ev->kind) {
	case XML_START:
		if (b->doc->nodes.n == 0)
			expect(b);
		on_start(b, ev);
		break;
	case XML_END:
		build_end(b);
		break;
	case XML_TEXT:
		build_text(b, ev->text, ev->len);
		break;
	case XML_PI:
		build_pi(b, ev);
		break;
	case XML_WAIT:
		break;
	case XML_DONE:
		document_end(b);
		break;
	}
}

int
docbook_step(struct docbook *b, size_t max)
{
	struct xml_event ev;

	for (; max > 0 && !b->doc->complete; max--) {
		xml_next(b->xml, &ev);
		b->waits = ev.kind == XML_WAIT;
		if (b->waits)
			break;
		build_take(b, &ev);
	}
	b->doc->units_done = units_done(b);
	return !b->doc->complete;
}

int
docbook_fd(struct docbook *b)
{
	b->fd = xml_fd(b->xml);
	return b->fd;
}

int
docbook_waits(const struct docbook *b)
{
	return b->waits;
}

void
docbook_wait(const struct docbook *b)
{
	struct pollfd p = { .fd = b->fd, .events = POLLIN };

	if (b->waits && b->fd != -1)
		poll(&p, 1, -1);
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
	while (b->stack.n > 0)
		deferred_free(b->stack.v[--b->stack.n].deferred);
	deferred_free(b->root);
	xml_close(b->xml);
	vec_release(&b->stack);
	vec_release(&b->indexterms);
	vec_release(&b->elem_of_name);
	vec_release(&b->attr_of_name);
	free(b);
	return doc;
}

struct doc *
docbook_read(const struct xml_source *src, const struct docbook_options *how,
    struct diags *d)
{
	struct docbook *b = docbook_open_as(src, how, d);

	if (b == NULL)
		return NULL;
	while (docbook_step(b, 65536))
		;
	return docbook_finish(b);
}
