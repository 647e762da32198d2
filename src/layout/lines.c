/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/lines.h"

#include <string.h>

#include "layout/builder.h"
#include "layout/context.h"
#include "layout/inline.h"
#include "layout/para.h"
#include "text/rich.h"

struct lines
lines_set(struct arena *a, const struct rich *r, int width, int first, int rest,
    int ascii)
{
	struct inline_text t;
	struct margin m;
	struct builder b;

	margin_init(&m);
	m.cols = first;
	m.hang = rest - first;
	inline_init(&t, ascii);
	inline_rich(&t, r);
	builder_init(&b, a, 0, ascii);
	para_set(&b, &t, width, &m);
	inline_release(&t);
	return builder_finish(&b);
}

void
line_text(const struct line *l, struct buf *b)
{
	size_t start = b->len;
	int col = 0;

	for (uint32_t i = 0; i < l->n; i++) {
		const struct span *span = &l->span[i];

		buf_fill(b, ' ', span->col - col);
		buf_add(b, span->s, span->len);
		col = span->col + span->cols;
	}
	while (b->len > start && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

int
line_cols(const struct line *l)
{
	return l->n == 0 ? 0 : l->span[l->n - 1].col + l->span[l->n - 1].cols;
}
