/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termcap.h>

#include <unistd.h>

#include "term/term.h"
#include "term/termtype.h"

enum entry { ENTRY_NONE, ENTRY_FIXED, ENTRY_GOOD };

/* What terminfo has under this name: nothing, a terminal whose cursor cannot
 * be moved, or what we need.  The termcap functions read terminfo and, unlike
 * curses, send nothing. */
static enum entry
look_up(const char *type)
{
	if (strlen(type) >= sizeof(((struct term_probe *)NULL)->type))
		return ENTRY_NONE;
	if (tgetent(NULL, type) != 1)
		return ENTRY_NONE;
	return tgetstr("cm", NULL) != NULL ? ENTRY_GOOD : ENTRY_FIXED;
}

/* `name` without what is no visible ASCII: it may hold anything. */
static void
clean_name(char *out, size_t size, const char *name)
{
	size_t n = 0;

	for (; *name != '\0' && n + 1 < size; name++) {
		if (*name > ' ' && *name < 0x7f)
			out[n++] = *name;
	}
	out[n] = '\0';
}

static int
refuse(struct term_probe *p, const char *why)
{
	snprintf(p->text, sizeof(p->text), "%s", why);
	return 0;
}

/* TERM is unknown: takes the first stand-in that is not. */
static int
stand_in(struct term_probe *p, const char *term)
{
	const char *const *names = termtype_stand_ins(term);
	char clean[48];

	clean_name(clean, sizeof(clean), term);
	for (; *names != NULL; names++) {
		if (look_up(*names) != ENTRY_GOOD)
			continue;
		snprintf(p->type, sizeof(p->type), "%s", *names);
		snprintf(p->text, sizeof(p->text),
		    "TERM=%s is unknown here; using %s", clean, *names);
		p->usable = 1;
		return 1;
	}
	snprintf(p->text, sizeof(p->text),
	    "TERM=%s is unknown here, and so is all that is like it", clean);
	return 0;
}

int
term_probe(struct term_probe *p)
{
	const char *term = getenv("TERM");

	memset(p, 0, sizeof(*p));
	if (!isatty(STDIN_FILENO))
		return refuse(p, "standard input is no terminal");
	if (!isatty(STDOUT_FILENO))
		return refuse(p, "standard output is no terminal");
	if (term == NULL || *term == '\0')
		return refuse(p, "TERM is not set");
	if (termtype_is_dumb(term))
		return refuse(p, "TERM names a terminal without a screen");
	switch (look_up(term)) {
	case ENTRY_GOOD:
		break;
	case ENTRY_FIXED:
		return refuse(p, "the terminal cannot move its cursor");
	case ENTRY_NONE:
		return stand_in(p, term);
	}
	snprintf(p->type, sizeof(p->type), "%s", term);
	p->usable = 1;
	return 1;
}
