/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/breaks.h"

#include <stdint.h>
#include <string.h>

#include <unictype.h>
#include <unilbrk.h>

#include "text/utf8.h"
#include "text/width.h"

/* Classes of UAX 14, table 1, as far as ASCII and what is frequent beside it in
 * western text have them. */
enum class {
	XX, /* none of these: control characters */
	SP, /* blank */
	NL, /* newline */
	AL, /* letters and what behaves like one */
	NU, /* digits */
	QU, /* quotes */
	QF, /* quotes that end what is quoted: the same, but before a word */
	OP, /* opening brackets */
	CP, /* closing brackets */
	CL, /* closing brace */
	EX, /* ! ? */
	IS, /* , . : ; */
	SY, /* / */
	PR, /* before or after a number: $ + \ % */
	BA, /* | */
	HY, /* - */
	HB, /* - or / or . that begins a word */
	START,
	CLASS_COUNT
};

/* clang-format off */
static const unsigned char class_of[256] = {
	XX, XX, XX, XX, XX, XX, XX, XX,   XX, XX, NL, XX, XX, XX, XX, XX,
	XX, XX, XX, XX, XX, XX, XX, XX,   XX, XX, XX, XX, XX, XX, XX, XX,
	SP, EX, QU, AL, PR, PR, AL, QU,   OP, CP, AL, PR, IS, HY, IS, SY,
	NU, NU, NU, NU, NU, NU, NU, NU,   NU, NU, IS, IS, AL, AL, AL, EX,
	AL, AL, AL, AL, AL, AL, AL, AL,   AL, AL, AL, AL, AL, AL, AL, AL,
	AL, AL, AL, AL, AL, AL, AL, AL,   AL, AL, AL, OP, PR, CP, AL, AL,
	AL, AL, AL, AL, AL, AL, AL, AL,   AL, AL, AL, AL, AL, AL, AL, AL,
	AL, AL, AL, AL, AL, AL, AL, AL,   AL, AL, AL, OP, BA, CL, AL, XX,
};

#define BIT(class) (1u << (class))

/* Before which classes a line may end directly behind a class. */
static const uint32_t direct[CLASS_COUNT] = {
	[CP] = BIT(OP),
	[CL] = BIT(OP) | BIT(AL) | BIT(NU),
	[EX] = BIT(OP) | BIT(AL) | BIT(NU) | BIT(PR),
	[IS] = BIT(OP),
	[SY] = BIT(OP) | BIT(AL) | BIT(PR),
	[PR] = BIT(PR),
	[BA] = BIT(OP) | BIT(AL) | BIT(NU) | BIT(PR),
	[HY] = BIT(OP) | BIT(AL) | BIT(PR),
};

/* The same where blanks stand between: not before what closes or follows. */
#define QUOTES (BIT(QU) | BIT(QF))
#define OPENS (QUOTES | BIT(AL) | BIT(PR) | BIT(HY) | BIT(NU) | BIT(BA))
#define ANY (OPENS | BIT(OP))
static const uint32_t spaced[CLASS_COUNT] = {
	[AL] = ANY, [NU] = ANY, [QU] = OPENS, [QF] = OPENS, [CP] = ANY, [CL] = ANY,
	[EX] = ANY, [IS] = ANY, [SY] = ANY, [PR] = ANY, [BA] = ANY,
	[HY] = ANY, [HB] = ANY,
};
/* clang-format on */

/* A hyphen, slash or full stop directly behind one of these begins a word. */
#define WORD_BEGINS (BIT(START) | BIT(OP) | BIT(QU) | BIT(HB))

static int
is_ascii_alnum(char c)
{
	return (c >= '0' && c <= '9') ||
	    ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* 1 if a path begins at `i`, behind a blank: /usr, ./configure, ../a, .rc */
static int
path_begins(const char *s, size_t len, size_t i)
{
	size_t before = i, next = i + 1;

	if (s[i] != '.' && s[i] != '/')
		return 0;
	while (before > 0 && s[before - 1] == ' ')
		before--;
	if (before == 0 || before == i ||
	    strchr("\n\"'([{", s[before - 1]) != NULL)
		return 0;
	if (s[i] == '.' && next < len && s[next] == '.')
		next++;
	if (next >= len)
		return 0;
	if (next > i + 1)
		return s[next] == '/';
	return is_ascii_alnum(s[next]) || s[next] == '/';
}

/* 1 if a sign that may lead a word does: behind a blank, a bracket or another
 * such. */
static int
leads_word(unsigned class, char sign, const uint32_t *may, unsigned prev)
{
	return (class == HY || class == SY || sign == '.') &&
	    (may == spaced || (WORD_BEGINS & BIT(prev)) != 0);
}

/* The class of a character beyond ASCII that takes one column, and its length;
 * XX for one that the tables here do not know. */
static unsigned
class_beyond(const char *s, size_t len, size_t *used)
{
	uint32_t ch;

	*used = utf8_decode(s, len, &ch);
	if (ch == 0x201c || ch == 0x2018)
		return QU;
	if (ch == 0x201d || ch == 0x2019)
		return QF;
	if (ch == 0x2013) /* en dash */
		return BA;
	return ch >= 0xc0 && ch < 0x180 && ch != 0xd7 && ch != 0xf7 ? AL : XX;
}

/* 1 if a line may end before the character at `i`, given what is before. */
static inline int
may_end(const char *s, size_t len, size_t i, uint32_t before, int is_spaced)
{
	return before != 0 || (is_spaced && path_begins(s, len, i));
}

/* Letters of ASCII and the like at the start of `s`: none has a break before
 * it where one precedes it. */
static size_t
letters(const char *s, size_t len)
{
	size_t n = 0;

	while (n < len && class_of[(unsigned char)s[n]] == AL)
		n++;
	return n;
}

/* Returns TEXT_ANY, with `breaks` half filled, where there is more. */
static enum text_kind
simple_breaks(const char *s, size_t len, char *breaks)
{
	enum text_kind kind = TEXT_ASCII;
	const uint32_t *may = direct;
	unsigned prev = START;
	size_t i, used = 1;

	memset(breaks, BREAK_NONE, len);
	for (i = 0; i < len; i += used) {
		unsigned class = class_of[(unsigned char)s[i]];

		used = 1;
		if (class == XX) {
			class = class_beyond(s + i, len - i, &used);
			kind = TEXT_NARROW;
		}
		if (class == XX)
			return TEXT_ANY;
		if (class == SP) {
			may = spaced;
			continue;
		}
		if (class == NL) {
			breaks[i] = BREAK_MUST;
			class = START;
		} else {
			if (may_end(s, len, i, may[prev] & BIT(class),
				may == spaced))
				breaks[i] = BREAK_MAY;
			if (leads_word(class, s[i], may, prev))
				class = HB;
			if (class == AL)
				used += letters(s + i + used, len - i - used);
		}
		prev = class;
		may = direct;
	}
	return kind;
}

/* 1 if a sign behind the `n` bytes at `s` begins a word. */
static int
word_begins(const char *s, size_t n)
{
	uint32_t ch;
	size_t i;

	if (n == 0)
		return 1;
	for (i = n - 1; i > 0 && ((unsigned char)s[i] & 0xc0) == 0x80; i--)
		;
	utf8_decode(s + i, n - i, &ch);
	if (ch < 0x80)
		return ch <= ' ' || strchr("\"'([{", (int)ch) != NULL;
	return uc_is_property_white_space(ch) ||
	    uc_is_general_category_withtable(
		ch, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
}

/* 1 if the character at `s` is one that LB29 joins to a full stop. */
static int
is_letter(const char *s, size_t len)
{
	uint32_t ch;

	utf8_decode(s, len, &ch);
	if (ch < 0x80)
		return class_of[ch] == AL || class_of[ch] == PR;
	return uc_is_property_alphabetic(ch) && text_width_char(ch) == 1 &&
	    ch < 0xff00;
}

static int
is_leader(char c)
{
	return c == '-' || c == '/' || c == '.';
}

/* 1 if our first two rules forbid a break at `i` > 0, where UAX 14 has one. */
static int
forbidden(const char *s, size_t len, size_t i)
{
	size_t n = i;

	if (is_leader(s[i - 1])) {
		while (n > 0 && is_leader(s[n - 1]))
			n--;
		if (word_begins(s, n))
			return 1;
	}
	return strchr(",.:;", s[i - 1]) != NULL && is_letter(s + i, len - i);
}

void
text_breaks_any(const char *s, size_t len, char *breaks)
{
	size_t i;

	u8_possible_linebreaks((const uint8_t *)s, len, "UTF-8", breaks);
	for (i = 0; i < len; i++) {
		char at = BREAK_NONE;

		if (breaks[i] == UC_BREAK_MANDATORY)
			at = BREAK_MUST;
		else if (breaks[i] == UC_BREAK_POSSIBLE && i > 0)
			at = forbidden(s, len, i) ? BREAK_NONE : BREAK_MAY;
		else if (path_begins(s, len, i))
			at = BREAK_MAY;
		breaks[i] = at;
	}
}

enum text_kind
text_breaks(const char *s, size_t len, char *breaks)
{
	enum text_kind kind = simple_breaks(s, len, breaks);

	if (kind == TEXT_ANY)
		text_breaks_any(s, len, breaks);
	return kind;
}
