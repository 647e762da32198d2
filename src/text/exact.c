/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/exact.h"

#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/xalloc.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A character's traits: bit 0 a capital, the others a sum over its marks, in
 * which their order is lost as it is in what is equal by canonical rules. */
enum { CAPITAL = 1, MARKS_MAX = 30 };

static uint32_t
mark_trait(uint32_t ch)
{
	return ch * 2654435769U << 1;
}

static int
is_mark(uint32_t ch)
{
	return ch >= 0x80 && fold_drops(ch) && uc_combining_class(ch) != 0;
}

/* The traits of the character at `s`, the marks behind it included. */
static uint32_t
trait_at(const char *s, size_t len)
{
	uint32_t parts[32], ch, trait = 0;
	size_t n = sizeof(parts) / sizeof(parts[0]), i, at;

	at = utf8_decode(s, len, &ch);
	if (ch < 0x80)
		trait = ch >= 'A' && ch <= 'Z' ? CAPITAL : 0;
	else if (uc_tolower(ch) != ch)
		trait = CAPITAL;
	if (ch >= 0x80 &&
	    u32_normalize(UNINORM_NFD, &ch, 1, parts, &n) == parts) {
		for (i = 0; i < n; i++)
			trait += is_mark(parts[i]) ? mark_trait(parts[i]) : 0;
	}
	for (i = 0; i < MARKS_MAX && at < len; i++) {
		at += utf8_decode(s + at, len - at, &ch);
		if (!fold_drops(ch))
			break;
		trait += is_mark(ch) ? mark_trait(ch) : 0;
	}
	return trait;
}

/* The needle's folded bytes, in step with those of fold_string(). */
static void
take_traits(struct exact *e, const struct fold *f, const char *s, size_t len)
{
	size_t i, skip = f->text.len > 0 && f->text.s[0] == ' ';

	for (i = 0; i < e->n; i++) {
		size_t at = fold_source(f, skip + i);

		e->trait[i] = at < len ? trait_at(s + at, len - at) : 0;
		e->has_case |= (e->trait[i] & CAPITAL) != 0;
		e->has_marks |= e->trait[i] > CAPITAL;
	}
}

void
exact_init(struct exact *e, const char *needle, size_t len)
{
	struct fold f;
	char *line = xstrndup(needle, len);
	size_t i;

	memset(e, 0, sizeof(*e));
	for (i = 0; i < len; i++) {
		if (line[i] == '\n')
			line[i] = ' ';
	}
	e->folded = fold_string(line, len);
	e->n = strlen(e->folded);
	e->trait = xcalloc(e->n + 1, sizeof(*e->trait));
	fold_init(&f);
	fold_add(&f, line, len, 0);
	take_traits(e, &f, line, len);
	fold_release(&f);
	free(line);
}

void
exact_release(struct exact *e)
{
	free(e->folded);
	free(e->trait);
}

int
exact_fits(
    const struct exact *e, const struct exact_text *t, size_t at, int with_case)
{
	size_t i, from;
	uint32_t want, is;

	if (!e->has_marks && !(e->has_case && with_case))
		return 1;
	for (i = 0; i < e->n; i++) {
		from = fold_source(t->f, at + i);
		is =
		    from < t->len ? trait_at(t->text + from, t->len - from) : 0;
		want = e->trait[i];
		if (want > CAPITAL && (want | CAPITAL) != (is | CAPITAL))
			return 0;
		if (e->has_case && with_case &&
		    (want & CAPITAL) != (is & CAPITAL))
			return 0;
	}
	return 1;
}
