/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/form.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/norm.h"
#include "text/utf8.h"

/* Articles by language, each between blanks. */
static const struct {
	char lang[3];
	const char *words;
} articles[] = {
	{ "en", " the a an " },
	{ "de", " der die das den dem des ein eine einen einem einer eines " },
	{ "es", " el la los las un una unos unas " },
	{ "fr", " le la les un une des " },
	{ "it", " il lo la i gli le un uno una " },
	{ "nl", " de het een " },
	{ "pt", " o a os as um uma uns umas " },
};

static const char *
articles_of(const char *lang)
{
	size_t i;

	if (lang == NULL || *lang == '\0')
		lang = "en";
	for (i = 0; i < sizeof(articles) / sizeof(articles[0]); i++) {
		if (strncmp(lang, articles[i].lang, 2) == 0 &&
		    (lang[2] == '\0' || lang[2] == '-'))
			return articles[i].words;
	}
	return "";
}

static int
is_article(const char *word, size_t len, unsigned flags, const char *list)
{
	char key[16];
	size_t i;

	if (len + 3 > sizeof(key))
		return 0;
	if ((flags & FORM_AUTHOR) && len == 1 && *word == 'A')
		return 0;
	key[0] = ' ';
	for (i = 0; i < len; i++) {
		int upper = word[i] >= 'A' && word[i] <= 'Z';

		key[i + 1] = (char)(upper ? word[i] - 'A' + 'a' : word[i]);
	}
	key[len + 1] = ' ';
	key[len + 2] = '\0';
	return strstr(list, key) != NULL;
}

static int
is_blank(uint32_t ch)
{
	return ch == ' ' || (ch >= '\t' && ch <= '\r') || ch == 0xa0 ||
	    ch == 0x1680 || (ch >= 0x2000 && ch <= 0x200a) || ch == 0x2028 ||
	    ch == 0x2029 || ch == 0x202f || ch == 0x205f || ch == 0x3000;
}

static int
is_hyphen(uint32_t ch)
{
	return ch == '-' || (ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212;
}

/* Characters that nobody sees: soft hyphen, zero width, byte order mark. */
static int
is_unseen(uint32_t ch)
{
	return ch == 0xad || (ch >= 0x200b && ch <= 0x200d) || ch == 0x2060 ||
	    ch == 0xfeff;
}

static int
is_digit(uint32_t ch)
{
	return ch >= '0' && ch <= '9';
}

/* Anything that a word is made of, for all that this file does with it. */
static int
is_letter(uint32_t ch)
{
	return ch > ' ' && !is_blank(ch) && !is_digit(ch) && !is_hyphen(ch);
}

static void
put_hyphen(struct buf *b, uint32_t before, uint32_t after, unsigned flags)
{
	int starts = before == 0 || is_blank(before);

	if (starts && is_digit(after))
		buf_addc(b, '-');
	else if (!(flags & FORM_JOIN) || !is_letter(before) ||
	    !is_letter(after))
		buf_addc(b, ' ');
}

/* Does the character part words, wherever it stands? */
static int
is_gap(uint32_t ch, unsigned flags)
{
	return is_blank(ch) ||
	    (!(flags & FORM_WHOLE) && (ch == ',' || ch == ';'));
}

static int
is_full_stop(uint32_t ch)
{
	return ch == '.' || ch == 0x3002;
}

/* One character of the answer between its neighbours; 0 at the ends. */
static void
put_char(struct buf *b, const uint32_t ch[3], unsigned flags)
{
	uint32_t c = ch[1];
	int in_number = is_digit(ch[0]) && is_digit(ch[2]);

	if (is_unseen(c))
		return;
	if (is_gap(c, flags) && !(in_number && !is_blank(c)))
		buf_addc(b, ' ');
	else if (c == 0x2018 || c == 0x2019 || c == 0x2bc)
		buf_addc(b, '\'');
	else if (is_hyphen(c) && !(flags & FORM_WHOLE))
		put_hyphen(b, ch[0], ch[2], flags);
	else if (!is_full_stop(c) || in_number || (flags & FORM_WHOLE))
		utf8_encode(b, c);
}

/* Drops full stops, hyphens and commas; every blank becomes a plain one. */
static void
put_plain(struct buf *b, const struct buf *in, unsigned flags)
{
	uint32_t ch[3] = { 0, 0, 0 };
	size_t at = 0;

	if (in->len == 0)
		return;
	at += utf8_decode(in->s, in->len, &ch[1]);
	while (ch[1] != 0) {
		ch[2] = 0;
		if (at < in->len)
			at += utf8_decode(in->s + at, in->len - at, &ch[2]);
		put_char(b, ch, flags);
		ch[0] = ch[1];
		ch[1] = ch[2];
	}
}

/* The words of `in`, one blank between two; an article goes where another
 * word follows it. */
static void
put_words(struct buf *b, const char *in, unsigned flags, const char *list)
{
	const char *end, *next;

	for (in += strspn(in, " "); *in != '\0'; in = next) {
		end = in + strcspn(in, " ");
		next = end + strspn(end, " ");
		if (!(flags & (FORM_ARTICLES | FORM_WHOLE)) && *next != '\0' &&
		    is_article(in, (size_t)(end - in), flags, list))
			continue;
		if (b->len > 0)
			buf_addc(b, ' ');
		buf_add(b, in, (size_t)(end - in));
	}
}

static void
split(struct form *f)
{
	char *s, *end;

	buf_add(&f->storage, f->text.s, f->text.len);
	for (s = f->storage.s; *s != '\0'; s = end) {
		vec_push(&f->word, s);
		end = s + strcspn(s, " ");
		if (*end == ' ')
			*end++ = '\0';
	}
}

static void
read_text(
    struct form *f, const char *s, size_t len, unsigned flags, const char *lang)
{
	struct buf composed = BUF_INIT, plain = BUF_INIT, words = BUF_INIT;

	text_compose(&composed, s, len);
	put_plain(&plain, &composed, flags);
	put_words(&words, plain.s, flags, articles_of(lang));
	if (flags & FORM_CASE)
		buf_add(&f->text, words.s, words.len);
	else
		text_fold_case(&f->text, words.s, words.len);
	buf_release(&composed);
	buf_release(&plain);
	buf_release(&words);
}

/* Where nothing is left but what is dropped, that was the answer. */
void
form_init(
    struct form *f, const char *s, size_t len, unsigned flags, const char *lang)
{
	memset(f, 0, sizeof(*f));
	buf_init(&f->text);
	buf_init(&f->storage);
	read_text(f, s, len, flags, lang);
	if (f->text.len == 0)
		read_text(f, s, len, flags | FORM_WHOLE, lang);
	split(f);
}

void
form_release(struct form *f)
{
	buf_release(&f->text);
	buf_release(&f->storage);
	vec_release(&f->word);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **
sorted(const struct form *f)
{
	char **v = xcalloc(f->word.n, sizeof(*v));

	memcpy(v, f->word.v, f->word.n * sizeof(*v));
	qsort(v, f->word.n, sizeof(*v), by_text);
	return v;
}

int
form_same_words(const struct form *a, const struct form *b)
{
	char **va, **vb;
	size_t i, n = a->word.n;

	if (n != b->word.n || n == 0)
		return 0;
	va = sorted(a);
	vb = sorted(b);
	for (i = 0; i < n && strcmp(va[i], vb[i]) == 0; i++)
		continue;
	free(va);
	free(vb);
	return i == n;
}

/*
 * On a mismatch the last asterisk takes one byte more; no earlier one need be
 * tried again, so the time is at most the product of the lengths.  Bytes are
 * enough: both are UTF-8.
 */
int
form_glob(const char *pattern, const char *text)
{
	const char *star = NULL, *from = NULL;

	while (*text != '\0') {
		int escaped = pattern[0] == '\\' && pattern[1] == '*';

		if (!escaped && *pattern == '*') {
			star = ++pattern;
			from = text;
		} else if (*pattern != '\0' && pattern[escaped] == *text) {
			pattern += 1 + escaped;
			text++;
		} else if (star != NULL) {
			pattern = star;
			text = ++from;
		} else {
			return 0;
		}
	}
	return pattern[strspn(pattern, "*")] == '\0';
}
