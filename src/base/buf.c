/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

char buf_empty[1];

void
buf_init(struct buf *b)
{
	b->s = buf_empty;
	b->len = b->cap = 0;
}

void
buf_release(struct buf *b)
{
	if (b->cap != 0)
		free(b->s);
	buf_init(b);
}

void
buf_reset(struct buf *b)
{
	buf_truncate(b, 0);
}

void
buf_truncate(struct buf *b, size_t len)
{
	assert(len <= b->len);
	b->len = len;
	if (b->cap != 0)
		b->s[len] = '\0';
}

char *
buf_grow(struct buf *b, size_t more)
{
	size_t need, cap;

	if (more >= SIZE_MAX / 4 - b->len)
		more = SIZE_MAX / 4; /* malloc refuses: out of memory */
	need = b->len + more + 1;
	cap = b->cap < 64 ? 64 : b->cap + b->cap / 2;
	if (cap < need)
		cap = need;
	b->s = xreallocarray(b->cap == 0 ? NULL : b->s, cap, 1);
	b->cap = cap;
	b->s[b->len] = '\0';
	return b->s + b->len;
}

void
buf_expect(struct buf *b, size_t len)
{
	if (b->cap != 0 || len == 0)
		return;
	b->s = xexpect(len + 1);
	b->cap = len + 1;
	b->s[0] = '\0';
}

void
buf_add(struct buf *b, const void *data, size_t len)
{
	if (len == 0)
		return;
	memcpy(buf_reserve(b, len), data, len);
	b->len += len;
	b->s[b->len] = '\0';
}

void
buf_adds(struct buf *b, const char *s)
{
	buf_add(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
	char *p = buf_reserve(b, 1);

	p[0] = c;
	p[1] = '\0';
	b->len++;
}

void
buf_fill(struct buf *b, char c, int n)
{
	if (n <= 0)
		return;
	memset(buf_reserve(b, (size_t)n), c, (size_t)n);
	b->len += (size_t)n;
	b->s[b->len] = '\0';
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	buf_adds(b, s);
	free(s);
}

char *
buf_detach(struct buf *b)
{
	char *s = b->cap != 0 ? b->s : xstrdup("");

	buf_init(b);
	return s;
}
