/* SPDX-License-Identifier: ISC */
/*
 * cmd.h - commands, their names and their keys
 *
 * Layer tui.  The vocabulary is cmd.def, written once: from it come the
 * bindings, the help view, and what tests hold the manual against.
 */
#ifndef LECTERN_TUI_CMD_H
#define LECTERN_TUI_CMD_H

#include "base/vec.h"

struct buf;

enum cmd_where {
#define WHERE(id, parent, heading) CMD_IN_##id,
#define GROUP(where, heading)
#define CMD(where, id, name, keys, help)
#include "tui/cmd.def"
#undef WHERE
#undef GROUP
#undef CMD
	CMD_IN_COUNT
};

enum cmd_id {
	CMD_NONE,
#define WHERE(id, parent, heading)
#define GROUP(where, heading)
#define CMD(where, id, name, keys, help) CMD_##id,
#include "tui/cmd.def"
#undef WHERE
#undef GROUP
#undef CMD
	CMD_COUNT
};

struct cmd_info {
	enum cmd_where where;
	const char *name;
	const char *keys; /* the defaults, a blank between two */
	const char *help;
};

/* By enum cmd_id; all NULL at CMD_NONE. */
extern const struct cmd_info cmd_info[CMD_COUNT];

/* The heading of a place, and where its unbound keys are looked up. */
const char *cmd_where_heading(enum cmd_where where);
enum cmd_where cmd_where_parent(enum cmd_where where);

/* The place of a name, "reader"; CMD_IN_COUNT if there is none. */
enum cmd_where cmd_where_find(const char *name);

/* The rows of the help, in the order of cmd.def. */
struct cmd_row {
	const char *heading; /* NULL: the row is a command */
	enum cmd_where where;
	enum cmd_id cmd;
};

extern const struct cmd_row cmd_rows[];
extern const int cmd_rows_n;

/* The command of a name, or CMD_NONE. */
enum cmd_id cmd_find(const char *name);

struct binding {
	enum cmd_where where;
	int key; /* term/key.h */
	enum cmd_id cmd;
};

/* Which key does what; all zero bytes is an empty set. */
struct bindings {
	VEC(struct binding) all;
};

/* Adds the defaults of cmd.def; they are known to be well formed. */
void bindings_defaults(struct bindings *b);
void bindings_release(struct bindings *b);

/*
 * Binds the keys in the config text `keys` where the command is at home; a key
 * bound there before is taken from its command.  Returns 0, or -1 when a word
 * of `keys` names no key, with the others bound.
 */
int bindings_add(struct bindings *b, enum cmd_id cmd, const char *keys);

/* Binds one key at a place; CMD_NONE: it does nothing there, whatever it does at
 * the parents. */
void bindings_set(
    struct bindings *b, enum cmd_where where, int key, enum cmd_id cmd);

/* Makes `to`, which is empty, the same as `from`. */
void bindings_copy(struct bindings *to, const struct bindings *from);

/* What `key` does at `where`, its parents included; CMD_NONE: nothing. */
enum cmd_id bindings_find(
    const struct bindings *b, enum cmd_where where, int key);

/* Appends the keys of a command as a reader would call them: "j Down ^D". */
void bindings_keys(const struct bindings *b, enum cmd_id cmd, struct buf *out);

#endif
