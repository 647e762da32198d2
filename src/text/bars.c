/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/bars.h"

#include <math.h>

#include "base/buf.h"
#include "text/utf8.h"

enum { EIGHTHS = 8, FULL = 0x2588, LEFT_EIGHTH = 0x258f, LOW_EIGHTH = 0x2581 };

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

static void
fill(struct buf *b, int n, int ascii)
{
	for (; n > 0; n--) {
		if (ascii)
			buf_addc(b, '#');
		else
			utf8_encode(b, FULL);
	}
}

void
bars_add(struct buf *b, double part, int cols, int ascii)
{
	int n = eighths(part, cols), rest = n % EIGHTHS, used;

	fill(b, n / EIGHTHS, ascii);
	used = n / EIGHTHS;
	if (rest > 0) {
		if (ascii)
			buf_addc(b, rest >= EIGHTHS / 2 ? '=' : '-');
		else
			utf8_encode(b, (uint32_t)(LEFT_EIGHTH + 1 - rest));
		used++;
	}
	buf_fill(b, ' ', cols - used);
}

void
bars_cell(struct buf *b, double part, int row, int rows, int ascii)
{
	int n = eighths(part, rows) - (rows - 1 - row) * EIGHTHS;

	if (n <= 0)
		buf_addc(b, ' ');
	else if (n >= EIGHTHS)
		fill(b, 1, ascii);
	else if (ascii)
		buf_addc(b, n >= EIGHTHS / 2 ? ':' : '.');
	else
		utf8_encode(b, (uint32_t)(LOW_EIGHTH - 1 + n));
}
