/* SPDX-License-Identifier: ISC */
/*
 * fuzz.h - what targets of libFuzzer share
 *
 * An input may have parts, with a line "%%%" between two.
 */
#ifndef LECTERN_TESTS_FUZZ_H
#define LECTERN_TESTS_FUZZ_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it so. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
require(int holds)
{
	if (!holds)
		abort();
}

/* Takes the first part off: its bytes from `*s`, their number; `*s` and `*len`
 * are what is left. */
static inline size_t
take_part(const char **s, size_t *len)
{
	static const char mark[] = "\n%%%\n";
	const char *p = memmem(*s, *len, mark, sizeof(mark) - 1);
	size_t n = p == NULL ? *len : (size_t)(p - *s);
	size_t skip = p == NULL ? n : n + sizeof(mark) - 1;

	*s += skip;
	*len -= skip;
	return n;
}

#endif
