/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/chosen.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/common.h"
#include "quiz/bank.h"

static void
find_notice(struct chosen *s, int given)
{
	const struct diag *d;

	if (s->diags.all.n > 0) {
		d = &s->diags.all.v[0];
		s->notice = xasprintf("%s:%d:%d: %s", path_base(s->path),
		    d->line, d->col, d->text);
	} else if (s->missing != 0 && (given || s->missing != ENOENT)) {
		s->notice = xasprintf(
		    "%s: %s", path_base(s->path), file_error(s->missing));
	}
}

void
chosen_load(struct chosen *s, const struct cli *c)
{
	const char *given = c->opt[OPT_CONFIG];

	memset(s, 0, sizeof(*s));
	config_init(&s->config);
	diags_init(&s->diags);
	s->path = given != NULL ? xstrdup(given) : config_path();
	if (s->path == NULL)
		s->missing = ENOENT;
	else if (config_load(&s->config, s->path, &s->diags) < 0)
		s->missing = errno;
	if (s->path != NULL)
		find_notice(s, given != NULL);
}

void
chosen_retain(const struct cli *c, struct bank *bank)
{
	struct chosen s;

	chosen_load(&s, c);
	if (s.notice != NULL)
		complain("%s", s.notice);
	bank_retain(bank, config_retention(&s.config));
	chosen_release(&s);
}

void
chosen_release(struct chosen *s)
{
	config_release(&s->config);
	diags_release(&s->diags);
	free(s->path);
	free(s->notice);
}
