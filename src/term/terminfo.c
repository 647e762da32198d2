/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/terminfo.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "term/key.h"
#include "term/keyboard.h"

enum { F_KEYS = 12 };

void
terminfo_add(struct buf *b, const char *s)
{
	const char *end;

	if (s == NULL)
		return;
	for (; *s != '\0'; s++) {
		end = s[0] == '$' && s[1] == '<' ? strchr(s, '>') : NULL;
		if (end != NULL)
			s = end;
		else
			buf_addc(b, *s);
	}
}

void
terminfo_keys(struct keyboard *k, const char *(*find)(const char *name))
{
	static const struct {
		const char *name;
		int key;
	} table[] = {
		{ "kcuu1", TKEY_UP },
		{ "kcud1", TKEY_DOWN },
		{ "kcub1", TKEY_LEFT },
		{ "kcuf1", TKEY_RIGHT },
		{ "khome", TKEY_HOME },
		{ "kend", TKEY_END },
		{ "kpp", TKEY_PGUP },
		{ "knp", TKEY_PGDN },
		{ "kich1", TKEY_INS },
		{ "kdch1", TKEY_DEL },
		{ "kcbt", TKEY_BACKTAB },
		{ "kent", TKEY_ENTER },
	};
	const char *seq;
	char name[8];
	size_t i;
	int f;

	for (i = 0; i < sizeof(table) / sizeof(*table); i++) {
		seq = find(table[i].name);
		if (seq != NULL)
			keyboard_define(k, seq, table[i].key);
	}
	for (f = 1; f <= F_KEYS; f++) {
		snprintf(name, sizeof(name), "kf%d", f);
		seq = find(name);
		if (seq != NULL)
			keyboard_define(k, seq, TKEY_F1 + f - 1);
	}
}

int
terminfo_draws(const char *acsc, int letter)
{
	for (; acsc != NULL && acsc[0] != '\0' && acsc[1] != '\0'; acsc += 2) {
		if (acsc[0] == letter)
			return (unsigned char)acsc[1] < 0x80;
	}
	return 0;
}
