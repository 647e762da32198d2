/* SPDX-License-Identifier: ISC */
/*
 * field.h - the table of the fields of events
 *
 * Layer score, for event.c, parse.c and scan.c only.
 */
#ifndef LECTERN_SCORE_FIELD_H
#define LECTERN_SCORE_FIELD_H

#include <stddef.h>
#include <stdint.h>

#include "score/event.h"

/* Types of fields, and in comments those of the members of struct event. */
enum field_type {
	FIELD_INT,    /* int64_t */
	FIELD_NUMBER, /* double, finite */
	FIELD_STRING, /* const char * */
	FIELD_LIST,   /* const char *const * */
	FIELD_FLAG,   /* int */
	FIELD_TIME,   /* int64_t, see day_put_time */
	FIELD_ZONE,   /* int, see day_put_zone */
	FIELD_KIND,   /* enum event_kind */
};

/* A line's number beyond this is none: any reader of JSON takes 2^53. */
#define FIELD_N_MAX (INT64_C(1) << 53)

/* Points beyond this are no points. */
#define FIELD_NUMBER_MAX 1e9

enum field_id {
#define FIELD(name, member, type, must, may) FIELD_AT_##name,
#include "score/field.def"
#undef FIELD
	FIELD_COUNT
};

/* Bytes of a key at most, with NULs behind it. */
enum { FIELD_KEY_MAX = 16 };

struct field {
	const char *name;
	char key[FIELD_KEY_MAX]; /* ,"name": */
	size_t key_len;
	enum field_type type;
	size_t offset;      /* of the member */
	uint32_t must, may; /* kinds, as bits */
};

extern const struct field fields[FIELD_COUNT];

/* The kind of a name; EVENT_COUNT if there is none. */
enum event_kind event_kind_of(const char *name, size_t len);

/* The checksum at the end of a line. */
struct event_seal {
	size_t body;  /* bytes that it covers */
	uint32_t crc; /* as written */
};

/*
 * Finds ,"crc":"0f3a99c1"} at the end of a line; JSON's white space may stand
 * between its parts.  -1 when there is none.
 */
int event_find_seal(const char *line, size_t len, struct event_seal *seal);

/* NULs behind a line in d->text, so that a scan may look ahead. */
enum { EVENT_SLACK = 16 };

/*
 * Reads a line exactly as event_encode writes it, checksum put aside, from
 * d->text, where EVENT_SLACK NULs follow its `len` bytes; strings are ended
 * in place.  0 when all was understood; -1 for anything else, which the
 * parser must then look at, and d->text is spoilt.
 */
int event_scan(struct event_decoder *d, size_t len, struct event *e);

/* Reads any JSON object.  EVENT_OK, EVENT_NO_JSON or EVENT_LACKS. */
enum event_status event_parse(
    struct event_decoder *d, const char *line, size_t len, struct event *e);

/* The field whose value is out of its range in a complete event, or NULL. */
const struct field *event_bad_value(const struct event *e);

/* Room for the elements of all lists of a line of `len` bytes. */
void event_reserve_lists(struct event_decoder *d, size_t len);

#endif
