/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/ids.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"

static const char blanks[] = " \t\n\r";

int
ids_next(const char **list, struct buf *id)
{
	size_t len;

	buf_reset(id);
	if (*list == NULL)
		return 0;
	*list += strspn(*list, blanks);
	len = strcspn(*list, blanks);
	buf_add(id, *list, len);
	*list += len;
	return len > 0;
}

uint32_t
ids_first(const struct doc *doc, const char *list)
{
	struct buf id = BUF_INIT;
	uint32_t found = DOC_NONE;

	if (ids_next(&list, &id))
		found = doc_find(doc, id.s);
	buf_release(&id);
	return found;
}
