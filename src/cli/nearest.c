/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/nearest.h"

#include <string.h>

#include "cli/cli.h"

enum { WORD_LEN = 31, FAR = 99 };

static int
least(int a, int b)
{
	return a < b ? a : b;
}

int
nearest_distance(const char *a, const char *b)
{
	int d[WORD_LEN + 1][WORD_LEN + 1];
	size_t n = strlen(a), m = strlen(b), i, k;

	if (n > WORD_LEN || m > WORD_LEN)
		return FAR;
	for (i = 0; i <= n; i++)
		d[i][0] = (int)i;
	for (k = 0; k <= m; k++)
		d[0][k] = (int)k;
	for (i = 1; i <= n; i++) {
		for (k = 1; k <= m; k++) {
			int same = a[i - 1] == b[k - 1];

			d[i][k] = least(d[i - 1][k - 1] + !same,
			    1 + least(d[i - 1][k], d[i][k - 1]));
			if (i > 1 && k > 1 && a[i - 1] == b[k - 2] &&
			    a[i - 2] == b[k - 1])
				d[i][k] = least(d[i][k], d[i - 2][k - 2] + 1);
		}
	}
	return d[n][m];
}

const char *
nearest_command(const char *word)
{
	static const char *const names[CLI_COUNT] = {
#define CLI(id, name, args, help) name,
#include "cli/cli.def"
#undef CLI
	};
	const char *best = NULL;
	int i, n, far = (int)strlen(word) / 3 + 1;

	for (i = 0; i < CLI_COUNT; i++) {
		n = nearest_distance(word, names[i]);
		if (n < far) {
			far = n;
			best = names[i];
		}
	}
	return best;
}
