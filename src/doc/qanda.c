/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/qanda.h"

#include <stddef.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"

enum { DIVISIONS_MAX = 8 };

/* What the qandaset around n, or an outer one, says of labels; NULL: nothing. */
static const char *
default_label(const struct doc *doc, uint32_t n)
{
	const char *s = NULL;

	for (; n != DOC_NONE && s == NULL; n = doc_node(doc, n)->parent) {
		if (doc_role(doc, n) == ROLE_QANDA)
			s = doc_attr(doc, n, ATTR_DEFAULTLABEL);
	}
	return s;
}

static int
is_label(const char *label, const char *name)
{
	return label != NULL && strcmp(label, name) == 0;
}

/* The numbers of the qandadivs around n, n itself included. */
static void
division_numbers(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t number[DIVISIONS_MAX];
	int i = 0;

	for (; n != DOC_NONE && i < DIVISIONS_MAX &&
	     doc_role(doc, n) != ROLE_QANDA;
	     n = doc_node(doc, n)->parent) {
		if (doc_role(doc, n) == ROLE_QANDADIV)
			number[i++] = doc_node(doc, n)->ordinal;
	}
	while (i-- > 0)
		buf_printf(b, "%u.", number[i]);
}

void
qanda_division(const struct doc *doc, uint32_t n, struct buf *b)
{
	if (is_label(default_label(doc, n), "number"))
		division_numbers(doc, n, b);
}

void
qanda_label(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t own = doc_child(doc, n, ELEM_LABEL);
	int is_question = doc_role(doc, n) == ROLE_QUESTION;
	uint32_t entry = doc_node(doc, n)->parent;
	const char *label = default_label(doc, n);

	if (own != DOC_NONE) {
		doc_plain(doc, own, b);
	} else if (is_label(label, "number")) {
		if (!is_question || entry == DOC_NONE)
			return;
		division_numbers(doc, entry, b);
		buf_printf(b, "%u.", doc_node(doc, entry)->ordinal);
	} else if (!is_label(label, "none")) {
		buf_adds(b,
		    gentext(doc, n,
			is_question ? GENTEXT_QUESTION : GENTEXT_ANSWER));
	}
}
