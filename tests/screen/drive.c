/* SPDX-License-Identifier: ISC */
/*
 * drive.c - the reader, driven by a script, or shown in the terminal
 *
 *	drive COURSE SCRIPT [COLSxROWS]    screens go to standard output
 *	drive COURSE                       in the terminal
 *
 * Links only what the reader is made of, so that the screen tests need no
 * command line.  Where reading stopped is kept where XDG_STATE_HOME says;
 * DRIVE_SECTION, if not empty, is the id to begin at, and with DRIVE_EARLY the
 * keys come while the document is still being read.  DRIVE_CONFIG is the path
 * of a config file.
 */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "course/course.h"
#include "term/term.h"
#include "tui/config.h"
#include "tui/tui.h"

static struct term *
open_terminal(int argc, char **argv, FILE **keys)
{
	struct term_options opt = TERM_OPTIONS_INIT;
	struct term_probe probe;
	int cols = 80, rows = 24;
	char *end;

	if (argc < 3)
		return term_probe(&probe) ? term_open_curses(&opt, &probe)
					  : NULL;
	if (argc > 3) {
		cols = (int)strtol(argv[3], &end, 10);
		if (*end == 'x')
			rows = (int)strtol(end + 1, NULL, 10);
	}
	*keys = fopen(argv[2], "r");
	return *keys == NULL ? NULL
			     : term_open_script(*keys, stdout, rows, cols);
}

int
main(int argc, char **argv)
{
	struct tui_options opt = { 0 };
	struct course course;
	struct diags diags;
	const char *section = getenv("DRIVE_SECTION");
	const char *settings = getenv("DRIVE_CONFIG");
	FILE *keys = NULL;
	enum tui_end end = TUI_FAILED;
	struct config config;

	setlocale(LC_CTYPE, "");
	diags_init(&diags);
	course_init(&course);
	config_init(&config);
	if (settings != NULL)
		config_load(&config, settings, &diags);
	if (argc > 1 && course_find(&course, argv[1], NULL, &diags) == 0)
		opt.term = open_terminal(argc, argv, &keys);
	if (opt.term != NULL) {
		opt.course = &course;
		opt.diags = &diags;
		opt.config = &config;
		opt.section =
		    section == NULL || *section == '\0' ? NULL : section;
		opt.read_first = keys != NULL && getenv("DRIVE_EARLY") == NULL;
		end = tui_run(&opt);
		term_close(opt.term);
	} else {
		fprintf(stderr, "usage: drive COURSE [SCRIPT [COLSxROWS]]\n");
	}
	if (keys != NULL)
		fclose(keys);
	diags_print(&diags, stderr);
	course_release(&course);
	config_release(&config);
	diags_release(&diags);
	return end == TUI_FAILED;
}
