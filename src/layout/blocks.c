/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/rich.h"

/* The terms of an entry, or of a glossary's with what is short for it. */
static void
entry(struct walk *w, uint32_t n, struct look look)
{
	if (doc_node(w->doc, n)->elem == ELEM_GLOSSENTRY)
		fields_glossentry(w, n, look);
	else
		fields_terms(w, n, look);
}

/* Words that stand before others, and the blank between. */
static void
say_first(struct walk *w, const char *s, struct look look)
{
	static const char wide[] = "\uff1a"; /* has its blank in it */
	size_t len = strlen(s);

	walk_say(w, s, look);
	if (len > 0 &&
	    (len < sizeof(wide) ||
		strcmp(s + len - (sizeof(wide) - 1), wide) != 0))
		walk_say(w, " ", look);
}

void
walk_say_before(struct walk *w, uint32_t n, struct look look)
{
	say_first(w, gentext_before(w->doc, n), look);
}

/* What a block says before its text, where that begins. */
static void
say_before(struct walk *w, uint32_t n, struct look look)
{
	if (w->start == doc_node(w->doc, n)->start)
		walk_say_before(w, n, look);
}

/* On the title page what is known of somebody stands in lines of its own. */
static void
credit(struct walk *w, uint32_t n, struct look look)
{
	if (doc_node(w->doc, n)->elem != ELEM_COPYRIGHT)
		say_before(w, n, look);
	w->lines = 1;
	fields_credit(w, n, look);
}

static void
preceded(struct walk *w, uint32_t n, struct look look)
{
	say_before(w, n, look);
	walk_run(w, look);
}

/* A few words that stand for a picture look like one; paragraphs do not, nor
 * does a listing. */
static void
picture_text(struct walk *w, uint32_t n, struct look look)
{
	uint32_t parent = doc_node(w->doc, n)->parent;

	if (parent != DOC_NONE && doc_role(w->doc, parent) != ROLE_MEDIA) {
		walk_run(w, look);
		return;
	}
	walk_say(w, "[", look);
	walk_run(w, look);
	walk_say(w, "]", look);
}

/* Who or what a page is for: "[unix: linux]" with the role of it. */
static void
page_class(struct walk *w, uint32_t n, struct look look)
{
	const char *role = doc_attr(w->doc, n, ATTR_ROLE);

	walk_say(w, "[", look);
	if (role != NULL) {
		walk_say(w, role, look);
		walk_say(w, ": ", look);
	}
	walk_run(w, look);
	walk_say(w, "]", look);
}

/* "Level: " */
static void
say_name(struct walk *w, uint32_t n, enum gentext name, struct look look)
{
	struct buf b = BUF_INIT;

	gentext_colon(w->doc, n, name, &b);
	say_first(w, b.s, look);
	buf_release(&b);
}

/* What is known of a message. */
static void
message_info(struct walk *w, uint32_t n, struct look look)
{
	enum elem elem = (enum elem)doc_node(w->doc, n)->elem;

	say_name(w, n,
	    elem == ELEM_MSGORIG      ? GENTEXT_ORIGIN
		: elem == ELEM_MSGAUD ? GENTEXT_AUDIENCE
				      : GENTEXT_LEVEL,
	    look);
	walk_run(w, look);
}

/* The same of a simple message, which has it in attributes. */
static void
message_tail(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		enum attr attr;
		enum gentext name;
	} rows[] = { { ATTR_LEVEL, GENTEXT_LEVEL },
		{ ATTR_ORIGIN, GENTEXT_ORIGIN },
		{ ATTR_AUDIENCE, GENTEXT_AUDIENCE } };
	const char *value, *between = "";
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		value = doc_attr(w->doc, n, rows[i].attr);
		if (value == NULL)
			continue;
		walk_say(w, between, look);
		say_name(w, n, rows[i].name, look);
		walk_say(w, value, look);
		between = "\n";
	}
}

/* What the run of a block is, by its role; as it stands if not here. */
static void (*const bodies[ROLE_COUNT])(
    struct walk *w, uint32_t n, struct look look) = {
	[ROLE_ATTRIBUTION] = preceded,
	[ROLE_BIBLIOENTRY] = fields_biblioentry,
	[ROLE_CLASSSYNOPSIS] = synopsis_class,
	[ROLE_CMDSYNOPSIS] = synopsis_command,
	[ROLE_CREDIT] = credit,
	[ROLE_DECLARATION] = synopsis_declaration,
	[ROLE_ENTRY] = entry,
	[ROLE_ENUMITEM] = synopsis_enumitem,
	[ROLE_FIELDS] = fields_list,
	[ROLE_FUNCPROTOTYPE] = synopsis_prototype,
	[ROLE_GLOSSDEF] = fields_sees,
	[ROLE_GLOSSSEE] = link_see,
	[ROLE_IDENTIFIER] = fields_identifier,
	[ROLE_INDEXENTRY] = preceded,
	[ROLE_METHODSYNOPSIS] = synopsis_member,
	[ROLE_MSGINFO] = message_info,
	[ROLE_PERSON] = credit,
	[ROLE_PRODUCTION] = ebnf_production,
	[ROLE_REFCLASS] = page_class,
	[ROLE_REFNAMES] = fields_names,
	[ROLE_REVISION] = fields_revision,
	[ROLE_SYNOPFRAGMENT] = synopsis_command,
	[ROLE_TEXTOBJECT] = picture_text,
};

void
walk_block(struct walk *w, uint32_t n, struct look look)
{
	enum elem_role role = doc_role(w->doc, n);

	/* What began in the line may go on behind the element. */
	if (bodies[role] != NULL && doc_node(w->doc, n)->flags & NODE_BLOCK)
		bodies[role](w, n, look);
	else
		walk_run(w, look);
}

/* A document that ends too early says so where it does. */
static void
broken(struct walk *w, struct look look)
{
	const char *why = doc_break(w->doc);

	if (why == NULL)
		return;
	look.style |= STYLE_WARN;
	walk_say(w, "[The document breaks off here: ", look);
	walk_say(w, why, look);
	walk_say(w, "]", look);
}

void
walk_tail(struct walk *w, uint32_t n, struct look look)
{
	switch ((int)doc_role(w->doc, n)) {
	case ROLE_CLASSSYNOPSIS:
		synopsis_class_end(w, n, look);
		break;
	case ROLE_MSGENTRY:
		message_tail(w, n, look);
		break;
	case ROLE_RECAP:
		ebnf_recap(w, n, look);
		break;
	default:
		broken(w, look);
		break;
	}
}
