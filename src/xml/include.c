/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/include.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "xml/feed.h"

static const char *
local_name(const struct frame *f, unsigned name)
{
	return f->feed->names.all.v[name].local;
}

static enum xml_ns
space(const struct frame *f, unsigned name)
{
	return f->feed->names.all.v[name].ns;
}

/* To be called when a list, the selection or what is chosen has changed. */
static void
update(struct frame *f)
{
	const struct open_include *last = NULL;

	if (f->includes.n > 0)
		last = &f->includes.v[f->includes.n - 1];
	f->watching = f->select != NULL || last != NULL || f->bases.n > 0;
	f->hidden = (f->select != NULL && f->chosen == 0) ||
	    (last != NULL && last->fallback == 0);
}

/* The value of an attribute without a namespace, as a heap string, or NULL. */
static char *
attribute(const struct frame *f, const char *local)
{
	const struct wire_attr *a = f->feed->attrs.v;
	size_t i;

	for (i = 0; i < f->feed->attrs.n; i++, a++)
		if (space(f, a->name) == XML_NS_NONE &&
		    strcmp(local_name(f, a->name), local) == 0)
			return xstrndup(a->value, a->len);
	return NULL;
}

/* Notes an xml:base, relative to which the references below are. */
static void
base_start(struct frame *f)
{
	const struct wire_attr *a = f->feed->attrs.v;
	struct open_base open = { .level = f->open.n };
	char *uri;
	size_t i;

	for (i = 0; i < f->feed->attrs.n; i++, a++) {
		if (space(f, a->name) != XML_NS_XML ||
		    strcmp(local_name(f, a->name), "base") != 0)
			continue;
		/* A folder keeps its last '/' when a file is put behind. */
		uri = xasprintf("%.*s%s", (int)a->len, a->value,
		    a->len > 0 && a->value[a->len - 1] == '/' ? "." : "");
		open.path = folder_resolve(frame_base(f), uri);
		free(uri);
		if (open.path == NULL)
			open.path = xstrdup("/");
		if (a->len > 0 && a->value[a->len - 1] == '/') {
			uri = path_join(open.path, ".");
			free(open.path);
			open.path = uri;
		}
		vec_push(&f->bases, open);
		update(f);
		return;
	}
}

/* Tries the xpointer on an element that is not shown so far. */
static enum select_result
select_start(struct frame *f, unsigned name)
{
	struct select_attr attrs[SELECT_ATTRS_MAX];
	struct select_element element = { local_name(f, name), attrs,
		f->feed->attrs.n };
	struct select_level level;
	enum select_result result;
	size_t i;

	if (element.n > SELECT_ATTRS_MAX)
		element.n = SELECT_ATTRS_MAX;
	for (i = 0; i < element.n; i++) {
		attrs[i].name = local_name(f, f->feed->attrs.v[i].name);
		attrs[i].value = f->feed->attrs.v[i].value;
		attrs[i].len = f->feed->attrs.v[i].len;
	}
	result = select_match(
	    f->select, &f->selection.v[f->selection.n - 1], &level, &element);
	vec_push(&f->selection, level);
	if (result != SELECT_NO) {
		f->chosen = f->open.n;
		f->inside = result == SELECT_INSIDE;
		update(f);
	}
	return result;
}

/* Leaves an element that was held against the xpointer. */
static int
select_end(struct frame *f)
{
	size_t level = f->open.n + 1;

	if (f->chosen != 0 && level > f->chosen)
		return 0;
	f->selection.n--;
	if (f->chosen == 0)
		return 1;
	f->chosen = 0;
	return f->inside;
}

static struct include *
new_include(struct frame *f, struct wire_place at)
{
	struct splice *s = frame_splice(f, SPLICE_INCLUDE, at);

	s->include = xcalloc(1, sizeof(*s->include));
	s->include->encoding = attribute(f, "encoding");
	s->include->base = xstrdup(frame_base(f));
	return s->include;
}

static int
is_attribute(const struct frame *f, const char *local, const char *value)
{
	char *s = attribute(f, local);
	int is = s != NULL && strcmp(s, value) == 0;

	free(s);
	return is;
}

void
include_content(struct frame *f, struct wire_place at, unsigned name)
{
	const char *local = local_name(f, name);
	struct include *inc;
	char *file;

	if (f->feed->attrs.n == 0 ||
	    (strcmp(local, "textdata") != 0 &&
		(strcmp(local, "imagedata") != 0 ||
		    !is_attribute(f, "format", "linespecific"))) ||
	    (file = attribute(f, "fileref")) == NULL)
		return;
	inc = new_include(f, at);
	inc->href = file;
	inc->parse = xstrdup("text");
	frame_splice(f, SPLICE_END, at);
}

static void
open_include(struct frame *f, struct wire_place at)
{
	struct open_include open = { .level = f->open.n };
	struct include *inc = new_include(f, at);

	inc->href = attribute(f, "href");
	inc->xpointer = attribute(f, "xpointer");
	if (inc->xpointer == NULL) /* as XInclude 1.1 has it */
		inc->xpointer = attribute(f, "fragid");
	inc->parse = attribute(f, "parse");
	vec_push(&f->includes, open);
	update(f);
}

/* 1 when the element is an <xi:include> or its <xi:fallback>. */
static int
xinclude_start(struct frame *f, struct wire_place at, unsigned name)
{
	struct open_include *last = NULL;

	if (f->includes.n > 0)
		last = &f->includes.v[f->includes.n - 1];
	if (last != NULL && last->fallback == 0) {
		if (last->level + 1 == f->open.n &&
		    strcmp(local_name(f, name), "fallback") == 0) {
			last->fallback = f->open.n;
			last->had_fallback = 1;
			update(f);
		}
		return 1;
	}
	if (f->hidden || strcmp(local_name(f, name), "include") != 0)
		return 0;
	open_include(f, at);
	return 1;
}

int
include_start(struct frame *f, struct wire_place at, unsigned name)
{
	enum select_result selected = SELECT_NO;

	if (f->feed->attrs.n > 0)
		base_start(f);
	else if (!f->watching && space(f, name) != XML_NS_XINCLUDE)
		return 0;
	if (f->select != NULL && f->chosen == 0)
		selected = select_start(f, name);
	if (space(f, name) == XML_NS_XINCLUDE && xinclude_start(f, at, name))
		return 1;
	return f->hidden || selected == SELECT_INSIDE;
}

/* 1 when the element that ends is an <xi:include> or its <xi:fallback>. */
static int
xinclude_end(struct frame *f, struct wire_place at)
{
	struct open_include *last = &f->includes.v[f->includes.n - 1];

	if (last->fallback == f->open.n + 1) {
		last->fallback = 0;
		update(f);
		return 1;
	}
	if (last->level != f->open.n + 1)
		return 0;
	frame_splice(f, SPLICE_END, at)->fallback = last->had_fallback;
	f->includes.n--;
	update(f);
	return 1;
}

int
include_end(struct frame *f, struct wire_place at)
{
	struct open_base *base;
	int hidden = f->hidden;

	if (f->bases.n > 0) {
		base = &f->bases.v[f->bases.n - 1];
		if (base->level == f->open.n + 1) {
			free(base->path);
			f->bases.n--;
			update(f);
		}
	}
	if (f->includes.n > 0 && xinclude_end(f, at))
		hidden = 1;
	if (f->select != NULL) {
		hidden |= select_end(f);
		update(f);
	}
	return hidden;
}
