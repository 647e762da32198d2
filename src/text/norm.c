/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/norm.h"

#include <stdint.h>
#include <stdlib.h>

#include <unicase.h>
#include <uninorm.h>

#include "base/buf.h"

/* libunistring gives NULL for what is not UTF-8: that stays as it is. */
static void
add_result(
    struct buf *b, uint8_t *out, size_t out_len, const char *s, size_t len)
{
	if (out == NULL)
		buf_add(b, s, len);
	else
		buf_add(b, out, out_len);
	free(out);
}

void
text_compose(struct buf *b, const char *s, size_t len)
{
	size_t n = 0;
	uint8_t *out =
	    u8_normalize(UNINORM_NFC, (const uint8_t *)s, len, NULL, &n);

	add_result(b, out, n, s, len);
}

void
text_fold_case(struct buf *b, const char *s, size_t len)
{
	size_t n = 0;
	uint8_t *out =
	    u8_casefold((const uint8_t *)s, len, NULL, UNINORM_NFC, NULL, &n);

	add_result(b, out, n, s, len);
}
