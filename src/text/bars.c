/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/bars.h"

#include <math.h>

#include "base/buf.h"
#include "text/utf8.h"

enum {
	EIGHTHS = 8,
	FULL = 0x2588,
	LOW_EIGHTH = 0x2581, /* the others follow */
	LOW_HALF = 0x2584,
	LOW_LEFT = 0x2596,
};

/* How many eighths of `cells` are full; of ASCII's cells only halves are. */
static int
eighths(double part, int cells)
{
	int n;

	if (!(part > 0))
		return 0;
	n = (int)lround(fmin(part, 1) * cells * EIGHTHS);
	return n == 0 ? 1 : n;
}

void
bars_add(struct buf *b, double part, int cols, int ascii)
{
	int n = eighths(part, cols), half = n % EIGHTHS >= EIGHTHS / 2;
	int i, full = n / EIGHTHS;

	if (n > 0 && full == 0)
		half = 1;
	for (i = 0; i < full; i++) {
		if (ascii)
			buf_addc(b, '#');
		else
			utf8_encode(b, LOW_HALF);
	}
	if (half && ascii)
		buf_addc(b, '=');
	else if (half)
		utf8_encode(b, LOW_LEFT);
	buf_fill(b, ' ', cols - full - half);
}

void
bars_cell(struct buf *b, double part, int row, int rows, int ascii)
{
	int n = eighths(part, rows) - (rows - 1 - row) * EIGHTHS;

	if (n <= 0)
		buf_addc(b, ' ');
	else if (ascii)
		buf_adds(b, n >= EIGHTHS ? "#" : n >= EIGHTHS / 2 ? ":" : ".");
	else
		utf8_encode(
		    b, n >= EIGHTHS ? FULL : (uint32_t)(LOW_EIGHTH - 1 + n));
}
