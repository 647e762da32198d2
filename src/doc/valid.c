/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/valid.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/vec.h"
#include "doc/elem.h"
#include "doc/picture.h"
#include "doc/schema.h"
#include "xml/xml.h"

/* A name of the stream: what it is as an element, and as an attribute. */
struct name {
	enum elem elem;
	unsigned attr; /* schema_attr; 0: none, or one of a namespace */
	enum xml_ns ns;
	int known;
	int told; /* that it is an element of another vocabulary */
};

/* An element that is open. */
struct level {
	enum elem elem;
	struct source_place at;
	int titled;   /* a title, or an info with one, has come */
	int body;     /* something else than a title has */
	int sections; /* a section has */
	int text;     /* text where none belongs has been told */
	int words;    /* an <alt> has come */
};

struct validator {
	struct xml_stream *xml;
	struct diags *diags;
	struct schema *schema;
	struct folder folder;
	VEC(struct name) names;
	VEC(struct level) open;
	struct picture picture; /* of the open media object ... */
	size_t picture_depth;   /* ... which is the element at this depth; 0:
				 * there is none */
	unsigned char told[ELEM_COUNT]; /* its version has been told */
};

/* A name that is told but once, with what stands for it in DocBook 5. */
static const struct {
	enum elem old;
	const char *now;
} replaced[] = {
	{ ELEM_ULINK, "<link xlink:href=\"...\">" },
	{ ELEM_SGMLTAG, "<tag>" },
	{ ELEM_GRAPHIC, "<mediaobject>" },
	{ ELEM_INLINEGRAPHIC, "<inlinemediaobject>" },
	{ ELEM_CORPAUTHOR, "<author> with <orgname>" },
	{ ELEM_AUTHORBLURB, "<personblurb>" },
	{ ELEM_INTERFACE, "one of its own names for it, as <guilabel>" },
};

static struct name *
name_of(struct validator *v, unsigned number)
{
	struct name none = { 0 }, *n;
	const char *local;

	while (v->names.n <= number)
		vec_push(&v->names, none);
	n = &v->names.v[number];
	if (n->known)
		return n;
	n->known = 1;
	n->ns = xml_name_ns(v->xml, number);
	local = xml_name(v->xml, number);
	if (n->ns == XML_NS_NONE)
		n->attr = schema_attr(v->schema, local);
	if (n->ns == XML_NS_NONE || n->ns == XML_NS_DOCBOOK)
		n->elem = elem_find(local);
	return n;
}

/* The innermost open element; there must be one. */
static struct level *
top(struct validator *v)
{
	return &v->open.v[v->open.n - 1];
}

static struct source_place
place_of(struct validator *v, const struct xml_event *ev)
{
	struct source_place at = { xml_file(v->xml, ev->file), ev->line,
		ev->col };

	return at;
}

static const char *
tag(enum elem e)
{
	return elem_info[e].name;
}

/* ---- what stands where ---- */

static void
check_place(struct validator *v, enum elem e, const struct source_place *at)
{
	enum elem parent = top(v)->elem, wrap;

	if (schema_allows(v->schema, parent, e))
		return;
	wrap = schema_between(v->schema, parent, e);
	if (wrap == ELEM_NONE)
		diag_add(v->diags, DIAG_ELEM_PLACE, at->file, at->line, at->col,
		    tag(e), tag(parent));
	else
		diag_add(v->diags, DIAG_ELEM_WRAP, at->file, at->line, at->col,
		    tag(e), tag(parent), tag(wrap));
}

/* Elements that have a title and then, at their end, sections. */
static int
has_sections(enum elem e)
{
	switch ((int)e) {
	case ELEM_ARTICLE:
	case ELEM_CHAPTER:
	case ELEM_APPENDIX:
	case ELEM_PREFACE:
	case ELEM_SECTION:
	case ELEM_SECT1:
	case ELEM_SECT2:
	case ELEM_SECT3:
	case ELEM_SECT4:
	case ELEM_REFSECTION:
	case ELEM_REFSECT1:
	case ELEM_REFSECT2:
		return 1;
	default:
		return 0;
	}
}

static int
is_section(enum elem e)
{
	switch ((int)e) {
	case ELEM_SECTION:
	case ELEM_SECT1:
	case ELEM_SECT2:
	case ELEM_SECT3:
	case ELEM_SECT4:
	case ELEM_SECT5:
	case ELEM_SIMPLESECT:
	case ELEM_REFENTRY:
	case ELEM_REFSECTION:
	case ELEM_REFSECT1:
	case ELEM_REFSECT2:
	case ELEM_REFSECT3:
		return 1;
	default:
		return 0;
	}
}

static int
is_paragraph(enum elem e)
{
	enum elem_class class = elem_info[e].class;

	return e != ELEM_ACKNO && e != ELEM_TITLE && e != ELEM_SUBTITLE &&
	    e != ELEM_TITLEABBREV &&
	    (class == CLASS_BLOCK || class == CLASS_LIST ||
		class == CLASS_VERBATIM || class == CLASS_TABLE);
}

static int
is_title(enum elem e)
{
	return e == ELEM_TITLE || e == ELEM_SUBTITLE || e == ELEM_TITLEABBREV;
}

static void
check_order(struct validator *v, enum elem e, const struct source_place *at)
{
	struct level *up = top(v);
	int head = is_title(e) || elem_info[e].class == CLASS_INFO;

	if (!has_sections(up->elem) || elem_info[e].class == CLASS_META)
		return;
	if (head && up->body)
		diag_add(v->diags, DIAG_ELEM_HEAD, at->file, at->line, at->col,
		    tag(e), tag(up->elem));
	if (up->sections && is_paragraph(e))
		diag_add(v->diags, DIAG_ELEM_AFTER, at->file, at->line, at->col,
		    tag(e), tag(up->elem));
	up->body |= !head;
	up->sections |= is_section(e);
}

/* A title is one of the element that it is in, or whose info it is in. */
static void
note_title(struct validator *v, enum elem e)
{
	struct level *up = top(v);

	if (e != ELEM_TITLE)
		return;
	up->titled = 1;
	if (elem_info[up->elem].class == CLASS_INFO && v->open.n > 1)
		up[-1].titled = 1;
}

/* Those that the contents show by it, unless the file broke off in them. */
static void
check_title(struct validator *v, const struct level *l)
{
	if (l->titled || !has_sections(l->elem) || l->elem == ELEM_ARTICLE ||
	    xml_broken(v->xml))
		return;
	diag_add(v->diags, DIAG_ELEM_TITLE, l->at.file, l->at.line, l->at.col,
	    tag(l->elem));
}

/* ---- versions and attributes ---- */

static const char *
replacement(enum elem e)
{
	size_t i;

	for (i = 0; i < sizeof(replaced) / sizeof(*replaced); i++) {
		if (replaced[i].old == e)
			return replaced[i].now;
	}
	return elem_info[e].class == CLASS_INFO ? "<info>" : "another element";
}

/* Once for each name: a document of the other version is full of them. */
static void
check_version(
    struct validator *v, const struct name *n, const struct source_place *at)
{
	enum schema_version has = schema_version(v->schema, n->elem);

	if (v->told[n->elem])
		return;
	if (n->ns == XML_NS_DOCBOOK && has == SCHEMA_V4)
		diag_add(v->diags, DIAG_ELEM_V4, at->file, at->line, at->col,
		    tag(n->elem), replacement(n->elem));
	else if (n->ns == XML_NS_NONE && has == SCHEMA_V5)
		diag_add(v->diags, DIAG_ELEM_V5, at->file, at->line, at->col,
		    tag(n->elem));
	else
		return;
	v->told[n->elem] = 1;
}

static void
check_attr(struct validator *v, const struct name *n, unsigned number,
    const struct source_place *at)
{
	const struct name *a = name_of(v, number);
	const char *name = xml_name(v->xml, number);

	if (a->ns != XML_NS_NONE)
		return;
	if (n->ns == XML_NS_DOCBOOK &&
	    (strcmp(name, "id") == 0 || strcmp(name, "lang") == 0))
		diag_add(v->diags, DIAG_ATTR_XML, at->file, at->line, at->col,
		    name, tag(n->elem), name);
	else if (!schema_attr_allows(v->schema, a->attr, n->elem))
		diag_add(v->diags, DIAG_ATTR_UNKNOWN, at->file, at->line,
		    at->col, tag(n->elem), name);
}

/* In its info a document may say things in other vocabularies; elsewhere one
 * complaint for each name will do. */
static void
check_unknown(
    struct validator *v, unsigned number, const struct source_place *at)
{
	struct name *n = name_of(v, number);
	size_t i;

	if (v->open.n == 0) /* what reads the document tells of its root */
		return;
	if (n->ns == XML_NS_MATHML || n->ns == XML_NS_SVG ||
	    n->ns == XML_NS_HTML)
		return;
	if (n->ns != XML_NS_NONE && n->ns != XML_NS_DOCBOOK) {
		for (i = 0; i < v->open.n; i++) {
			if (elem_info[v->open.v[i].elem].class == CLASS_INFO)
				return;
		}
		if (n->told)
			return;
		n->told = 1;
	}
	diag_add(v->diags, DIAG_ELEM_UNKNOWN, at->file, at->line, at->col,
	    xml_name(v->xml, number));
}

/* ---- pictures ---- */

static const char *
fileref_of(struct validator *v, const struct xml_event *ev)
{
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		if (strcmp(xml_name(v->xml, ev->attr[i].name), "fileref") == 0)
			return ev->attr[i].value;
	}
	return NULL;
}

/* The element has just been opened. */
static void
enter_picture(struct validator *v, enum elem e, const struct xml_event *ev)
{
	struct source_place at = place_of(v, ev);

	if (v->picture_depth == 0) {
		if (!picture_is(e))
			return;
		picture_init(&v->picture, &at);
		v->picture_depth = v->open.n;
		/* A formula is said in words beside its picture. */
		if (v->open.n > 1)
			v->picture.texts += v->open.v[v->open.n - 2].words;
	}
	picture_add(&v->picture, e, fileref_of(v, ev), at.file, &v->folder);
}

/* The innermost element is about to go. */
static void
leave_picture(struct validator *v)
{
	if (v->picture_depth != v->open.n)
		return;
	picture_tell(&v->picture, top(v)->elem, v->diags);
	picture_release(&v->picture);
	v->picture_depth = 0;
}

/* ---- events ---- */

static void
on_start(struct validator *v, const struct xml_event *ev)
{
	struct name n = *name_of(v, ev->name);
	struct level l = { .elem = n.elem, .at = place_of(v, ev) };
	size_t i;

	if (n.elem == ELEM_NONE)
		check_unknown(v, ev->name, &l.at);
	else if (v->open.n > 0) {
		check_place(v, n.elem, &l.at);
		check_order(v, n.elem, &l.at);
		note_title(v, n.elem);
		top(v)->words |= n.elem == ELEM_ALT;
	}
	if (schema_version(v->schema, n.elem) != SCHEMA_NONE) {
		check_version(v, &n, &l.at);
		for (i = 0; i < ev->n_attr; i++)
			check_attr(v, &n, ev->attr[i].name, &l.at);
	}
	vec_push(&v->open, l);
	enter_picture(v, n.elem, ev);
}

static void
on_end(struct validator *v)
{
	check_title(v, top(v));
	leave_picture(v);
	v->open.n--;
}

/* What stands for something that is not there, and has been told. */
static int
is_placeholder(const char *s, size_t len)
{
	static const char missing[] = "[missing: ";

	if (len > 1 && s[0] == '&')
		return memchr(s, ';', len) != NULL;
	return len >= sizeof(missing) - 1 &&
	    memcmp(s, missing, sizeof(missing) - 1) == 0;
}

/* What it names by its entityref has been put into it. */
static int
is_filled(enum elem e)
{
	return e == ELEM_TEXTDATA || e == ELEM_IMAGEDATA;
}

/* Text that begins with white space begins behind that for the reader. */
static void
on_text(struct validator *v, const struct xml_event *ev)
{
	struct source_place at = place_of(v, ev);
	struct level *l;
	enum elem wrap;
	size_t i = 0;

	if (v->open.n == 0)
		return;
	l = top(v);
	if (l->text || is_filled(l->elem) ||
	    schema_has_text(v->schema, l->elem))
		return;
	for (; i < ev->len && isspace((unsigned char)ev->text[i]); i++) {
		at.line += ev->text[i] == '\n';
		at.col = ev->text[i] == '\n' ? 1 : at.col + 1;
	}
	if (i == ev->len || is_placeholder(ev->text + i, ev->len - i))
		return;
	l->text = 1;
	wrap = schema_between(v->schema, l->elem, ELEM_NONE);
	if (wrap == ELEM_NONE)
		diag_add(v->diags, DIAG_ELEM_TEXT, at.file, at.line, at.col,
		    tag(l->elem));
	else
		diag_add(v->diags, DIAG_ELEM_TEXT_WRAP, at.file, at.line,
		    at.col, tag(l->elem), tag(wrap));
}

static void
read_all(struct validator *v)
{
	struct xml_event ev;

	do {
		xml_next(v->xml, &ev);
		if (ev.kind == XML_START)
			on_start(v, &ev);
		else if (ev.kind == XML_END)
			on_end(v);
		else if (ev.kind == XML_TEXT)
			on_text(v, &ev);
	} while (ev.kind != XML_DONE);
}

void
doc_valid(const struct xml_source *src, struct diags *d)
{
	struct validator v = { .diags = d };
	struct diags quiet;

	diags_init(&quiet);
	v.xml = xml_open(src, &quiet);
	if (v.xml != NULL) {
		v.schema = schema_new();
		folder_init(&v.folder, src->path, src->root);
		read_all(&v);
		folder_release(&v.folder);
		schema_free(v.schema);
	}
	picture_release(&v.picture);
	vec_release(&v.names);
	vec_release(&v.open);
	xml_close(v.xml);
	diags_release(&quiet);
}
