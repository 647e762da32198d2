/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/load.h"

#include <string.h>

struct place
load_place(struct load *l)
{
	struct place at = { bank_string(l->bank, xml_file(l->xml, l->ev.file)),
		l->ev.line, l->ev.col };

	return at;
}

const char *
load_raw_name(const struct load *l)
{
	return xml_name(l->xml, l->ev.name);
}

const char *
load_name(const struct load *l)
{
	if (xml_name_ns(l->xml, l->ev.name) != XML_NS_QUIZ)
		return "";
	return load_raw_name(l);
}

void
load_next(struct load *l)
{
	do
		xml_next(l->xml, &l->ev);
	while (l->ev.kind == XML_PI);
}

void
load_skip(struct load *l)
{
	size_t depth = 1;

	while (depth > 0 && l->ev.kind != XML_DONE) {
		load_next(l);
		if (l->ev.kind == XML_START)
			depth++;
		else if (l->ev.kind == XML_END)
			depth--;
	}
}

/* Where the first word of the text at hand begins; 0: it is all blanks. */
static int
find_word(struct load *l, struct place *at)
{
	size_t i;

	*at = load_place(l);
	for (i = 0; i < l->ev.len; i++) {
		char c = l->ev.text[i];

		if (strchr(" \t\r\n", c) == NULL)
			return 1;
		at->line += c == '\n';
		at->col = c == '\n' ? 1 : at->col + 1;
	}
	return 0;
}

/* Where the XML breaks off in the element, its name may be half a name. */
void
load_refuse(struct load *l, const char *parent)
{
	struct place here = load_place(l);
	const char *name = load_raw_name(l);
	size_t before = l->diags->errors;

	load_skip(l);
	if (l->diags->errors == before)
		load_fault(l, &here, DIAG_QUIZ_ELEMENT, name, parent);
}

void
load_children(struct load *l, load_child_fn *child, void *ctx)
{
	const char *parent = load_name(l);
	struct place at;
	int told = 0;

	for (;;) {
		load_next(l);
		if (l->ev.kind == XML_START) {
			if (child == NULL || !child(l, ctx, load_name(l)))
				load_refuse(l, parent);
		} else if (l->ev.kind != XML_TEXT) {
			return;
		} else if (!told && find_word(l, &at)) {
			load_fault(l, &at, DIAG_QUIZ_TEXT, parent);
			told = 1;
		}
	}
}

void
load_text_once(struct load *l, struct rich *out, int paras)
{
	struct place here = load_place(l);

	if (out->text.len > 0) {
		load_fault(l, &here, DIAG_QUIZ_TWICE, load_name(l));
		load_skip(l);
		return;
	}
	load_text(l, out, paras, NULL);
}

void *
load_more(struct load *l, void *v, size_t n, size_t size)
{
	size_t cap = n == 0 ? 4 : n * 2;
	void *more;

	if (n != 0 && (n < 4 || (n & (n - 1)) != 0))
		return v;
	more = arena_array(&l->bank->arena, cap, size);
	if (n > 0)
		memcpy(more, v, n * size);
	return more;
}
