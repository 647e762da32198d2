/* SPDX-License-Identifier: ISC */
/*
 * diag.h - the faults found in files
 *
 * Layer base.  Parsers and loaders collect what is wrong here and go on or
 * give up; main, cli and tui print it.  The texts are in diag.def, each once.
 */
#ifndef LECTERN_BASE_DIAG_H
#define LECTERN_BASE_DIAG_H

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/vec.h"

enum diag_severity {
	DIAG_WARNING,
	DIAG_ERROR,
};

enum diag_code {
#define DIAG(id, severity, format) DIAG_##id,
#include "base/diag.def"
#undef DIAG
	DIAG_COUNT
};

struct diag {
	enum diag_code code;
	enum diag_severity severity;
	const char *file; /* path as the user would name it; may be NULL */
	int line, col;    /* from 1; 0 where there is none; col in characters */
	const char
	    *text; /* one line, without the place, no control characters */
};

/* A list of faults, in the order in which they were found. */
struct diags {
	struct arena arena;
	VEC(struct diag) all;
	size_t errors;   /* how many there were, of severity DIAG_ERROR */
	size_t left_out; /* how many, of any, are not in the list */
};

void diags_init(struct diags *d);
void diags_release(struct diags *d);

/*
 * Adds a fault with the arguments of its format, all of them `const char *`.
 * `file` and the arguments are copied.  Arguments over 200 bytes are cut;
 * control characters become '?', so that a file cannot speak to a terminal.
 * After DIAGS_MAX faults the rest is only counted.
 */
enum { DIAGS_MAX = 1000 };
void diag_add(struct diags *d, enum diag_code code, const char *file, int line,
    int col, ...);

/* Puts them in order of line and column, file by file as they first came. */
void diags_sort(struct diags *d);

/* Writes `file:line:column: text`, one line a fault. */
void diags_print(const struct diags *d, FILE *out);

#endif
