/* SPDX-License-Identifier: ISC */
/*
 * copy.h - what is copied, and where to
 *
 * Layer tui.  Besides the clipboard there is always a file,
 * $XDG_STATE_HOME/lectern/copied.
 */
#ifndef LECTERN_TUI_COPY_H
#define LECTERN_TUI_COPY_H

#include <stdint.h>

struct buf;
struct doc;

/* The block of text that holds the place; DOC_NONE if none does. */
uint32_t copy_block_at(const struct doc *doc, uint32_t at);

/* Writes the file; -1 with errno.  `*path` is to be freed in either case. */
int copy_write(const struct buf *text, char **path);

#endif
