/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/screen.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "tui/tui.h"

enum { SCRIPT_ROWS = 24, SCRIPT_COLS = 80 };

/* Scripts are held against what they wrote before: their clock stands still. */
static const int64_t script_time = 1795000000;

int
screen_wanted(const struct cli *c, struct term_probe *probe)
{
	memset(probe, 0, sizeof(*probe));
	if (c->opt[OPT_SCRIPT] != NULL)
		return 1;
	return c->opt[OPT_PLAIN] == NULL && term_probe(probe);
}

static struct term *
open_script(const char *path, FILE **keys)
{
	*keys = fopen(path, "re");
	if (*keys == NULL) {
		complain("cannot open %s: %s", path, strerror(errno));
		return NULL;
	}
	return term_open_script(*keys, stdout, SCRIPT_ROWS, SCRIPT_COLS);
}

static struct term *
open_curses(const struct term_probe *probe)
{
	const struct term_options options = TERM_OPTIONS_INIT;
	struct term *term = term_open_curses(&options, probe);

	if (term == NULL)
		complain("the terminal cannot be set up; --plain needs none");
	return term;
}

int
screen_run(const struct cli *c, struct opened *o,
    const struct term_probe *probe, const struct tui_hooks *hooks)
{
	const char *script = c->opt[OPT_SCRIPT];
	struct tui_options opt = { .course = &o->course, .hooks = hooks };
	FILE *keys = NULL;
	enum tui_end end;

	opt.term =
	    script != NULL ? open_script(script, &keys) : open_curses(probe);
	if (opt.term == NULL)
		return CLI_FAULT;
	opt.diags = &o->diags;
	opt.section = c->opt[OPT_SECTION];
	opt.now = script != NULL ? script_time : (int64_t)time(NULL);
	opt.read_first = script != NULL;
	end = tui_run(&opt);
	term_close(opt.term);
	if (keys != NULL)
		fclose(keys);
	if (end != TUI_FAILED)
		return CLI_DONE;
	diags_print(&o->diags, stderr);
	return CLI_FAULT;
}
