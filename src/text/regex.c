/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/regex.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/xalloc.h"

enum {
	STEPS_MIN = 20000, /* for any text, however short ... */
	STEPS_BYTE = 50,   /* ... and for each byte more */
	DEPTH_MAX = 5000,  /* of backtracking within backtracking */
	HEAP_KIB = 8192,
};

struct regex {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
};

/* 1 if the expression has a capital that is no escape's name. */
static int
has_capital(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (s[i] == '\\')
			i++;
		else if (isupper((unsigned char)s[i]))
			return 1;
	}
	return 0;
}

/* The offset counts bytes; people count characters. */
static void
explain(struct buf *why, const char *pattern, size_t at, int error)
{
	PCRE2_UCHAR text[128];
	size_t i, chars = 1;

	if (pcre2_get_error_message(error, text, sizeof(text)) < 0)
		text[0] = '\0';
	for (i = 0; i < at; i++)
		chars += ((unsigned char)pattern[i] & 0xc0) != 0x80;
	buf_printf(why, "%s at character %zu", (const char *)text, chars);
}

static void *
get_memory(PCRE2_SIZE size, void *arg)
{
	(void)arg;
	return xmalloc(size);
}

static void
free_memory(void *p, void *arg)
{
	(void)arg;
	free(p);
}

static pcre2_code *
compile(const char *pattern, size_t len, pcre2_general_context *memory,
    struct buf *why)
{
	uint32_t options =
	    PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C;
	pcre2_compile_context *context = pcre2_compile_context_create(memory);
	pcre2_code *code;
	PCRE2_SIZE at = 0;
	int error = 0;

	if (!has_capital(pattern, len))
		options |= PCRE2_CASELESS;
	pcre2_set_max_pattern_length(context, REGEX_LEN_MAX);
	pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	code = pcre2_compile(
	    (PCRE2_SPTR)pattern, len, options, &error, &at, context);
	pcre2_compile_context_free(context);
	if (code == NULL)
		explain(why, pattern, at < len ? at : len, error);
	return code;
}

struct regex *
regex_new(const char *pattern, size_t len, struct buf *why)
{
	pcre2_general_context *memory =
	    pcre2_general_context_create(get_memory, free_memory, NULL);
	pcre2_code *code = compile(pattern, len, memory, why);
	struct regex *r = NULL;

	if (code != NULL) {
		r = xcalloc(1, sizeof(*r));
		r->code = code;
		r->data = pcre2_match_data_create(1, memory);
		r->limits = pcre2_match_context_create(memory);
		pcre2_set_depth_limit(r->limits, DEPTH_MAX);
		pcre2_set_heap_limit(r->limits, HEAP_KIB);
	}
	pcre2_general_context_free(memory);
	return r;
}

void
regex_free(struct regex *r)
{
	if (r == NULL)
		return;
	pcre2_match_context_free(r->limits);
	pcre2_match_data_free(r->data);
	pcre2_code_free(r->code);
	free(r);
}

static uint32_t
steps_for(size_t len)
{
	size_t steps = STEPS_MIN + STEPS_BYTE * (len < 1000000 ? len : 1000000);

	return (uint32_t)steps;
}

enum regex_result
regex_find(struct regex *r, const char *s, size_t len, size_t from,
    struct regex_span *found)
{
	const PCRE2_SIZE *at;
	int result;

	if (from > len)
		return REGEX_NONE;
	pcre2_set_match_limit(r->limits, steps_for(len));
	result = pcre2_match(r->code, (PCRE2_SPTR)s, len, from,
	    PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, r->data, r->limits);
	if (result == PCRE2_ERROR_NOMATCH)
		return REGEX_NONE;
	if (result < 0)
		return REGEX_COSTLY;
	at = pcre2_get_ovector_pointer(r->data);
	/* \K can set the start behind the end. */
	if (at[0] >= at[1] || at[0] < from)
		return REGEX_NONE;
	found->start = at[0];
	found->end = at[1];
	return REGEX_FOUND;
}
