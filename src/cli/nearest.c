/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/nearest.h"

#include <string.h>

#include "cli/cli.h"
#include "text/match.h"

enum { WORD_LEN = 31 /* [byte] of longer words none is meant */ };

const char *
nearest_command(const char *word)
{
	static const char *const names[CLI_COUNT] = {
#define CLI(id, name, args, help) name,
#include "cli/cli.def"
#undef CLI
	};
	const char *best = NULL;
	size_t len = strlen(word);
	int i, n, most = len > WORD_LEN ? 0 : (int)len / 3;

	for (i = 0; i < CLI_COUNT; i++) {
		n = match_distance(word, names[i], most);
		if (n <= most) {
			most = n - 1;
			best = names[i];
		}
	}
	return best;
}
