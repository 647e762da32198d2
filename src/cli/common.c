/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/common.h"

#include <errno.h>
#include <langinfo.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "cli/nearest.h"
#include "doc/doc.h"
#include "score/day.h"
#include "score/name.h"
#include "text/ascii.h"
#include "text/utf8.h"

/* "2026-11-22" as a day number; -1 when it is none. */
static int
read_date(const char *s, int64_t *day)
{
	struct buf b = BUF_INIT;
	int64_t ms;
	int status = -1;

	buf_printf(&b, "%sT12:00:00Z", s);
	if (strlen(s) == strlen("2026-11-22"))
		status = day_get_time(b.s, b.len, &ms);
	if (status == 0)
		*day = day_number(ms, 0);
	buf_release(&b);
	return status;
}

static const char *const option_names[OPT_COUNT] = {
#define OPT(id, name, arg, on, help) name,
#include "cli/opt.def"
#undef OPT
};

int
option_day(const struct cli *c, enum cli_opt opt, int64_t *day)
{
	int64_t now = day_now(NULL);

	*day = day_number(now, day_zone(now));
	if (c->opt[opt] == NULL || read_date(c->opt[opt], day) == 0)
		return 0;
	complain("--%s takes a date such as 2026-11-22", option_names[opt]);
	return -1;
}

void
clean_line(struct buf *b, const char *s)
{
	size_t i = b->len;

	text_clean(b, s, strlen(s));
	for (; i < b->len; i++) {
		if (b->s[i] == '\n' || b->s[i] == '\t')
			b->s[i] = ' ';
	}
}

void
complain(const char *fmt, ...)
{
	struct buf line = BUF_INIT;
	char *said;
	va_list ap;

	va_start(ap, fmt);
	said = xvasprintf(fmt, ap);
	va_end(ap);
	clean_line(&line, said);
	fprintf(stderr, "lectern: %s\n", line.s);
	buf_release(&line);
	free(said);
}

int
complain_of_output(void)
{
	if (errno != EPIPE)
		complain("cannot write: %s", strerror(errno));
	return CLI_FAULT;
}

int
locale_is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int
input_is_terminal(void)
{
	return isatty(STDIN_FILENO);
}

void
input_by_bytes(void)
{
	setvbuf(stdin, NULL, _IONBF, 0);
}

/* "lectern frob": whoever mistypes a command looks for no course. */
static void
say_unknown(struct opened *o, const struct cli *c, const char *name)
{
	const struct diags *d = &o->diags;
	const char *near = nearest_command(name);

	if (d->all.n != 1 || d->all.v[0].code != DIAG_COURSE_UNKNOWN ||
	    c->command != CLI_READ || c->named)
		return;
	diags_release(&o->diags);
	diags_init(&o->diags);
	if (near != NULL)
		diag_add(&o->diags, DIAG_COMMAND_NEAR, NULL, 0, 0, name, near);
	else
		diag_add(&o->diags, DIAG_COMMAND_UNKNOWN, NULL, 0, 0, name);
}

int
opened_find(struct opened *o, const struct cli *c, int arg)
{
	const char *name = arg < c->n_arg ? c->arg[arg] : "psoas";

	memset(o, 0, sizeof(*o));
	diags_init(&o->diags);
	course_init(&o->course);
	if (course_find(&o->course, name, c->opt[OPT_ROOT], &o->diags) == 0) {
		if (c->profile.words.n > 0)
			o->course.how.profile = &c->profile;
		o->course.how.unnumbered = c->opt[OPT_UNNUMBERED] != NULL;
		return 0;
	}
	say_unknown(o, c, name);
	diags_print(&o->diags, stderr);
	return -1;
}

int
opened_course(struct opened *o, const struct cli *c, int arg)
{
	if (opened_find(o, c, arg) == -1)
		return -1;
	o->doc = course_read(&o->course, &o->diags);
	diags_print(&o->diags, stderr);
	if (o->doc == NULL || doc_nodes(o->doc) == 0)
		return -1;
	return 0;
}

void
opened_release(struct opened *o)
{
	doc_free(o->doc);
	course_release(&o->course);
	diags_release(&o->diags);
}

long
option_number(
    const struct cli *c, enum cli_opt opt, long fallback, long min, long max)
{
	const char *s = c->opt[opt];
	char *end;
	long value;

	if (s == NULL)
		return fallback;
	errno = 0;
	value = strtol(s, &end, 10);
	if (end == s || *end != '\0' || errno != 0 || value < min ||
	    value > max) {
		complain("--%s takes a number from %ld to %ld",
		    option_names[opt], min, max);
		return -1;
	}
	return value;
}

int
option_word(
    const struct cli *c, enum cli_opt opt, const char *const words[], int *n)
{
	struct buf all = BUF_INIT;
	int i;

	if (c->opt[opt] == NULL)
		return 0;
	for (i = 0; words[i] != NULL; i++) {
		if (strcmp(c->opt[opt], words[i]) == 0) {
			*n = i;
			return 0;
		}
	}
	for (i = 0; words[i] != NULL; i++) {
		if (i > 0)
			buf_adds(&all, words[i + 1] == NULL ? " or " : ", ");
		buf_adds(&all, words[i]);
	}
	complain("--%s is %s", option_names[opt], all.s);
	buf_release(&all);
	return -1;
}

int
option_section(const struct cli *c, const struct doc *doc, uint32_t *node)
{
	const char *id = c->opt[OPT_SECTION];

	*node = DOC_NONE;
	if (id == NULL)
		return 0;
	*node = doc_find(doc, id[0] == '#' ? id + 1 : id);
	if (*node != DOC_NONE)
		return 0;
	complain("no part has the id \"%s\"; \"lectern print --format tree\" "
		 "shows the ids",
	    id);
	return -1;
}

char *
option_scores(const struct cli *c, const char *course)
{
	char *folder = name_folder(c->opt[OPT_SCORES], course);

	if (folder == NULL)
		complain("there is no home folder; --scores says where scores "
			 "are kept");
	return folder;
}

void
put_text(const char *s)
{
	struct buf b = BUF_INIT;

	if (locale_is_utf8()) {
		fputs(s, stdout);
		return;
	}
	text_to_ascii(&b, s, strlen(s));
	fputs(b.s, stdout);
	buf_release(&b);
}
