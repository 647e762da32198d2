/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/vec.h"

#include <stdlib.h>

#include "base/xalloc.h"

void *
vec_grow(void *v, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return v;
	*cap = *cap < 8 ? 8 : *cap + *cap / 2;
	return xreallocarray(v, *cap, size);
}

void
vec_free(void *v)
{
	free(v);
}
