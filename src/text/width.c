/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/width.h"

#include <langinfo.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include <uniwidth.h>

#include "text/utf8.h"

enum { SOFT_HYPHEN = 0xad };

/* Bytes of ASCII at the start of the `len` bytes at `s`. */
static size_t
ascii_run(const char *s, size_t len)
{
	const uint64_t high = 0x8080808080808080u;
	uint64_t word;
	size_t i = 0;

	while (len - i >= sizeof(word)) {
		memcpy(&word, s + i, sizeof(word));
		if ((word & high) != 0)
			break;
		i += sizeof(word);
	}
	while (i < len && (unsigned char)s[i] < 0x80)
		i++;
	return i;
}

/* Characters that take one column everywhere, as far as they are frequent:
 * Latin letters, dashes and quotes, box drawing. */
static int
is_narrow(uint32_t ch)
{
	if (ch < 0x300)
		return ch < 0x80 || (ch > 0xa0 && ch != SOFT_HYPHEN);
	return (ch >= 0x2010 && ch < 0x2028) || (ch >= 0x2500 && ch < 0x2580);
}

int
text_width_char(uint32_t ch)
{
	int cols;

	if (is_narrow(ch))
		return 1;
	if (ch == SOFT_HYPHEN)
		return 0;
	if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		cols = wcwidth((wchar_t)ch);
	else
		cols = uc_width(ch, "UTF-8");
	return cols < 0 ? 1 : cols;
}

int
text_width(const char *s, size_t len)
{
	size_t i = 0, cols = 0, n;
	uint32_t ch;

	for (;;) {
		n = ascii_run(s + i, len - i);
		cols += n;
		i += n;
		if (i == len)
			return cols < INT_MAX ? (int)cols : INT_MAX;
		i += utf8_decode(s + i, len - i, &ch);
		cols += (size_t)text_width_char(ch);
	}
}

size_t
text_fit(const char *s, size_t len, int cols, int *used)
{
	size_t i = 0, n;
	int have = 0, more;

	while (i < len) {
		n = utf8_cluster(s + i, len - i);
		more = text_width(s + i, n);
		if (more > cols - have)
			break;
		have += more;
		i += n;
	}
	if (used != NULL)
		*used = have;
	return i;
}
