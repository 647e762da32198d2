/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/place.h"

/* Bytes that continue a character do not count. */
static int
characters(const char *s, const char *end)
{
	int n = 0;

	for (; s < end; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

void
place_advance(struct place *p, const char *s, size_t len)
{
	const char *end = s + len, *line = s;
	int lines = 0;

	p->offset += len;
	for (; s < end; s++) {
		if (*s == '\n') {
			lines++;
			line = s + 1;
		}
	}
	if (lines > 0) {
		p->line += lines;
		p->col = 1;
	}
	p->col += characters(line, end);
}
