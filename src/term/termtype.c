/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/termtype.h"

#include <stddef.h>
#include <string.h>

#define XTERM                                      \
 {                                                 \
  "xterm-256color", "xterm", "vt100", "ansi", NULL \
 }
#define SCREEN                                       \
 {                                                   \
  "screen-256color", "screen", "vt100", "ansi", NULL \
 }
#define RXVT                                      \
 {                                                \
  "rxvt-256color", "rxvt", "xterm", "vt100", NULL \
 }
#define OTHER                    \
 {                               \
  "vt100", "ansi", "linux", NULL \
 }

static const struct {
	const char *prefix;
	const char *const names[5];
} table[] = {
	{ "alacritty", XTERM },
	{ "contour", XTERM },
	{ "foot", XTERM },
	{ "ghostty", XTERM },
	{ "gnome", XTERM },
	{ "iterm", XTERM },
	{ "kitty", XTERM },
	{ "konsole", XTERM },
	{ "mintty", XTERM },
	{ "ms-terminal", XTERM },
	{ "nsterm", XTERM },
	{ "putty", XTERM },
	{ "rio", XTERM },
	{ "rxvt", RXVT },
	{ "screen", SCREEN },
	{ "st-", XTERM },
	{ "tmux", SCREEN },
	{ "vte", XTERM },
	{ "wezterm", XTERM },
	{ "xterm", XTERM },
	{ "", OTHER },
};

const char *const *
termtype_stand_ins(const char *term)
{
	size_t i = 0;

	while (strncmp(term, table[i].prefix, strlen(table[i].prefix)) != 0)
		i++;
	return table[i].names;
}

int
termtype_is_dumb(const char *term)
{
	static const char *const names[] = { "", "dumb", "dialup", "emacs",
		"network", "unknown" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (strcmp(term, names[i]) == 0)
			return 1;
	}
	return 0;
}
