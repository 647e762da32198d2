/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "doc/build.h"
#include "doc/lang.h"
#include "doc/model.h"
#include "xml/xml.h"

static enum elem
elem_of(enum xml_ns ns, const char *name)
{
	enum elem e = ELEM_NONE;

	switch ((int)ns) {
	case XML_NS_MATHML:
		return ELEM_MATH;
	case XML_NS_SVG:
		return ELEM_SVG;
	case XML_NS_HTML:
		return ELEM_FOREIGN;
	case XML_NS_DOCBOOK:
	case XML_NS_NONE:
		e = elem_find(name);
		break;
	default:
		break;
	}
	return e == ELEM_NONE ? ELEM_UNKNOWN : e;
}

enum elem
build_elem(struct docbook *b, unsigned name)
{
	enum elem e;

	while (b->elem_of_name.n <= name)
		vec_push(&b->elem_of_name, 0);
	if (b->elem_of_name.v[name] != 0)
		return (enum elem)(b->elem_of_name.v[name] - 1);
	e = elem_of(xml_name_ns(b->xml, name), xml_name(b->xml, name));
	b->elem_of_name.v[name] = (uint16_t)(e + 1);
	return e;
}

/* Attributes of DocBook have no namespace, but for id, lang and href. */
enum attr
build_attr(struct docbook *b, unsigned name)
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
	if ((ns == XML_NS_XLINK && a != ATTR_HREF) || a == ATTR_NAME ||
	    a == ATTR_TARGET)
		a = ATTR_NONE;
	b->attr_of_name.v[name] = (uint16_t)(a + 1);
	return a;
}

const char *
build_event_attr(struct docbook *b, const struct xml_event *ev, enum attr attr)
{
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		if (build_attr(b, ev->attr[i].name) == attr)
			return ev->attr[i].value;
	}
	return NULL;
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

void
build_attrs(struct docbook *b, struct node *node, const struct xml_event *ev)
{
	const char *name;
	enum attr attr;
	size_t i;

	for (i = 0; i < ev->n_attr; i++) {
		attr = build_attr(b, ev->attr[i].name);
		if (attr != ATTR_NONE)
			attr_add(
			    b, node, attr, ev->attr[i].value, ev->attr[i].len);
		if (attr == ATTR_LANG)
			node->lang = (uint8_t)lang_find(ev->attr[i].value);
	}
	if (node->elem >= ELEM_UNKNOWN) {
		name = xml_name(b->xml, ev->name);
		attr_add(b, node, ATTR_NAME, name, strlen(name));
	}
}

void
build_set_attr(
    struct docbook *b, uint32_t n, enum attr attr, const char *s, size_t len)
{
	attr_add(b, build_node(b, n), attr, s, len);
}

void
build_target(struct docbook *b, struct node *node, uint32_t target)
{
	char number[16];

	if (target == DOC_NONE)
		return;
	snprintf(number, sizeof(number), "%u", target);
	attr_add(b, node, ATTR_TARGET, number, strlen(number));
}

/* The nearest ancestor of node n that has `role`, if it is its parent or what
 * its parent is in, DOC_NONE else. */
static uint32_t
owner(const struct doc *doc, uint32_t n, enum elem_role role)
{
	uint32_t parent = model_node(doc, n)->parent;

	if (parent != DOC_NONE && model_role(doc, parent) != role)
		parent = model_node(doc, parent)->parent;
	return parent != DOC_NONE && model_role(doc, parent) == role ? parent
								     : DOC_NONE;
}

static void
call(struct docbook *b, enum called called, uint32_t n, uint32_t what)
{
	struct buf name = BUF_INIT;

	if (what != DOC_NONE) {
		doc_plain(b->doc, n, &name);
		doc_add_called(b->doc, called, name.s, name.len, what);
	}
	buf_release(&name);
}

void
build_called(struct docbook *b, uint32_t n)
{
	const struct doc *doc = b->doc;

	switch ((int)model_node(doc, n)->elem) {
	case ELEM_ABBREV:
		call(b, CALLED_CITED, n, owner(doc, n, ROLE_BIBLIOENTRY));
		break;
	case ELEM_GLOSSTERM:
		call(b, CALLED_TERM, n, owner(doc, n, ROLE_ENTRY));
		break;
	case ELEM_REFMETA:
		call(b, CALLED_PAGE, n, owner(doc, n, ROLE_REFENTRY));
		break;
	default:
		break;
	}
}
