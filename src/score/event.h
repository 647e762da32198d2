/* SPDX-License-Identifier: ISC */
/*
 * event.h - one line of a score file
 *
 * Layer score: may include base and text.  An event says what happened; it is
 * written once and never changed.  The format is that of lectern-scores(5):
 * a JSON object on a line of its own, its fields in the order of field.def,
 * with a checksum of the line as its last field:
 *
 *	{"v":1,"n":7,"id":"ada@lab1-k3v9q2m4xa-7", ... ,"crc":"0f3a99c1"}
 *
 * "crc" is the CRC-32 (zlib's, ISO 3309) in eight hexadecimal digits of all
 * bytes from the '{' up to, and without, the comma before "crc".
 *
 * Strings are UTF-8.  They are what a learner typed or a file said: clean them
 * (text/utf8.h) before they reach a terminal.
 */
#ifndef LECTERN_SCORE_EVENT_H
#define LECTERN_SCORE_EVENT_H

#include <stddef.h>
#include <stdint.h>

struct buf;

enum event_kind {
#define EVENT(id, name) EVENT_##id,
#include "score/event.def"
#undef EVENT
	EVENT_COUNT
};

/* The format that this program writes; what it reads may have a higher one. */
enum { EVENT_VERSION = 1 };

/* A line is no longer than this, newline and all. */
enum { EVENT_LINE_MAX = 65536 };

/* One text takes no more bytes than this in the file; the rest is cut. */
enum { EVENT_TEXT_MAX = 12000 };

/*
 * An event of any kind.  Zero, NULL or false where a kind has no such field.
 * All pointers are borrowed; a list is NULL or an array that ends with NULL.
 * Which kind has which field is in field.def.
 */
struct event {
	/* every kind */
	int64_t v;            /* format version, EVENT_VERSION */
	int64_t n;            /* number in its file, from 1 */
	const char *id;       /* unlike any other event's; the merge key */
	int64_t ts;           /* when, ms since 1970 UTC */
	int tz;               /* minutes east of UTC */
	int64_t day;          /* day number, see day.h */
	const char *who;      /* learner */
	enum event_kind kind; /* EVENT_COUNT: one that this program knows not */
	const char *sess;     /* the sitting that it belongs to */

	/* session */
	const char *quiz; /* quiz or course */
	const char *qver; /* its version */
	const char *mode; /* learn, review, exam, ... */
	int64_t seed;
	int64_t count; /* items asked for; 0 for all */

	/* shown, answer, grade, mark */
	const char *item;
	int64_t rev;             /* of the item's text */
	const char *const *perm; /* option keys in the order that was seen */

	/* answer */
	const char *type;  /* kind of item: single, short, ... */
	const char *resp;  /* as given: option keys, or the words typed */
	const char *norm;  /* as compared */
	const char *match; /* the option or variant that it matched */
	int64_t typo;      /* letters it was off */
	double frac;       /* part that was right, 0 to 1 */
	double pts, max;   /* points, of how many */
	int64_t rating;    /* 1 Again to 4 Easy where the learner chose it */
	int64_t conf;      /* confidence, from 1; 0 not asked */
	int64_t hints;     /* hints used */
	int64_t try;       /* number of the attempt, from 1 */
	int64_t ms;        /* time taken, also of read and finish */
	const char *const
	    *about;              /* ids of the text; also session, read, mark */
	const char *const *misc; /* misconceptions that it shows */
	int danger;              /* it would have done harm */

	/* mark */
	const char *mark; /* flag, suspend, bury, wrong, ... */
	int off;          /* the mark is taken away */

	/* corrections */
	const char *ref;         /* undo, grade: id of the answer */
	const char *const *refs; /* regrade: ids of the answers */
	const char *rule;        /* regrade: why, by which rule */
	const char *by;          /* who decided */
	const char *note;

	/* finish */
	const char *how; /* done, left, time, ... */

	/*
	 * Fields that this program knows not, or not on this kind, as JSON
	 * without the braces: "name":value,"name":value; or NULL.
	 */
	const char *extra;
};

/* The name of a kind as in the file; NULL for EVENT_COUNT. */
const char *event_kind_name(enum event_kind kind);

/*
 * Appends an event as a line with its newline.  Texts over EVENT_TEXT_MAX are
 * cut and end in U+2026; what is not UTF-8 becomes U+FFFD.  -1, with `b` as it
 * was and errno EMSGSIZE, when the line would be over EVENT_LINE_MAX.
 */
int event_encode(struct buf *b, const struct event *e);

/*
 * The two halves of event_encode, for a log that learns `n` late.  The body
 * is what stands between `n` and `crc`; the frame is the rest.
 */
int event_put_body(struct buf *b, const struct event *e);
void event_put_frame(struct buf *b, int64_t n, const char *body, size_t len);

/* What event_decode found. */
enum event_status {
	EVENT_OK,
	EVENT_TORN,    /* no checksum at its end: cut off, or none of ours */
	EVENT_DAMAGED, /* the checksum is not that of the line */
	EVENT_NO_JSON, /* the checksum is right, but it is no JSON object */
	EVENT_LACKS,   /* a field that it must have is missing or wrong */
};

struct event_decoder {
	char *text; /* copy of the line, into which strings point */
	size_t text_cap;
	const char **list; /* the elements of all lists */
	size_t list_cap, list_used;
	char *extra;
	void *json;        /* the line as parsed, unless it was scanned */
	const char *lacks; /* after EVENT_LACKS: the field's name */
	int no_scan;       /* for tests: always parse, never scan */
	int scanned;       /* for tests: the last line was scanned */
};

void event_decoder_init(struct event_decoder *d);
void event_decoder_release(struct event_decoder *d);

/*
 * Reads the `len` bytes of a line, without its newline, into `e`, which points
 * into `d` and is valid until the next call.  A field of the wrong type that
 * the kind may do without is kept as unknown.  An event of an unknown kind is
 * EVENT_OK with kind EVENT_COUNT, one of a higher version has a higher `v`.
 * `e` is undefined unless EVENT_OK.
 */
enum event_status event_decode(
    struct event_decoder *d, const char *line, size_t len, struct event *e);

#endif
