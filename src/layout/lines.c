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

	memset(&m, 0, sizeof(m));
	m.cols = first;
	m.hang = rest - first;
	inline_init(&t, ascii);
	inline_rich(&t, r);
	builder_init(&b, a, 0, ascii);
	para_set(&b, &t, width, &m);
	inline_release(&t);
	return builder_finish(&b);
}

int
line_cols(const struct line *l)
{
	return l->n == 0 ? 0 : l->span[l->n - 1].col + l->span[l->n - 1].cols;
}
