/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "term/key.h"
#include "text/utf8.h"

enum { FILE_MAX = 1 << 20, WORD_MAX = 4, VALUE_MAX = 16 };

const struct set_info set_info[SET_COUNT] = {
#define NUMBER(id, name, usual, least, most, help) \
 [SET_##id] = { name, NULL, usual, least, most, help },
#define CHOICE(id, name, values, help) \
 [SET_##id] = { name, values, 0, 0, 0, help },
#define PRESET(preset, place, key, command)
#include "tui/set.def"
#undef NUMBER
#undef CHOICE
#undef PRESET
};

static const struct preset {
	const char *name, *place, *key, *command;
} presets[] = {
#define NUMBER(id, name, usual, least, most, help)
#define CHOICE(id, name, values, help)
#define PRESET(preset, place, key, command) { preset, place, key, command },
#include "tui/set.def"
#undef NUMBER
#undef CHOICE
#undef PRESET
};

/* A line that is being read. */
struct reading {
	struct config *config;
	struct diags *diags;
	const char *path;
	int line;
	int n;
	char *word[WORD_MAX + 1];
	int col[WORD_MAX + 1]; /* [character] from 1 */
};

void
config_init(struct config *c)
{
	int i;

	memset(c, 0, sizeof(*c));
	for (i = 0; i < SET_COUNT; i++)
		c->value[i] = set_info[i].usual;
	bindings_defaults(&c->bindings);
}

void
config_release(struct config *c)
{
	bindings_release(&c->bindings);
}

char *
config_path(void)
{
	return xdg_path("XDG_CONFIG_HOME", ".config", "lectern/config");
}

/* Which of "a|b|c" it is, or -1. */
static int
choice_of(const char *values, const char *word)
{
	size_t n, len = strlen(word);
	int i;

	for (i = 0; *values != '\0'; i++) {
		n = strcspn(values, "|");
		if (n == len && memcmp(values, word, n) == 0)
			return i;
		values += n + (values[n] == '|');
	}
	return -1;
}

const char *
config_value(const struct config *c, enum setting set, char *out)
{
	const char *values = set_info[set].values;
	int i;

	if (values == NULL) {
		snprintf(out, VALUE_MAX, "%d", c->value[set]);
		return out;
	}
	for (i = 0; i < c->value[set]; i++)
		values += strcspn(values, "|") + 1;
	snprintf(out, VALUE_MAX, "%.*s", (int)strcspn(values, "|"), values);
	return out;
}

double
config_retention(const struct config *c)
{
	char value[VALUE_MAX];

	if (c->value[SET_RETENTION] == 0)
		return 0;
	return strtod(config_value(c, SET_RETENTION, value), NULL);
}

static enum setting
find_setting(const char *name)
{
	int i;

	for (i = 0; i < SET_COUNT && strcmp(set_info[i].name, name) != 0; i++)
		;
	return (enum setting)i;
}

static void
set_number(struct reading *r, enum setting set)
{
	const struct set_info *info = &set_info[set];
	char allowed[40], *end;
	long n = strtol(r->word[2], &end, 10);

	if (r->word[2][0] >= '0' && r->word[2][0] <= '9' && *end == '\0' &&
	    n >= info->least && n <= info->most) {
		r->config->value[set] = (int)n;
		return;
	}
	snprintf(allowed, sizeof(allowed), "a number from %d to %d",
	    info->least, info->most);
	diag_add(r->diags, DIAG_CONFIG_VALUE, r->path, r->line, r->col[2],
	    info->name, r->word[2], allowed);
}

static void
read_set(struct reading *r)
{
	enum setting set = find_setting(r->word[1]);
	int i;

	if (set == SET_COUNT) {
		diag_add(r->diags, DIAG_CONFIG_NAME, r->path, r->line,
		    r->col[1], r->word[1]);
		return;
	}
	if (set_info[set].values == NULL) {
		set_number(r, set);
		return;
	}
	i = choice_of(set_info[set].values, r->word[2]);
	if (i >= 0)
		r->config->value[set] = i;
	else
		diag_add(r->diags, DIAG_CONFIG_VALUE, r->path, r->line,
		    r->col[2], r->word[1], r->word[2], set_info[set].values);
}

/* 1 if keys at `from` are looked up at `where`, too. */
static int
reaches(enum cmd_where from, enum cmd_where where)
{
	while (from != where && cmd_where_parent(from) != from)
		from = cmd_where_parent(from);
	return from == where;
}

static void
read_bind(struct reading *r)
{
	enum cmd_where where = cmd_where_find(r->word[1]);
	int key = key_parse(r->word[2]);
	enum cmd_id cmd = cmd_find(r->word[3]);
	int none = strcmp(r->word[3], "none") == 0;

	if (where == CMD_IN_COUNT)
		diag_add(r->diags, DIAG_CONFIG_PLACE, r->path, r->line,
		    r->col[1], r->word[1]);
	else if (key < 0)
		diag_add(r->diags, DIAG_CONFIG_KEY, r->path, r->line, r->col[2],
		    r->word[2]);
	else if (!none &&
	    (cmd == CMD_NONE || !reaches(where, cmd_info[cmd].where)))
		diag_add(r->diags, DIAG_CONFIG_COMMAND, r->path, r->line,
		    r->col[3], r->word[3], r->word[1]);
	else
		bindings_set(&r->config->bindings, where, key, cmd);
}

static void
read_keys(struct reading *r)
{
	size_t i, found = 0;

	for (i = 0; i < sizeof(presets) / sizeof(*presets); i++) {
		const struct preset *p = &presets[i];

		if (strcmp(p->name, r->word[1]) != 0)
			continue;
		found++;
		bindings_set(&r->config->bindings, cmd_where_find(p->place),
		    key_parse(p->key), cmd_find(p->command));
	}
	if (found == 0)
		diag_add(r->diags, DIAG_CONFIG_VALUE, r->path, r->line,
		    r->col[1], "keys", r->word[1], "less, vi, info or lynx");
}

static const struct {
	const char *name, *needs;
	int words;
	void (*read)(struct reading *r);
} lines[] = {
	{ "set", "a name and a value", 3, read_set },
	{ "bind", "a place, a key and a command", 4, read_bind },
	{ "keys", "the name of a preset", 2, read_keys },
};

/* Cuts the line into words; one more than any line may have is enough. */
static void
split(struct reading *r, char *s)
{
	int col = 1;

	r->n = 0;
	for (;;) {
		for (; *s == ' ' || *s == '\t' || *s == '\r'; s++)
			col++;
		if (*s == '\0' || (*s == '#' && r->n == 0) || r->n > WORD_MAX)
			return;
		r->word[r->n] = s;
		r->col[r->n++] = col;
		for (; *s != '\0' && strchr(" \t\r", *s) == NULL; s++)
			col += ((unsigned char)*s & 0xc0) != 0x80;
		if (*s != '\0') {
			*s++ = '\0';
			col++;
		}
	}
}

/* "mouse=on" is "set mouse on", "keys=less" is "keys less". */
static void
read_equals(struct reading *r)
{
	static char set[] = "set";
	char *sign = r->n == 1 ? strchr(r->word[0], '=') : NULL;
	int keys;

	if (sign == NULL || sign == r->word[0] || sign[1] == '\0')
		return;
	*sign = '\0';
	keys = strcmp(r->word[0], "keys") == 0;
	r->n = keys ? 2 : 3;
	r->word[r->n - 1] = sign + 1;
	r->col[r->n - 1] = r->col[0] + (int)(sign + 1 - r->word[0]);
	if (keys)
		return;
	r->word[1] = r->word[0];
	r->col[1] = r->col[0];
	r->word[0] = set;
}

static void
read_line(struct reading *r, char *s)
{
	size_t i;

	split(r, s);
	read_equals(r);
	if (r->n == 0)
		return;
	for (i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		if (strcmp(r->word[0], lines[i].name) == 0)
			break;
	}
	if (i == sizeof(lines) / sizeof(*lines))
		diag_add(r->diags, DIAG_CONFIG_LINE, r->path, r->line,
		    r->col[0], r->word[0]);
	else if (r->n < lines[i].words)
		diag_add(r->diags, DIAG_CONFIG_MISSING, r->path, r->line,
		    r->col[0], lines[i].name, lines[i].needs);
	else if (r->n > lines[i].words)
		diag_add(r->diags, DIAG_CONFIG_MORE, r->path, r->line,
		    r->col[lines[i].words], r->word[lines[i].words]);
	else
		lines[i].read(r);
}

void
config_parse(struct config *c, const char *s, const char *path, struct diags *d)
{
	struct reading r = { .config = c, .diags = d, .path = path };
	size_t n;
	char *line;

	for (r.line = 1; *s != '\0'; r.line++) {
		n = strcspn(s, "\n");
		line = xstrndup(s, n);
		read_line(&r, line);
		free(line);
		s += n + (s[n] == '\n');
	}
}

int
config_load(struct config *c, const char *path, struct diags *d)
{
	struct buf b = BUF_INIT;
	int status = file_read(&b, path, FILE_MAX);

	/* Which is how one says "none". */
	if (status == -1 && strcmp(path, "/dev/null") == 0)
		status = 0;
	if (status == 0)
		config_parse(c, b.s, path, d);
	buf_release(&b);
	return status;
}
