/* SPDX-License-Identifier: ISC */
/*
 * hits.h - all that a search found, as a list
 *
 * Layer tui.  What stands in a title comes first, then the entries of the
 * index and of the glossary, then the text by section, each match with the
 * line that it stands in.
 */
#ifndef LECTERN_TUI_HITS_H
#define LECTERN_TUI_HITS_H

struct view;

/* Opens the list on the reader. */
void reader_hits(struct view *v);

#endif
