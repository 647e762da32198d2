/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/block.h"
#include "base/xalloc.h"
#include "text/utf8.h"

enum {
	FORM_MAX = 128,  /* folded bytes of one character; the longest has 33 */
	CACHE_MAX = 512, /* a power of two: a script or two fit in */
};

/* What a character folds to, short ones: one slot for all of a remainder. */
struct fold_cache {
	struct {
		uint32_t ch; /* 0: empty */
		unsigned char len;
		char s[11];
	} slot[CACHE_MAX];
};

/* A character as UTF-8, folded. */
struct form {
	size_t len;
	char s[FORM_MAX];
};

void
fold_init(struct fold *f)
{
	memset(f, 0, sizeof(*f));
	buf_init(&f->text);
}

void
fold_release(struct fold *f)
{
	buf_release(&f->text);
	vec_release(&f->steps);
	free(f->cache);
	f->cache = NULL;
}

/* From the end of the folded text on, source bytes run on from `source`. */
static void
set_source(struct fold *f, uint32_t source)
{
	uint32_t at = (uint32_t)f->text.len;
	struct fold_step step = { at, source };
	struct fold_step *last = NULL;
	uint32_t expected = at;

	if (f->steps.n > 0) {
		last = &f->steps.v[f->steps.n - 1];
		expected = last->source + (at - last->folded);
	}
	if (expected == source)
		return;
	if (last != NULL && last->folded == at)
		*last = step;
	else
		vec_push(&f->steps, step);
}

/* The same for what is added next: a step of its own says where that before
 * it in the block ended. */
static void
go_on(struct fold *f, uint32_t source)
{
	uint32_t at = (uint32_t)f->text.len;
	struct fold_step ended = { at, f->end }, step = { at, source };

	if (at == 0 || f->text.s[at - 1] == '\n' || source == f->end) {
		set_source(f, source);
		return;
	}
	if (f->steps.n > 0 && f->steps.v[f->steps.n - 1].folded == at)
		f->steps.v[f->steps.n - 1] = ended;
	else
		vec_push(&f->steps, ended);
	vec_push(&f->steps, step);
}

static int
after_blank(const struct fold *f)
{
	return f->text.len > 0 && f->text.s[f->text.len - 1] == ' ';
}

/* The one character that stands for `ch` and its kin, or `ch`. */
static uint32_t
kin(uint32_t ch)
{
	switch (ch) {
	case 0x00b4: /* acute accent, in the place of an apostrophe */
	case 0x1ffd: /* the same, of Greek */
	case 0x02b9: /* modifier letters: prime, turned comma, apostrophe */
	case 0x02bb:
	case 0x02bc:
	case 0x2032: /* prime */
	case 0x2039: /* single angle quotes */
	case 0x203a:
		return '\'';
	case 0x00ab: /* guillemets */
	case 0x00bb:
	case 0x2033: /* double prime */
		return '"';
	case 0x2043: /* hyphen bullet */
	case 0x2212: /* minus */
		return '-';
	case 0x2044: /* fraction slash */
	case 0x2215: /* division slash */
		return '/';
	default:
		break;
	}
	if (ch >= 0x2010 && ch <= 0x2015)
		return '-';
	if (ch >= 0x2018 && ch <= 0x201b)
		return '\'';
	if (ch >= 0x201c && ch <= 0x201f)
		return '"';
	return uc_is_property_white_space(ch) ? ' ' : ch;
}

/*
 * Marks that a reader may leave out when typing, by canonical combining class:
 * overlays, points of Hebrew and Arabic, accents.  The classes between are
 * nukta, kana voicing, virama, and the vowels and tones of Thai and its kin.
 */
int
fold_drops(uint32_t ch)
{
	int class = uc_combining_class(ch);

	return class == 1 || (class >= 10 && class <= 36) || class >= 200 ||
	    uc_is_property_default_ignorable_code_point(ch);
}

static void
form_add(struct form *form, uint32_t ch)
{
	uint32_t folded[8];
	size_t n = sizeof(folded) / sizeof(folded[0]);
	int len;
	size_t i;

	if (u32_casefold(&ch, 1, NULL, NULL, folded, &n) != folded)
		return; /* no character folds to more than 3 */
	for (i = 0; i < n; i++) {
		len = u8_uctomb((uint8_t *)form->s + form->len, folded[i],
		    (ptrdiff_t)(FORM_MAX - form->len));
		if (len > 0)
			form->len += (size_t)len;
	}
}

static void
find_form(struct form *form, uint32_t ch)
{
	uint32_t parts[32];
	size_t n = sizeof(parts) / sizeof(parts[0]), i;

	form->len = 0;
	ch = kin(ch);
	if (u32_normalize(UNINORM_NFKD, &ch, 1, parts, &n) != parts)
		return; /* no character becomes more than 18 */
	for (i = 0; i < n; i++)
		if (!fold_drops(parts[i]))
			form_add(form, kin(parts[i]));
}

/* Appends what the character at `source` became. */
static void
add_form(struct fold *f, const char *s, size_t len, uint32_t source)
{
	size_t i, used;
	uint32_t ch;

	for (i = 0; i < len; i += used) {
		used = utf8_decode(s + i, len - i, &ch);
		if (ch == ' ' && after_blank(f))
			continue;
		set_source(f, source);
		buf_add(&f->text, s + i, used);
	}
}

/* Folds the character at `s`, which is not ASCII; returns its bytes. */
static size_t
add_character(struct fold *f, const char *s, size_t len, uint32_t source)
{
	struct fold_cache *cache = f->cache;
	struct form form;
	size_t used, slot;
	uint32_t ch;

	used = utf8_decode(s, len, &ch);
	if (ch >= 0x3400 && ch <= 0x9fff) { /* ideographs are what they are */
		buf_add(&f->text, s, used);
		return used;
	}
	if (cache == NULL)
		cache = f->cache = xcalloc(1, sizeof(*cache));
	slot = ch % CACHE_MAX;
	if (cache->slot[slot].ch != ch) {
		find_form(&form, ch);
		if (form.len > sizeof(cache->slot[slot].s)) {
			add_form(f, form.s, form.len, source);
			set_source(f, source + (uint32_t)used);
			return used;
		}
		cache->slot[slot].ch = ch;
		cache->slot[slot].len = (unsigned char)form.len;
		memcpy(cache->slot[slot].s, form.s, form.len);
	}
	add_form(f, cache->slot[slot].s, cache->slot[slot].len, source);
	set_source(f, source + (uint32_t)used);
	return used;
}

static unsigned char
fold_byte(unsigned char c)
{
	if (c < ' ' && c != '\n')
		return c == '\t' || (c >= '\v' && c <= '\r') ? ' ' : c;
	return (unsigned char)(c + ((c >= 'A' && c <= 'Z') << 5));
}

/* Folds bytes one by one, up to the first that is not ASCII. */
static size_t
add_bytes(struct fold *f, const char *s, size_t len, uint32_t source)
{
	char *to = buf_reserve(&f->text, len);
	int blank = after_blank(f);
	size_t i;

	for (i = 0; i < len && (unsigned char)s[i] < 0x80; i++) {
		unsigned char c = fold_byte((unsigned char)s[i]);

		if (c == ' ' && blank) {
			f->text.len = (size_t)(to - f->text.s);
			set_source(f, source + (uint32_t)i + 1);
			continue;
		}
		*to++ = (char)c;
		blank = c == ' ';
	}
	*to = '\0';
	f->text.len = (size_t)(to - f->text.s);
	return i;
}

/* Folds a block whose bytes become one each; 0, and nothing done, if some do
 * not. */
static int
add_block(struct fold *f, const char *s)
{
	unsigned spaces = block_spaces(s);
	unsigned bad = block_strange(s) |
	    (spaces & (spaces << 1 | (unsigned)after_blank(f)));
	char *to;

	if (bad != 0)
		return 0;
	to = buf_reserve(&f->text, BLOCK);
	block_lower(to, s);
	to[BLOCK] = '\0';
	f->text.len += BLOCK;
	return 1;
}

/* Folds ASCII; returns how many bytes of it there were. */
static size_t
add_ascii(struct fold *f, const char *s, size_t len, uint32_t source)
{
	size_t i = 0, n, done, back;
	int in_step = 0; /* the block before is there byte by byte */

	while (i < len) {
		n = len - i < BLOCK ? len - i : BLOCK;
		if (n < BLOCK && in_step) { /* take some of it again */
			back = BLOCK - n;
			i -= back;
			f->text.len -= back;
			n = BLOCK;
		}
		in_step = n == BLOCK && add_block(f, s + i);
		done = n;
		if (!in_step)
			done = add_bytes(f, s + i, n, source + (uint32_t)i);
		i += done;
		if (done < n)
			break;
	}
	return i;
}

void
fold_add(struct fold *f, const char *s, size_t len, uint32_t source)
{
	size_t i = 0;

	go_on(f, source);
	f->end = source + (uint32_t)len;
	while (i < len) {
		i += add_ascii(f, s + i, len - i, source + (uint32_t)i);
		while (i < len && (unsigned char)s[i] >= 0x80)
			i += add_character(
			    f, s + i, len - i, source + (uint32_t)i);
	}
}

void
fold_break(struct fold *f, uint32_t source)
{
	go_on(f, source);
	f->end = source;
	buf_addc(&f->text, '\n');
}

/* The first byte of the character that folded byte `at` is of. */
static size_t
first_byte(const struct fold *f, size_t at)
{
	assert(at <= f->text.len);
	while (at > 0 && ((unsigned char)f->text.s[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* How many steps are before `at`. */
static size_t
steps_before(const struct fold *f, size_t at)
{
	const struct fold_step *step = f->steps.v;
	size_t low = 0, high = f->steps.n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (step[mid].folded < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The source offset of `at` by the first `n` steps. */
static uint32_t
step_source(const struct fold *f, size_t n, size_t at)
{
	const struct fold_step *step;

	if (n == 0)
		return (uint32_t)at;
	step = &f->steps.v[n - 1];
	return step->source + ((uint32_t)at - step->folded);
}

uint32_t
fold_source(const struct fold *f, size_t at)
{
	at = first_byte(f, at);
	return step_source(f, steps_before(f, at + 1), at);
}

uint32_t
fold_source_end(const struct fold *f, size_t at)
{
	size_t n;

	at = first_byte(f, at);
	n = steps_before(f, at);
	if (n < f->steps.n && f->steps.v[n].folded == at)
		n++;
	return step_source(f, n, at);
}

char *
fold_string(const char *s, size_t len)
{
	struct fold f;
	size_t i = 0, n, start;
	const char *end;
	char *out;

	fold_init(&f);
	while (i < len) {
		end = memchr(s + i, '\n', len - i);
		n = end != NULL ? (size_t)(end - (s + i)) : len - i;
		fold_add(&f, s + i, n, (uint32_t)i);
		fold_add(&f, " ", 1, (uint32_t)(i + n));
		i += n + 1;
	}
	start = f.text.s[0] == ' ';
	n = f.text.len - start;
	if (n > 0 && f.text.s[start + n - 1] == ' ')
		n--;
	out = xstrndup(f.text.s + start, n);
	fold_release(&f);
	return out;
}

void
fold_initial(struct buf *b, const char *folded)
{
	uint32_t ch;

	if (folded[0] == '\0')
		return;
	utf8_decode(folded, strlen(folded), &ch);
	if (uc_is_property_alphabetic(ch) && !uc_is_property_ideographic(ch))
		utf8_encode(b, uc_toupper(ch));
}
