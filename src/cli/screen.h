/* SPDX-License-Identifier: ISC */
/*
 * screen.h - from a command line to the full screen
 *
 * Layer cli.
 */
#ifndef LECTERN_CLI_SCREEN_H
#define LECTERN_CLI_SCREEN_H

#include "cli/cli.h"
#include "cli/common.h"
#include "term/term.h"

/*
 * Is there to be a full screen?  Not with --plain, nor where the terminal
 * cannot have one; yes with --script, which needs no terminal.
 */
int screen_wanted(const struct cli *c, struct term_probe *probe);

struct study_setup;

/*
 * Shows the course full screen, with questions as `setup` says, whose course,
 * learner and scores folder are filled in here.  With `new_here` a tour is
 * offered.  Returns the exit status, or SCREEN_TOUR when that was taken up.
 */
enum { SCREEN_TOUR = -1 };
int screen_run(const struct cli *c, struct opened *o,
    const struct term_probe *probe, struct study_setup *setup, int new_here);

#endif
