/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/osc52.h"

#include <string.h>

#include "base/buf.h"

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The Linux console, screen and terminals of hardware are not among them. */
int
osc52_is_safe(const char *type)
{
	static const char *const kinds[] = { "xterm", "tmux", "foot",
		"alacritty", "kitty", "wezterm", "rxvt-unicode", "st-" };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strncmp(type, kinds[i], strlen(kinds[i])) == 0)
			return 1;
	}
	return 0;
}

static void
add_base64(struct buf *b, const unsigned char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i += 3) {
		unsigned v = (unsigned)s[i] << 16;

		if (i + 1 < len)
			v |= (unsigned)s[i + 1] << 8;
		if (i + 2 < len)
			v |= s[i + 2];
		buf_addc(b, digits[v >> 18]);
		buf_addc(b, digits[v >> 12 & 63]);
		buf_add(b, i + 1 < len ? &digits[v >> 6 & 63] : "=", 1);
		buf_add(b, i + 2 < len ? &digits[v & 63] : "=", 1);
	}
}

void
osc52_add(struct buf *b, const char *s, size_t len)
{
	buf_adds(b, "\033]52;c;");
	add_base64(b, (const unsigned char *)s, len);
	buf_addc(b, '\a');
}
