/* SPDX-License-Identifier: ISC */
/*
 * load.h - reading quiz elements
 *
 * Layer quiz, for the loader and the kinds of items only; others include
 * bank.h.  A function that reads an element is called when its start is the
 * event at hand, and returns when its end is: load_attrs first, then one of
 * load_children, load_text and load_skip.  Faults go to the diagnostics and
 * are counted; whoever began an item drops it when the count has grown.
 */
#ifndef LECTERN_QUIZ_LOAD_H
#define LECTERN_QUIZ_LOAD_H

#include <stddef.h>

#include "base/diag.h"
#include "quiz/bank.h"
#include "quiz/item.h"
#include "xml/xml.h"

struct buf;

struct load {
	struct xml_stream *xml;
	struct xml_event ev; /* at hand */
	struct bank *bank;
	struct diags *diags;
	size_t faults;
	struct quiz *quiz;
	struct quiz_group *group; /* the one that is open, or NULL */
	const struct xml_source *source;
	size_t first;  /* index of the file's first item in the bank */
	size_t n_seen; /* items met, the faulty ones too */
};

/* Reports a fault at a place: the arguments are those of diag_add. */
#define load_fault(l, where, code, ...)                                       \
 ((l)->faults++,                                                              \
     diag_add((l)->diags, (code), (where)->file, (where)->line, (where)->col, \
	 __VA_ARGS__))

/* Where the event at hand begins; lives as long as the bank. */
struct place load_place(struct load *l);

/* Its element's name, "" when that is not of the quiz namespace. */
const char *load_name(const struct load *l);

/* The name as it is, for messages. */
const char *load_raw_name(const struct load *l);

/* The next event, which is XML_START, XML_END or XML_TEXT. */
void load_next(struct load *l);

/*
 * Appends the text of the file `uri`, relative to the quiz file, cleaned line by
 * line; it lies below the folder that the source may read.  -1 with errno.
 */
int load_file(struct load *l, const char *uri, struct buf *out);

enum attr_type {
	ATTR_ID,     /* const char *: a name, unique among the course's ids */
	ATTR_REF,    /* const char *: a name */
	ATTR_TEXT,   /* const char *: any one line */
	ATTR_TOKEN,  /* const char *: no blanks */
	ATTR_TOKENS, /* struct names */
	ATTR_ABOUT,  /* struct names: each without its '#' */
	ATTR_NUMBER, /* double, from min to max */
	ATTR_COUNT,  /* int, from min */
	ATTR_YESNO,  /* int */
	ATTR_WORD,   /* int or enum: the index in `words` */
	ATTR_FLAGS,  /* unsigned: a bit for each of the two `words`;
			 none, written "no", where min is 0 */
	ATTR_TIME,   /* long: seconds, written as PT1H30M */
	ATTR_ANY,    /* read by nobody */
};

/* One attribute of an element, and where it goes. */
struct attr_spec {
	const char *name; /* NULL ends a table */
	enum attr_type type;
	int needed;
	size_t offset;     /* in the object */
	const char *words; /* "one two three" */
	double min, max;
};

/*
 * Stores the attributes of the element at hand in `obj`, by one table and a
 * second one, which may be NULL.  What is absent stays as it is in `obj`.
 */
void load_attrs(struct load *l, const struct attr_spec *specs,
    const struct attr_spec *more, void *obj);

/* Reads one child; 0, with nothing read, when `name` is no child of this. */
typedef int load_child_fn(struct load *l, void *ctx, const char *name);

/*
 * Reads the children of the element at hand, to its end.  A child that `child`
 * (may be NULL) does not take is a fault and skipped; so is text.
 */
void load_children(struct load *l, load_child_fn *child, void *ctx);

/*
 * Reads inline markup to the end of the element at hand.  `paras`: paragraphs
 * may stand in it.  `feedback`: where a <feedback> in it goes, or NULL when
 * none belongs there.  More than ITEM_TEXT_MAX bytes are a fault.
 */
void load_text(
    struct load *l, struct rich *out, int paras, struct rich *feedback);

/* An element in a text that is no markup.  `read` reads it; `at` is the byte of
 * the text where LOAD_HOLE_LEN bytes, U+FFFC, hold its place. */
struct load_hole {
	const char *name;
	void (*read)(struct load *l, void *ctx, size_t at);
	void *ctx;
};

enum { LOAD_HOLE_LEN = 3 };

/* Reads inline markup and paragraphs with such elements in it. */
void load_text_holes(
    struct load *l, struct rich *out, const struct load_hole *hole);

/* Reads to the end of the element at hand without a look. */
void load_skip(struct load *l);

/* The same for an element that does not belong in its parent: a fault. */
void load_refuse(struct load *l, const char *parent);

/* A text that may stand once: a fault when `out` has one already. */
void load_text_once(struct load *l, struct rich *out, int paras);

/* `v` with room for one more than `n` elements of `size` bytes: in the bank's
 * arena, perhaps elsewhere than before. */
void *load_more(struct load *l, void *v, size_t n, size_t size);

/* Parts of items. */
void load_hint(struct load *l, struct item *it);
void load_option(struct load *l, struct choice *c);

/* Reads an <accept> or <reject>; 0: `name` is neither. */
int load_typed(struct load *l, struct typed *t, const char *name);

/* An empty option more, with the place of the element at hand; NULL, and the
 * element is skipped, where there are as many as there may be. */
struct option *load_more_options(struct load *l, struct choice *c);

/* The same of parts; it has no option yet and none is right (-1). */
struct part *load_part(struct load *l, struct parts *parts);

/* Reads <extra>: an option that belongs to no part. */
void load_extra(struct load *l, struct item *it);

/* The option of this text that belongs to a part, made with that key where
 * there is none yet; its index. */
size_t load_named_option(struct load *l, struct choice *c, const char *key,
    const struct rich *text, const struct place *at);

/* Reports extras of which there is the same among the other options. */
void load_check_extras(struct load *l, const struct item *it);

/* Gives all parts all of the item's options. */
void load_share_options(struct item *it);

/* Reports keys of parts that stand twice. */
void load_check_part_keys(struct load *l, const struct item *it);

/* Says so, and skips the element, where there are `max` of its kind already;
 * `n` is how many. */
int load_is_too_many(struct load *l, size_t n, size_t max);

/* Reports a text that is empty; `errors` is what l->diags had before it was
 * read. */
void load_check_written(struct load *l, const struct rich *text,
    const char *name, const struct place *at, size_t errors);

/* Reports fewer than two options, and keys that stand twice. */
void load_check_options(struct load *l, const struct item *it);

/* The same for n of the item's options, of an element at a place. */
void load_check_options_of(struct load *l, const struct item *it, size_t first,
    size_t n, const struct place *at);

/* Of options of which one is to be picked: that just one is right, and the
 * others are worth less. */
void load_check_single(struct load *l, const struct item *it, size_t first,
    size_t n, const struct place *at);

/* Reports fewer than `least` of an element in the item. */
void load_check_few(struct load *l, const struct item *it, size_t n,
    size_t least, const char *element);

/* Reports what is to be typed and cannot be, for want of an accept. */
void load_check_typed(struct load *l, const struct item *it,
    const struct typed *t, const struct place *at, const char *element);

/* Reports that none of the answers earns full credit. */
void load_check_full(
    struct load *l, const struct item *it, double best, const char *element);

/* Adds an item to the bank: of an element that makes several, each. */
void load_add(struct load *l, struct item *it);

/* A number for a new family (item.h). */
size_t load_family(struct load *l);

/* The name of an item that is one of several: "from/name", blanks as hyphens;
 * `from` NULL: the name alone. */
const char *load_made_id(struct load *l, const char *from, const char *name);

/* The attributes that all items have, into struct item; those of a part that
 * may be typed, into struct part. */
extern const struct attr_spec load_item_attrs[], load_part_attrs[];

/* Reads <facts>, whose rows make items. */
void load_facts(struct load *l);

/* An empty item at the event at hand, with all that is not zero. */
void load_item_init(struct load *l, struct item *it, enum item_kind kind);

#endif
