/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cli/chosen.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "course/course.h"
#include "term/osc52.h"
#include "term/osc8.h"
#include "term/term.h"

enum { NAME_COLS = 14 };

/* "name          value", the value as one harmless line. */
static void
say(const char *name, const char *value)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "  %-*s", NAME_COLS, name);
	clean_line(&b, value);
	buf_addc(&b, '\n');
	put_text(b.s);
	buf_release(&b);
}

static void
say_env(const char *name)
{
	const char *value = getenv(name);

	say(name, value == NULL ? "(not set)" : value);
}

static void
say_size(void)
{
	struct winsize ws;
	char size[40];

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) < 0) {
		say("size", "standard output is no terminal");
		return;
	}
	snprintf(
	    size, sizeof(size), "%d columns, %d rows", ws.ws_col, ws.ws_row);
	say("size", size);
}

static void
terminal(void)
{
	struct term_probe probe;

	puts("Terminal");
	term_probe(&probe);
	say_env("TERM");
	say("full screen", probe.usable ? "yes" : "no: text line by line");
	if (probe.usable)
		say("treated as", probe.type);
	if (probe.text[0] != '\0')
		say("because", probe.text);
	say("clipboard",
	    probe.usable && osc52_is_safe(probe.type)
		? "what is copied is sent to it"
		: "not known to take what is copied; a file does");
	say("links",
	    probe.usable && osc8_is_safe(probe.type)
		? "can be given to it, see the setting"
		: "not known to open any");
	say_size();
	say("over SSH",
	    getenv("SSH_CONNECTION") != NULL || getenv("SSH_TTY") != NULL
		? "yes"
		: "no");
	say_env("NO_COLOR");
	say_env("COLORFGBG");
	say("characters", nl_langinfo(CODESET));
	say("shown as", locale_is_utf8() ? "UTF-8" : "ASCII, accents left out");
}

static void
say_path(const char *name, char *path)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, path == NULL ? "(no home)" : path);
	if (path != NULL && access(path, F_OK) < 0)
		buf_adds(&b, " (not there yet)");
	say(name, b.s);
	buf_release(&b);
	free(path);
}

static void
say_course(const char *name, const char *dir, void *arg)
{
	(void)arg;
	say(name, dir);
}

static void
paths(void)
{
	puts("\nFolders");
	say_path("places",
	    xdg_path("XDG_STATE_HOME", ".local/state", "lectern/places"));
	say_path("scores",
	    xdg_path("XDG_STATE_HOME", ".local/state", "lectern/scores"));
	say_path("notes",
	    xdg_path("XDG_DATA_HOME", ".local/share", "lectern/notes"));
	say_env("LECTERN_PATH");
	puts("\nCourses");
	course_list(say_course, NULL);
}

/* All settings, those that are not the usual ones marked. */
static void
settings(const struct chosen *s)
{
	struct buf b = BUF_INIT;
	char value[16];
	int i;

	puts("\nSettings");
	if (s->path == NULL)
		say("file", "(no home)");
	else
		say("file", s->path);
	if (s->missing != 0)
		say("", file_error(s->missing));
	for (i = 0; i < SET_COUNT; i++) {
		const struct set_info *info = &set_info[i];

		buf_reset(&b);
		buf_printf(&b, "%-8s%s",
		    config_value(&s->config, (enum setting)i, value),
		    s->config.value[i] != info->usual ? " (set)  " : "  ");
		buf_printf(&b, "%s", info->help);
		if (info->values != NULL)
			buf_printf(&b, " (%s)", info->values);
		say(info->name, b.s);
	}
	buf_release(&b);
}

int
cmd_doctor(const struct cli *c)
{
	struct chosen s;
	int faults;

	chosen_load(&s, c);
	printf("%s\n\n", PACKAGE_STRING);
	terminal();
	paths();
	settings(&s);
	fflush(stdout);
	diags_print(&s.diags, stderr);
	faults = s.diags.all.n > 0;
	chosen_release(&s);
	return faults ? CLI_FAULT : CLI_DONE;
}
