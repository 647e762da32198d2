/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/cmd.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "term/key.h"

const struct cmd_info cmd_info[CMD_COUNT] = {
#define WHERE(id, parent, heading)
#define GROUP(where, heading)
#define CMD(where, id, name, keys, help) \
 [CMD_##id] = { CMD_IN_##where, name, keys, help },
#include "tui/cmd.def"
#undef WHERE
#undef GROUP
#undef CMD
};

const struct cmd_row cmd_rows[] = {
#define WHERE(id, parent, heading)
#define GROUP(where, heading)            { heading, CMD_IN_##where, CMD_NONE },
#define CMD(where, id, name, keys, help) { NULL, CMD_IN_##where, CMD_##id },
#include "tui/cmd.def"
#undef WHERE
#undef GROUP
#undef CMD
};
const int cmd_rows_n = sizeof(cmd_rows) / sizeof(*cmd_rows);

static const struct {
	enum cmd_where parent;
	const char *heading;
	const char *id;
} wheres[CMD_IN_COUNT] = {
#define WHERE(id, parent, heading) \
 [CMD_IN_##id] = { CMD_IN_##parent, heading, #id },
#define GROUP(where, heading)
#define CMD(where, id, name, keys, help)
#include "tui/cmd.def"
#undef WHERE
#undef GROUP
#undef CMD
};

const char *
cmd_where_heading(enum cmd_where where)
{
	return wheres[where].heading;
}

enum cmd_where
cmd_where_parent(enum cmd_where where)
{
	return wheres[where].parent;
}

enum cmd_where
cmd_where_find(const char *name)
{
	int i;

	for (i = 0; i < CMD_IN_COUNT && strcasecmp(wheres[i].id, name) != 0;
	     i++)
		;
	return (enum cmd_where)i;
}

enum cmd_id
cmd_find(const char *name)
{
	int i;

	for (i = CMD_NONE + 1; i < CMD_COUNT; i++) {
		if (strcmp(cmd_info[i].name, name) == 0)
			return (enum cmd_id)i;
	}
	return CMD_NONE;
}

static struct binding *
binding_at(const struct bindings *b, enum cmd_where where, int key)
{
	size_t i;

	for (i = 0; i < b->all.n; i++) {
		if (b->all.v[i].where == where && b->all.v[i].key == key)
			return &b->all.v[i];
	}
	return NULL;
}

void
bindings_set(struct bindings *b, enum cmd_where where, int key, enum cmd_id cmd)
{
	struct binding new = { where, key, cmd };
	struct binding *old = binding_at(b, where, key);

	if (old != NULL)
		*old = new;
	else
		vec_push(&b->all, new);
}

void
bindings_copy(struct bindings *to, const struct bindings *from)
{
	size_t i;

	for (i = 0; i < from->all.n; i++)
		vec_push(&to->all, from->all.v[i]);
}

int
bindings_add(struct bindings *b, enum cmd_id cmd, const char *keys)
{
	char word[2 * KEY_NAME_MAX];
	int key, status = 0;
	size_t n;

	for (keys += strspn(keys, " "); *keys != '\0';
	     keys += n, keys += strspn(keys, " ")) {
		n = strcspn(keys, " ");
		if (n >= sizeof(word)) {
			status = -1;
			continue;
		}
		memcpy(word, keys, n);
		word[n] = '\0';
		key = key_parse(word);
		if (key >= 0)
			bindings_set(b, cmd_info[cmd].where, key, cmd);
		else
			status = -1;
	}
	return status;
}

void
bindings_defaults(struct bindings *b)
{
	int i, status;

	for (i = CMD_NONE + 1; i < CMD_COUNT; i++) {
		status = bindings_add(b, (enum cmd_id)i, cmd_info[i].keys);
		assert(status == 0);
		(void)status;
	}
}

void
bindings_release(struct bindings *b)
{
	vec_release(&b->all);
}

enum cmd_id
bindings_find(const struct bindings *b, enum cmd_where where, int key)
{
	const struct binding *found;

	for (;;) {
		found = binding_at(b, where, key);
		if (found != NULL)
			return found->cmd;
		if (cmd_where_parent(where) == where)
			return CMD_NONE;
		where = cmd_where_parent(where);
	}
}

/* "<Down>" is Down, "C-l" is ^L; a character is itself. */
static void
add_key_format(struct buf *out, int key)
{
	char name[KEY_NAME_MAX];
	size_t n = strlen(key_format(key, name));

	if (n > 2 && name[0] == '<' && name[n - 1] == '>')
		buf_add(out, name + 1, n - 2);
	else if (n == 3 && memcmp(name, "C-", 2) == 0)
		buf_printf(out, "^%c",
		    name[2] >= 'a' && name[2] <= 'z' ? name[2] - 'a' + 'A'
						     : name[2]);
	else
		buf_adds(out, name);
}

void
bindings_keys(const struct bindings *b, enum cmd_id cmd, struct buf *out)
{
	const char *between = "";
	size_t i;

	for (i = 0; i < b->all.n; i++) {
		if (b->all.v[i].cmd != cmd)
			continue;
		buf_adds(out, between);
		add_key_format(out, b->all.v[i].key);
		between = " ";
	}
}
