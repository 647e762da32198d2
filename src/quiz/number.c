/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

enum { DIGITS_MAX = 300 }; /* of a number that is worth reading */

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t
digits(const char *s)
{
	size_t n = 0;

	while (is_digit(s[n]))
		n++;
	return n;
}

/* An exponent needs digits: "5e" is 5 and a unit e. */
static size_t
exponent(const char *s)
{
	size_t sign, n;

	if (*s != 'e' && *s != 'E')
		return 0;
	sign = s[1] == '-' || s[1] == '+';
	n = digits(s + 1 + sign);
	return n == 0 ? 0 : 1 + sign + n;
}

/* Digits with at most one point, and an exponent; 0 when there is no digit. */
static size_t
decimal(const char *s)
{
	size_t whole = digits(s), part = 0;

	if (s[whole] == '.')
		part = digits(s + whole + 1);
	if (whole + part == 0)
		return 0;
	if (s[whole] == '.')
		whole += 1 + part;
	return whole + exponent(s + whole);
}

/* strtod with a point for the decimal point, whatever the locale says. */
static int
convert(const char *s, double *out)
{
	locale_t c = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0);
	char *end;

	if (c == (locale_t)0)
		return -1;
	*out = strtod_l(s, &end, c);
	freelocale(c);
	return *end == '\0' && isfinite(*out) ? 0 : -1;
}

int
number_parse(const char *s, double *out)
{
	size_t sign = *s == '-' || *s == '+', n = decimal(s + sign);

	if (n == 0 || n > DIGITS_MAX || s[sign + n] != '\0')
		return -1;
	return convert(s, out);
}

static size_t
typed_sign(const char *s, int *minus)
{
	*minus = *s == '-';
	if (*s == '-' || *s == '+')
		return 1;
	*minus = strncmp(s, "\xe2\x88\x92", 3) == 0;
	return *minus ? 3 : 0;
}

/* Is there a second comma or point with digits, as in "1,500,000"? */
static int
goes_on(const char *s)
{
	return (*s == ',' || *s == '.') && is_digit(s[1]);
}

/*
 * A decimal comma, which for others parts thousands: "1,500" may be either,
 * "0,500" and "1,50" may not.  Writes the number with a point.
 */
static int
with_comma(const char *s, size_t whole, char *out)
{
	size_t part = digits(s + whole + 1), n = whole + 1 + part;

	if (goes_on(s + n))
		return -1;
	if (part == 3 && whole >= 1 && whole <= 3 && *s != '0')
		return -1;
	n += exponent(s + n);
	if (n > DIGITS_MAX)
		return 0;
	memcpy(out, s, n);
	out[whole] = '.';
	out[n] = '\0';
	return (int)n;
}

static int
with_point(const char *s, char *out)
{
	size_t n = decimal(s);

	if (n > DIGITS_MAX)
		return 0;
	if (goes_on(s + n))
		return -1;
	memcpy(out, s, n);
	out[n] = '\0';
	return (int)n;
}

/* A whole number of at most 15 digits, which a double holds; 0 bytes: none. */
static size_t
whole_number(const char *s, double *out)
{
	size_t i, n = digits(s);

	*out = 0;
	if (n > 15)
		return 0;
	for (i = 0; i < n; i++)
		*out = *out * 10 + (s[i] - '0');
	return n;
}

/* "1/2", and nothing that goes on like a date or a decimal. */
static size_t
quotient(const char *s, double *out)
{
	double over, under;
	size_t n = whole_number(s, &over), m;

	if (n == 0 || s[n] != '/')
		return 0;
	m = whole_number(s + n + 1, &under);
	if (m == 0 || under == 0 || s[n + 1 + m] == '/' ||
	    goes_on(s + n + 1 + m))
		return 0;
	*out = over / under;
	return n + 1 + m;
}

int
number_typed(const char *s, double *out)
{
	char text[DIGITS_MAX + 1];
	int minus, n;
	size_t sign = typed_sign(s, &minus), whole;

	s += sign;
	n = (int)quotient(s, out);
	if (n == 0) {
		whole = digits(s);
		if (s[whole] == ',' && is_digit(s[whole + 1]))
			n = with_comma(s, whole, text);
		else
			n = with_point(s, text);
		if (n <= 0)
			return n;
		if (convert(text, out) == -1)
			return 0;
	}
	if (minus)
		*out = -*out;
	return (int)sign + n;
}

void
number_add(struct buf *b, double x)
{
	char text[400]; /* the longest double has 309 digits */
	int n = snprintf(text, sizeof(text), "%.2f", x);

	while (n > 0 && text[n - 1] == '0')
		n--;
	if (n > 0 && !is_digit(text[n - 1]))
		n--;
	if (n == 2 && memcmp(text, "-0", 2) == 0)
		buf_addc(b, '0');
	else
		buf_add(b, text, (size_t)n);
}
