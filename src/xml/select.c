/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/select.h"

void
select_free(struct select *s)
{
	(void)s;
}

void
select_end(struct frame *f)
{
	(void)f;
}
