/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/ascii.h"

#include <stdint.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/utf8.h"

static const struct {
	uint32_t ch;
	char s[12];
} stand_ins[] = {
#define ASCII(ch, s) { ch, s },
#include "text/ascii.def"
#undef ASCII
};

/* Box drawing, U+2500 to U+257F, one byte each. */
static const char boxes[] = "--||--||--||++++"
			    "++++++++++++++++"
			    "++++++++++++++++"
			    "++++++++++++++++"
			    "++++++++++++--||"
			    "-|++++++++++++++"
			    "++++++++++++++++"
			    "+/\\X-|-|-|-|-|-|";

enum {
	MU = 0x3bc,
	STROKE = 0x338,
	BOX = 0x2500,
	BLOCK = 0x2580,
	LIGHT_SHADE = 0x2591,
	SHAPE = 0x25a0,
};

static const char *
stand_in(uint32_t ch)
{
	size_t low = 0, high = sizeof(stand_ins) / sizeof(stand_ins[0]), mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (stand_ins[mid].ch == ch)
			return stand_ins[mid].s;
		if (stand_ins[mid].ch < ch)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

/* The number in a filled or double circle, which NFKD does not open; or 0. */
static unsigned
circled(uint32_t ch)
{
	if (ch >= 0x2776 && ch < 0x2794)
		return (ch - 0x2776) % 10 + 1;
	if (ch >= 0x24eb && ch < 0x24f5)
		return ch - 0x24eb + 11;
	if (ch >= 0x24f5 && ch < 0x24ff)
		return ch - 0x24f5 + 1;
	return 0;
}

/* Superscript digits and signs. */
static int
is_raised(uint32_t ch)
{
	return ch == 0xb2 || ch == 0xb3 || ch == 0xb9 || ch == 0x2070 ||
	    (ch >= 0x2074 && ch <= 0x207c);
}

static int
ends_in_digit(const struct buf *b)
{
	return b->len > 0 && b->s[b->len - 1] >= '0' && b->s[b->len - 1] <= '9';
}

/* Appends what NFKD makes of `ch`; 0, and nothing, if that is not ASCII. */
static int
add_parts(struct buf *b, uint32_t ch)
{
	uint32_t parts[32];
	size_t n = sizeof(parts) / sizeof(parts[0]), start = b->len, i;
	const char *s;

	if (u32_normalize(UNINORM_NFKD, &ch, 1, parts, &n) != parts || n == 0 ||
	    parts[0] == ch)
		return 0;
	for (i = 0; i < n; i++) {
		s = stand_in(parts[i]);
		if (parts[i] < 0x80) {
			buf_addc(b, (char)parts[i]);
		} else if (s != NULL && parts[i] != STROKE) {
			buf_adds(b, s);
		} else if (parts[i] == STROKE || !fold_drops(parts[i])) {
			buf_truncate(b, start);
			return 0;
		}
	}
	return 1;
}

/* The same, told apart from what stands before it. */
static int
add_compatible(struct buf *b, uint32_t ch)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	size_t start = b->len;
	int tag = UC_DECOMP_CANONICAL;

	if (uc_decomposition(ch, &tag, parts) <= 0)
		return 0;
	if (tag == UC_DECOMP_FRACTION && ends_in_digit(b))
		buf_addc(b, ' ');
	if (tag == UC_DECOMP_CIRCLE)
		buf_addc(b, '(');
	if (!add_parts(b, ch)) {
		buf_truncate(b, start);
		return 0;
	}
	if (tag == UC_DECOMP_CIRCLE)
		buf_addc(b, ')');
	return 1;
}

static void
add_character(struct buf *b, uint32_t ch)
{
	const char *s = stand_in(ch);

	if (s != NULL)
		buf_adds(b, s);
	else if (ch >= BOX && ch < BLOCK)
		buf_addc(b, boxes[ch - BOX]);
	else if (ch >= BLOCK && ch < SHAPE)
		buf_addc(b, ch == LIGHT_SHADE ? '.' : '#');
	else if (circled(ch) != 0)
		buf_printf(b, "(%u)", circled(ch));
	else if (!fold_drops(ch) && !add_compatible(b, ch))
		buf_printf(b, "[U+%04X]", (unsigned)ch);
}

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void
text_to_ascii(struct buf *b, const char *s, size_t len)
{
	size_t i = 0, start;
	uint32_t ch;
	int raised = 0;

	while (i < len) {
		start = i;
		while (i < len && (unsigned char)s[i] < 0x80)
			i++;
		buf_add(b, s + start, i - start);
		raised = raised && i == start;
		if (i == len)
			break;
		i += utf8_decode(s + i, len - i, &ch);
		if (is_raised(ch) && !raised && b->len > 0 &&
		    (is_letter(b->s[b->len - 1]) || ends_in_digit(b)))
			buf_addc(b, '^');
		raised = is_raised(ch);
		if (ch == MU && i < len && is_letter(s[i]))
			buf_addc(b, 'u');
		else
			add_character(b, ch);
	}
}
