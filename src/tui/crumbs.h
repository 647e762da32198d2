/* SPDX-License-Identifier: ISC */
/*
 * crumbs.h - where a section stands, in one line
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_CRUMBS_H
#define LECTERN_TUI_CRUMBS_H

#include <stddef.h>

struct buf;
struct doc;

/* Appends number and title of a section: "2.2 Anatomy"; nothing where a
 * document has no sections, not even its own. */
void crumbs_title(const struct doc *doc, size_t section, struct buf *out);

/*
 * Appends the titles from the document's down to the section's, with " > "
 * between.  Where that takes more than `cols` columns the first is cut, then as
 * many from the end are taken as fit, with dots for the others; the last one is
 * there always, however long.
 */
void crumbs_path(
    const struct doc *doc, size_t section, int cols, struct buf *out);

#endif
