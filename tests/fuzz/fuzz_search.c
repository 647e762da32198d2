/* SPDX-License-Identifier: ISC */
/*
 * fuzz_search.c - any bytes as what is searched for, and as the text; a target
 * of libFuzzer
 *
 * Behind a line "%%%" lies the text.  Whatever the bytes are, an expression
 * compiles or is refused with a reason, what is found lies within the text in
 * order, folding folded text changes nothing, and every folded byte has a
 * place that it came from.
 */
#include "config.h"

#include "base/buf.h"
#include "fuzz.h"
#include "text/exact.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/regex.h"
#include "text/utf8.h"

static void
check_regex(const struct buf *pattern, const struct buf *text)
{
	struct buf why = BUF_INIT;
	struct regex *r = regex_new(pattern->s, pattern->len, &why);
	struct regex_span found;
	size_t from = 0;

	require((r == NULL) == (why.len > 0));
	require(text_is_clean(why.s, why.len));
	while (r != NULL &&
	    regex_find(r, text->s, text->len, from, &found) == REGEX_FOUND) {
		require(found.start >= from && found.start < found.end);
		require(found.end <= text->len);
		from = found.end;
	}
	regex_free(r);
	buf_release(&why);
}

static void
check_fold(const struct buf *text)
{
	struct fold once, twice;
	size_t i;
	uint32_t last = 0;

	fold_init(&once);
	fold_init(&twice);
	fold_add(&once, text->s, text->len, 0);
	fold_add(&twice, once.text.s, once.text.len, 0);
	require(once.text.len == twice.text.len);
	require(memcmp(once.text.s, twice.text.s, once.text.len) == 0);
	for (i = 0; i <= once.text.len; i++) {
		uint32_t at = fold_source(&once, i);

		require(at >= last && at <= text->len);
		last = at;
	}
	fold_release(&once);
	fold_release(&twice);
}

/* As a search finds it: in the folded text, then exactly. */
static void
check_exact(const struct buf *needle, const struct buf *text)
{
	struct exact e;
	struct fold f;
	struct exact_text t = { &f, text->s, text->len };
	const char *p;
	size_t at = 0;

	exact_init(&e, needle->s, needle->len);
	fold_init(&f);
	fold_add(&f, text->s, text->len, 0);
	while (e.n > 0 &&
	    (p = match_find(f.text.s + at, f.text.len - at, e.folded, e.n)) !=
		NULL) {
		at = (size_t)(p - f.text.s);
		require(at + e.n <= f.text.len);
		exact_fits(&e, &t, at, 0);
		exact_fits(&e, &t, at, 1);
		at += e.n;
	}
	fold_release(&f);
	exact_release(&e);
}

static void
check_match(const struct buf *needle, const struct buf *text)
{
	char *a = fold_string(needle->s, needle->len);
	char *b = fold_string(text->s, text->len);

	require(match_fuzzy(a, b) >= 0);
	require(match_distance(a, b, 3) == match_distance(b, a, 3));
	require(match_distance(a, a, 3) == 0);
	free(a);
	free(b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *needle = (const char *)data, *s = needle;
	struct buf clean = BUF_INIT, text = BUF_INIT;
	size_t len = size, n = take_part(&s, &len);

	text_clean(&clean, needle, n);
	text_clean(&text, s, len);
	check_regex(&clean, &text);
	check_fold(&text);
	check_exact(&clean, &text);
	check_match(&clean, &text);
	buf_release(&clean);
	buf_release(&text);
	return 0;
}
