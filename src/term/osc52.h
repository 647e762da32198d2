/* SPDX-License-Identifier: ISC */
/*
 * osc52.h - handing text to the clipboard of whoever sits at the terminal
 *
 * Layer term: may include base and text.  The sequence is OSC 52 of xterm's
 * control sequences: ESC ] 52 ; c ; BASE64 BEL.  A terminal that does not know
 * it may show it as text, so it goes only to kinds that swallow it at least.
 */
#ifndef LECTERN_TERM_OSC52_H
#define LECTERN_TERM_OSC52_H

#include <stddef.h>

struct buf;

/* More text is not sent: a slow line would be busy with it. [byte] */
enum { OSC52_MAX = 8192 };

/* 1 if a terminal of this terminfo name may be sent the sequence. */
int osc52_is_safe(const char *type);

/* Appends the sequence for the `len` bytes at `s`. */
void osc52_add(struct buf *b, const char *s, size_t len);

#endif
