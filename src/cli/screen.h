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

struct tui_hooks;

/* Shows the course full screen.  `hooks` may be NULL.  Returns the exit
 * status. */
int screen_run(const struct cli *c, struct opened *o,
    const struct term_probe *probe, const struct tui_hooks *hooks);

#endif
