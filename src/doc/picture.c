/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/picture.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"

int
picture_is(enum elem e)
{
	return e == ELEM_MEDIAOBJECT || e == ELEM_INLINEMEDIAOBJECT ||
	    e == ELEM_GRAPHIC || e == ELEM_INLINEGRAPHIC;
}

void
picture_init(struct picture *p, const struct source_place *at)
{
	memset(p, 0, sizeof(*p));
	p->at = *at;
}

void
picture_release(struct picture *p)
{
	free(p->missing);
	p->missing = NULL;
}

/* Does a file lie there, as seen from the file `base`?  1 too where it may not
 * be looked for. */
static int
lies_at(struct folder *folder, const char *base, const char *fileref)
{
	char *path = folder_resolve(base, fileref);
	struct file_id id;
	int fd;

	if (path == NULL)
		return 1;
	fd = folder_open(folder, path, &id);
	free(path);
	if (fd == -1)
		return errno != ENOENT && errno != ENOTDIR;
	close(fd);
	return 1;
}

static int
is_there(struct folder *folder, const char *file, const char *fileref)
{
	char *absolute = realpath(file, NULL);
	int there = absolute == NULL || lies_at(folder, absolute, fileref) ||
	    lies_at(folder, folder->doc, fileref);

	free(absolute);
	return there;
}

void
picture_add(struct picture *p, enum elem e, const char *fileref,
    const char *file, struct folder *folder)
{
	p->images +=
	    e == ELEM_IMAGEDATA || e == ELEM_GRAPHIC || e == ELEM_INLINEGRAPHIC;
	p->texts += e == ELEM_TEXTOBJECT || e == ELEM_ALT;
	if (fileref == NULL || p->found)
		return;
	if (strchr(path_base(fileref), '.') == NULL ||
	    is_there(folder, file, fileref))
		p->found = 1;
	else if (p->missing == NULL)
		p->missing = xstrdup(fileref);
}

void
picture_tell(const struct picture *p, enum elem e, struct diags *d)
{
	if (p->missing != NULL && !p->found)
		diag_add(d, DIAG_PICTURE_FILE, p->at.file, p->at.line,
		    p->at.col, p->missing);
	if (p->images > 0 && p->texts == 0)
		diag_add(d, DIAG_PICTURE_TEXT, p->at.file, p->at.line,
		    p->at.col, elem_info[e].name);
}
