/* SPDX-License-Identifier: ISC */
/*
 * records.h - rows of named values, as text for people, CSV or JSON
 *
 * Layer text: may include base.
 *
 *	records_init(&r, RECORDS_JSON);
 *	for each row {
 *		records_row(&r);
 *		records_text(&r, "item", it->id);
 *		records_number(&r, "recall", .87);
 *	}
 *	records_write(&r, &out);
 *	records_release(&r);
 *
 * All rows have the same names in the same order, those of the first.  Text is
 * what files and learners said: it is cleaned of control characters here.
 */
#ifndef LECTERN_TEXT_RECORDS_H
#define LECTERN_TEXT_RECORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct buf;

enum records_format {
	RECORDS_TEXT, /* columns; numbers rounded */
	RECORDS_CSV,  /* RFC 4180 but for its line ends: a newline; a header */
	RECORDS_JSON, /* an array of objects */
};

/* Their names, and NULL. */
extern const char *const records_formats[];

struct records_cell {
	char *value; /* as written, or for text as given; NULL: nothing */
	char *shown; /* for RECORDS_TEXT where that differs */
	int is_text;
};

struct records {
	enum records_format format;
	VEC(const char *) names; /* borrowed: string literals */
	VEC(struct records_cell) cells;
	size_t rows;
};

void records_init(struct records *r, enum records_format format);
void records_release(struct records *r);

/* Begins a row; the values follow. */
void records_row(struct records *r);

void records_text(struct records *r, const char *name, const char *s);
void records_int(struct records *r, const char *name, int64_t n);
/* Precise in CSV and JSON; with two decimals as text. */
void records_number(struct records *r, const char *name, double x);
void records_flag(struct records *r, const char *name, int on);
/* No value: null in JSON, empty elsewhere. */
void records_none(struct records *r, const char *name);

/* Appends all rows.  Without any, CSV and text are empty, JSON is []. */
void records_write(const struct records *r, struct buf *out);

/* Appends a JSON string with its quotes; a number, precise. */
void records_json_string(struct buf *out, const char *s);
void records_json_number(struct buf *out, double x);

#endif
