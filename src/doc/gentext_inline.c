/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"

/* Inner and outer ones take turns. */
static void
quotes(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	uint32_t up = doc_node(doc, n)->parent;
	unsigned around = 0;

	while (up != DOC_NONE && !(doc_node(doc, up)->flags & NODE_BLOCK)) {
		around += doc_role(doc, up) == ROLE_QUOTED;
		up = doc_node(doc, up)->parent;
	}
	a->before = gentext(
	    doc, n, around % 2 == 1 ? GENTEXT_INNER_OPEN : GENTEXT_QUOTE_OPEN);
	a->after = gentext(doc, n,
	    around % 2 == 1 ? GENTEXT_INNER_CLOSE : GENTEXT_QUOTE_CLOSE);
}

static void
keys(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	const char *action = doc_attr(doc, n, ATTR_ACTION);

	if (action == NULL || strcmp(action, "simul") == 0)
		a->between = "+";
	else
		a->between = strcmp(action, "seq") == 0 ? " " : "-";
}

static void
markup(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	static const struct {
		const char *class, *before, *after;
	} rows[] = {
		{ "attribute", "@", "" },
		{ "attvalue", "\"", "\"" },
		{ "comment", "<!--", "-->" },
		{ "element", "<", ">" },
		{ "emptytag", "<", "/>" },
		{ "endtag", "</", ">" },
		{ "genentity", "&", ";" },
		{ "localname", "", "" },
		{ "namespace", "", "" },
		{ "numcharref", "&#", ";" },
		{ "paramentity", "%", ";" },
		{ "pi", "<?", ">" },
		{ "prefix", "", "" },
		{ "sgmlcomment", "<!--", "-->" },
		{ "starttag", "<", ">" },
		{ "xmlpi", "<?", "?>" },
	};
	const char *class = doc_attr(doc, n, ATTR_CLASS);
	size_t i;

	a->before = "<";
	a->after = ">";
	for (i = 0; class != NULL && i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(class, rows[i].class) == 0) {
			a->before = rows[i].before;
			a->after = rows[i].after;
		}
	}
}

static void
trademark(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	static const char *const signs[][2] = {
		{ "copyright", "\u00a9" },
		{ "registered", "\u00ae" },
		{ "service", "\u2120" },
		{ "trade", "\u2122" },
	};
	const char *class = doc_attr(doc, n, ATTR_CLASS);
	size_t i;

	if (class == NULL && doc_node(doc, n)->elem == ELEM_TRADEMARK)
		class = "trade";
	for (i = 0; class != NULL && i < sizeof(signs) / sizeof(*signs); i++) {
		if (strcmp(class, signs[i][0]) == 0)
			a->after = signs[i][1];
	}
}

uint32_t
gentext_leading_keys(const struct doc *doc, uint32_t choice)
{
	uint32_t first = doc_first_child(doc, choice);

	return first != DOC_NONE && doc_role(doc, first) == ROLE_SHORTCUT &&
		doc_next(doc, first) != DOC_NONE
	    ? first
	    : DOC_NONE;
}

/* "File > Quit (Ctrl+Q)", or the keys alone. */
static void
shortcut(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	uint32_t choice = doc_node(doc, n)->parent;

	if (choice != DOC_NONE && doc_first_child(doc, choice) == n &&
	    doc_next(doc, n) == DOC_NONE)
		return;
	a->before = " (";
	a->after = ")";
}

int
gentext_parted(const struct doc *doc, uint32_t a, uint32_t b)
{
	return a != DOC_NONE && doc_role(doc, a) != ROLE_SHORTCUT &&
	    doc_role(doc, b) != ROLE_SHORTCUT;
}

const char *
gentext_choice(const struct doc *doc, uint32_t n, uint32_t b)
{
	const char *word = doc_role(doc, n) == ROLE_SIMPLE
	    ? doc_attr(doc, n, ATTR_CHOICE)
	    : NULL;

	if (word == NULL || doc_next(doc, b) != DOC_NONE)
		return NULL;
	return strcmp(word, "and") == 0 ? gentext(doc, n, GENTEXT_AND)
	    : strcmp(word, "or") == 0   ? gentext(doc, n, GENTEXT_OR)
					: word;
}

/* What the elements of a role add, when their attributes are no matter. */
static const struct gentext_affix affixes[ROLE_COUNT] = {
	[ROLE_CITATION] = { "[", "]", NULL, 0 },
	[ROLE_EMAIL] = { "<", ">", NULL, 0 },
	[ROLE_FUNCPARAMS] = { "(", ")", NULL, 0 },
	[ROLE_MANREF] = { "", "", "", 0 },
	[ROLE_MENUCHOICE] = { "", "", " > ", 0 },
	[ROLE_NAME] = { "", "", NULL, 1 },
	[ROLE_OPTIONAL] = { "[", "]", NULL, 0 },
	[ROLE_PARA] = { "", "", NULL, 1 },
	[ROLE_SIMPLE] = { "", "", ", ", 0 },
};

void
gentext_affix(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	enum elem_role role = doc_role(doc, n);

	*a = affixes[role];
	if (a->before == NULL)
		a->before = a->after = "";
	if (role == ROLE_QUOTED)
		quotes(doc, n, a);
	else if (role == ROLE_KEYCOMBO)
		keys(doc, n, a);
	else if (role == ROLE_TAG)
		markup(doc, n, a);
	else if (role == ROLE_TRADEMARK)
		trademark(doc, n, a);
	else if (role == ROLE_SHORTCUT)
		shortcut(doc, n, a);
}

/* A translator who is not said to be one otherwise. */
static int
is_translator(const struct doc *doc, uint32_t n)
{
	const char *class = doc_attr(doc, n, ATTR_CLASS);

	if (class == NULL)
		class = doc_attr(doc, n, ATTR_ROLE);
	return class != NULL && strcmp(class, "translator") == 0 &&
	    doc_child(doc, n, ELEM_CONTRIB) == DOC_NONE;
}

const char *
gentext_before(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_ATTRIBUTION:
		return "\u2014";
	case ELEM_COPYRIGHT:
		return "Copyright \u00a9";
	case ELEM_EDITOR:
		return gentext(doc, n, GENTEXT_EDITED_BY);
	case ELEM_OTHERCREDIT:
		return is_translator(doc, n)
		    ? gentext(doc, n, GENTEXT_TRANSLATED_BY)
		    : "";
	case ELEM_GLOSSSEE:
	case ELEM_SEEIE:
		return gentext(doc, n, GENTEXT_SEE);
	case ELEM_GLOSSSEEALSO:
	case ELEM_SEEALSOIE:
		return gentext(doc, n, GENTEXT_SEE_ALSO);
	default:
		return "";
	}
}
