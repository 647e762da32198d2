/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/docbook.h"

#include <assert.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "doc/build.h"
#include "doc/deferred.h"
#include "doc/lang.h"
#include "doc/model.h"
#include "xml/xml.h"

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

	node.parent = b->stack.n == 0 ? DOC_NONE : build_top(b)->node;
	node.lang = node.parent == DOC_NONE
	    ? LANG_EN
	    : doc_node(b->doc, node.parent)->lang;
	node.last = n;
	node.start = node.end = (uint32_t)b->doc->text.len;
	node.line = (uint32_t)ev->line;
	node.col = (uint16_t)(ev->col < UINT16_MAX ? ev->col : UINT16_MAX);
	node.file = file_of(b, ev->file);
	build_attrs(b, &node, ev);
	vec_push(&b->doc->nodes, node);
	if (doc_attr(b->doc, n, ATTR_ID) != NULL)
		doc_add_id(b->doc, n);
	return n;
}

static enum elem_role
parent_role(struct docbook *b)
{
	return b->stack.n == 0 ? ROLE_PLAIN
			       : doc_role(b->doc, build_top(b)->node);
}

static int
is_inline_list(struct docbook *b, const struct xml_event *ev)
{
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		if (build_attr(b, ev->attr[i].name) == ATTR_TYPE)
			return strcmp(ev->attr[i].value, "inline") == 0;
	}
	return 0;
}

/*
 * Some elements are blocks or inline by where they stand: a credit in running
 * text, title and para of a formalpara, which are set as one paragraph, what
 * stands for an inline picture, members of an inline list.
 */
static enum elem_class
class_here(struct docbook *b, const struct xml_event *ev, enum elem elem)
{
	const struct elem_info *info = &elem_info[elem];
	enum elem_role parent = parent_role(b);
	int in_run = b->unit != NO_UNIT;

	if (info->role == ROLE_SIMPLE && is_inline_list(b, ev))
		return CLASS_INLINE;
	if (info->role == ROLE_MEMBER && b->stack.n > 0 &&
	    build_top(b)->class == CLASS_INLINE)
		return CLASS_INLINE;

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
	if (b->stack.n > 0 && build_top(b)->hidden)
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
number_child(struct docbook *b, uint32_t n)
{
	build_node(b, n)->ordinal = ++build_top(b)->items;
	if (doc_attr(b->doc, n, ATTR_OVERRIDE) != NULL)
		build_node(b, build_top(b)->node)->flags |= NODE_OVERRIDES;
}

static void
frame_push(struct docbook *b, uint32_t node, enum elem_class class, int hidden)
{
	struct frame f = { .node = node, .class = (uint8_t) class };

	f.hidden = (uint8_t)hidden;
	f.saved_unit = NO_UNIT;
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
	build_top(b)->saved_space = b->unit_inner;
	b->unit = NO_UNIT;
	b->notes++;
}

static void
note_close(struct docbook *b, const struct frame *f)
{
	build_close_run(b);
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
	build_unit(b, UNIT_MEDIA, f->node);
	build_separator(b);
}

static void
media_child(struct docbook *b, enum elem_role role)
{
	enum elem_role parent = parent_role(b);

	if ((parent != ROLE_MEDIA && parent != ROLE_GRAPHIC) ||
	    build_top(b)->hidden)
		return;
	if (role == ROLE_TEXTOBJECT)
		build_top(b)->has_text = 1;
	else if (role == ROLE_CAPTION)
		media_settle(b, build_top(b));
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
		if (b->tables == 0)
			f->saved_unit = build_unit(b, UNIT_TABLE, n);
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
		build_open_run(b, build_top(b)->node);
	else
		build_settle_space(b);
}

static void take(struct docbook *b, const struct xml_event *ev);

/* Plays what the innermost element has put off. */
static void
play_deferred(struct docbook *b)
{
	struct deferred *d = build_top(b)->deferred;
	size_t i;

	build_top(b)->deferred = NULL;
	b->replaying++;
	for (i = 0; i < deferred_count(d); i++)
		take(b, deferred_event(d, i));
	b->replaying--;
	deferred_free(d);
}

/* The attribution comes behind what is quoted; what is known of a division
 * behind its title. */
static int
must_wait(struct docbook *b, enum elem_role role)
{
	enum elem_role parent = parent_role(b);

	if (b->replaying > 0 || build_top(b)->hidden)
		return 0;
	if (role == ROLE_INFO)
		return build_top(b)->class == CLASS_DIVISION &&
		    !build_top(b)->titled;
	return role == ROLE_ATTRIBUTION &&
	    (parent == ROLE_QUOTE || parent == ROLE_EPIGRAPH);
}

static void
put_off(struct docbook *b, const struct xml_event *ev)
{
	deferred_add(b->putting_off, ev);
	b->put_off_depth += ev->kind == XML_START;
	b->put_off_depth -= ev->kind == XML_END;
	if (b->put_off_depth == 0)
		b->putting_off = NULL;
}

static void
begin_putting_off(struct docbook *b, const struct xml_event *ev)
{
	struct frame *f = build_top(b);

	if (f->deferred == NULL)
		f->deferred = deferred_new();
	b->putting_off = f->deferred;
	b->put_off_depth = 0;
	put_off(b, ev);
}

/* Returns 1 if the element is put off. */
static int
before_child(struct docbook *b, const struct xml_event *ev, enum elem_role role)
{
	struct frame *f;
	int is_heading = role == ROLE_TITLE || role == ROLE_SUBTITLE;

	if (b->stack.n == 0)
		return 0;
	if (must_wait(b, role)) {
		begin_putting_off(b, ev);
		return 1;
	}
	f = build_top(b);
	if (f->deferred != NULL && f->class == CLASS_DIVISION && !is_heading)
		play_deferred(b);
	if (role == ROLE_TITLE)
		build_top(b)->titled = 1;
	return 0;
}

/* A document that begins with an element of something else is not read. */
static void
refuse(struct docbook *b, const struct xml_event *ev)
{
	diag_add(b->diags, DIAG_FILE_KIND, xml_file(b->xml, ev->file), ev->line,
	    ev->col, xml_name(b->xml, ev->name));
	b->doc->complete = b->doc->broken = 1;
}

static void
on_start(struct docbook *b, const struct xml_event *ev)
{
	enum elem elem = build_elem(b, ev->name);
	enum elem_role role = elem_info[elem].role;
	enum elem_class class;
	int hidden;
	uint32_t n;

	if (b->stack.n == 0 && elem >= ELEM_UNKNOWN) {
		refuse(b, ev);
		return;
	}
	if (before_child(b, ev, role))
		return;
	class = class_here(b, ev, elem);
	hidden = is_hidden(b, class, role);
	if (role == ROLE_MANVOL) /* "ls(1)", without a blank */
		b->space = 0;
	if (!hidden && b->stack.n > 0) {
		media_child(b, role);
		if (class == CLASS_INLINE || class == CLASS_NOTE)
			before_inline(b);
		else if (b->unit != NO_UNIT)
			build_close_run(b);
	}
	n = node_add(b, ev, elem);
	if (b->stack.n > 0 && is_numbered_item(role))
		number_child(b, n);
	if (class != CLASS_INLINE && class != CLASS_META)
		build_node(b, n)->flags |= NODE_BLOCK;
	frame_push(b, n, class, hidden);
	if (hidden)
		return;
	if (role == ROLE_TITLE)
		section_title(b->doc, &b->counters, n);
	else
		number_object(b->doc, &b->counters, n);
	enter(b, n, class);
	if (role == ROLE_GLOSSSEE) /* may have no text, yet has a name */
		build_open_run(b, n);
}

static void
leave(struct docbook *b, struct frame *f)
{
	enum elem_role role = doc_role(b->doc, f->node);

	if (f->class == CLASS_VERBATIM) {
		build_close_run(b);
		b->verbatim--;
	} else if (f->class == CLASS_NOTE) {
		note_close(b, f);
	} else if (f->class != CLASS_INLINE && f->class != CLASS_META) {
		build_close_run(b);
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
	if (build_top(b)->deferred != NULL)
		play_deferred(b);
	f = *build_top(b);
	if (!f.hidden)
		leave(b, &f);
	node = build_node(b, f.node);
	/* An empty element, such as an xref, shows what it refers to; a picture
	 * shows something, too. */
	if (f.class == CLASS_INLINE &&
	    (node->start == b->doc->text.len ||
		doc_role(b->doc, f.node) == ROLE_INLINEMEDIA))
		b->solid = 1;
	node->flags &= (uint8_t)~NODE_OPEN;
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
	b->diags = d;
	b->fd = -1;
	b->doc = doc_new();
	b->unit = NO_UNIT;
	return b;
}

static void
take(struct docbook *b, const struct xml_event *ev)
{
	if (b->putting_off != NULL && ev->kind != XML_DONE) {
		put_off(b, ev);
		return;
	}
	switch (ev->kind) {
	case XML_START:
		on_start(b, ev);
		break;
	case XML_END:
		on_end(b);
		break;
	case XML_TEXT:
		build_text(b, ev->text, ev->len);
		break;
	case XML_WAIT:
	case XML_PI:
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
		take(b, &ev);
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
