/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/screen.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "cli/chosen.h"
#include "tui/study.h"
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
open_curses(const struct term_probe *probe, const struct config *config)
{
	struct term_options options = TERM_OPTIONS_INIT;
	struct term *term;

	options.theme = (enum look_theme)config->value[SET_THEME];
	options.links = config->value[SET_LINKS] == LINKS_ON ||
	    (config->value[SET_LINKS] == LINKS_AUTO &&
		getenv("SSH_CONNECTION") == NULL && getenv("SSH_TTY") == NULL);
	options.mouse = config->value[SET_MOUSE] == MOUSE_ON;
	if (config->value[SET_ESCDELAY] > 0)
		options.esc_delay_ms = config->value[SET_ESCDELAY];
	term = term_open_curses(&options, probe);

	if (term == NULL)
		complain("the terminal cannot be set up; --plain needs none");
	return term;
}

/* What is to be said once the screen is gone. */
static int
say_end(struct opened *o, const struct study *study, enum tui_end end)
{
	if (end == TUI_FAILED) {
		diags_print(&o->diags, stderr);
		return CLI_FAULT;
	}
	if (end == TUI_TOUR)
		return SCREEN_TOUR;
	if (study_refused(study) != NULL)
		complain("%s", study_refused(study));
	if (study_lost(study) != NULL)
		complain("%s", study_lost(study));
	return study_refused(study) != NULL || study_lost(study) != NULL
	    ? CLI_FAULT
	    : CLI_DONE;
}

/* `opt` has what the settings say; the rest is of the command line. */
static enum tui_end
show(const struct cli *c, struct opened *o, struct study *study,
    struct tui_options *opt)
{
	int script = c->opt[OPT_SCRIPT] != NULL;

	opt->course = &o->course;
	opt->diags = &o->diags;
	opt->section = c->opt[OPT_SECTION];
	opt->hooks = study_hooks(study);
	opt->now = script ? script_time : (int64_t)time(NULL);
	opt->read_first = script;
	return tui_run(opt);
}

static int
run_on(const struct cli *c, struct opened *o, struct study_setup *setup,
    struct tui_options *opt)
{
	struct study *study;
	enum tui_end end;
	int status;

	setup->course = &o->course;
	setup->learner = c->opt[OPT_LEARNER];
	setup->scores = c->opt[OPT_SCORES];
	/* Scripts are held against what they wrote before: no chance, either. */
	setup->seeded |= c->opt[OPT_SCRIPT] != NULL;
	opt->forget = setup->alone; /* a quiz is no place to go on reading at */
	study = study_new(setup);
	end = show(c, o, study, opt);
	term_close(opt->term);
	status = say_end(o, study, end);
	study_free(study);
	return status;
}

int
screen_run(const struct cli *c, struct opened *o,
    const struct term_probe *probe, struct study_setup *setup, int new_here)
{
	const char *script = c->opt[OPT_SCRIPT];
	struct tui_options opt = { .new_here = new_here };
	struct buf notice = BUF_INIT;
	struct chosen chosen;
	FILE *keys = NULL;
	int status = CLI_FAULT;

	chosen_load(&chosen, c);
	opt.config = &chosen.config;
	buf_adds(&notice, chosen.notice == NULL ? "" : chosen.notice);
	/* Of a stand-in for a terminal that nobody here knows. */
	if (notice.len > 0 && probe->text[0] != '\0')
		buf_adds(&notice, "\n");
	buf_adds(&notice, probe->text);
	opt.notice = notice.len == 0 ? NULL : notice.s;
	opt.term = script != NULL ? open_script(script, &keys)
				  : open_curses(probe, &chosen.config);
	if (opt.term != NULL)
		status = run_on(c, o, setup, &opt);
	if (keys != NULL)
		fclose(keys);
	chosen_release(&chosen);
	buf_release(&notice);
	return status;
}
