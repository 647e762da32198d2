/* SPDX-License-Identifier: ISC */
/*
 * config.h - what the student's config file says
 *
 * Layer tui.  $XDG_CONFIG_HOME/lectern/config has lines of words:
 *
 *	# a comment
 *	set NAME VALUE
 *	bind PLACE KEY COMMAND     none takes the key away
 *	keys less|vi|info|lynx     keys that fingers know from there
 *	NAME=VALUE                 the same as "set NAME VALUE" or "keys VALUE"
 *
 * Settings and presets are in set.def, places and commands in cmd.def, the
 * names of keys in term/key.h.  A line that makes no sense is a fault with its
 * line and column; the others count.
 */
#ifndef LECTERN_TUI_CONFIG_H
#define LECTERN_TUI_CONFIG_H

#include "tui/cmd.h"

struct diags;

enum setting {
#define NUMBER(id, name, usual, least, most, help) SET_##id,
#define CHOICE(id, name, values, help)             SET_##id,
#define PRESET(preset, place, key, command)
#include "tui/set.def"
#undef NUMBER
#undef CHOICE
#undef PRESET
	SET_COUNT
};

/* What a choice is set to, by its place among the values. */
enum { CONTENTS_AUTO, CONTENTS_OVERLAY, CONTENTS_PINNED };
enum { RESUME_ON, RESUME_OFF };
enum { MOUSE_OFF, MOUSE_ON };
enum { LINKS_AUTO, LINKS_ON, LINKS_OFF };

struct set_info {
	const char *name;
	const char *values; /* "a|b|c"; NULL: a number */
	int usual, least, most;
	const char *help;
};

extern const struct set_info set_info[SET_COUNT];

struct config {
	int value[SET_COUNT]; /* a number, or which of the values */
	struct bindings bindings;
};

/* The usual settings and keys. */
void config_init(struct config *c);
void config_release(struct config *c);

/*
 * Reads the file at `path`; faults go into `d`.  -1 with errno when it cannot be
 * read; ENOENT where there is none.
 */
int config_load(struct config *c, const char *path, struct diags *d);

/* The same from `s`, called `path` in faults. */
void config_parse(
    struct config *c, const char *s, const char *path, struct diags *d);

/* Where the file is by the XDG rules; NULL without a home.  To be freed. */
char *config_path(void);

/* The chance of recall that the student wants to keep; 0: what each quiz asks
 * for. */
double config_retention(const struct config *c);

/* A value as the file would have it; `out` has room for 16. */
const char *config_value(const struct config *c, enum setting set, char *out);

#endif
