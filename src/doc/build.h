/* SPDX-License-Identifier: ISC */
/*
 * build.h - the builder's parts
 *
 * Layer doc, private to the builder.  docbook.c takes the events; build_root.c
 * knows what is no DocBook, build_class.c what an element is where it stands,
 * build_wait.c what has to come later, build_media.c pictures, build_index.c
 * indexes, build_number.c what is counted, build_text.c makes runs of text and
 * units, build_names.c knows names and attributes, build_pi.c what is said in
 * processing instructions.
 *
 * The builder keeps a stack of frames, one for each open element, and at most
 * one open run of text for each open footnote and the flow itself.
 *
 * A run begins with the first text or inline element in a block and ends where
 * a block begins or ends; it becomes a unit.  White space is settled here:
 * outside listings a stretch of it is one blank, written when the next
 * character comes, so that none stands at the ends of a run.
 */
#ifndef LECTERN_DOC_BUILD_H
#define LECTERN_DOC_BUILD_H

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "doc/model.h"
#include "doc/section.h"

struct deferred;
struct profile;
struct diags;
struct xml_event;
struct xml_stream;

enum {
	NO_UNIT = 0xffffffff,
	TEXT_LIMIT = 0xf0000000, /* offsets have 32 bits */
};

/* An element that is open. */
struct frame {
	uint32_t node;
	uint32_t number;     /* of the last numbered child, or the first line */
	uint32_t saved_unit; /* of a note: the run that it interrupts; of a
			      * table: its unit */
	uint32_t units;      /* of a text for a picture: how many there were */
	enum elem_role role;
	uint8_t class; /* enum elem_class as it is treated here */
	uint8_t hidden;
	uint8_t saved_inner; /* ... is an inner unit */
	uint8_t has_text;    /* of a media object: something stands for it */
	uint8_t titled;      /* its title has come */
	uint8_t fields;      /* names, dates and the like: one run of text */
	struct deferred *deferred; /* events put off, or NULL */
};

/* White space within a run. */
enum build_space {
	SPACE_BLANK = 1,
	SPACE_BREAK = 2, /* the line ends: it is told by an instruction ... */
	SPACE_EMPTY = 4, /* ... and again */
};

struct docbook {
	struct doc *doc;
	struct xml_stream *xml;
	struct diags *diags;
	const struct profile *profile; /* or NULL */
	size_t left_out; /* open elements that the profile leaves out */
	int fd, waits;   /* docbook_fd; the last step found nothing */
	struct section_counters counters;
	struct deferred *root; /* its start, while it is in doubt; or NULL */
	uint8_t root_known;    /* it was, and is none of something else */
	VEC(struct frame) stack;
	VEC(uint16_t) elem_of_name; /* enum elem + 1 by name number, 0: ask */
	VEC(uint16_t) attr_of_name; /* likewise, enum attr + 1 */
	uint32_t unit;              /* the open run, or NO_UNIT ... */
	uint8_t unit_inner;         /* ... and whether it is an inner one */
	uint8_t space;              /* what is due before the next character */
	uint8_t solid;            /* since the last blank something was shown */
	uint8_t line_start;       /* a listing has just begun */
	unsigned verbatim, notes; /* how many are open */
	unsigned tables;
	VEC(uint32_t) indexterms;
	unsigned indexes;     /* that we have filled */
	uint32_t list_number; /* of the last item of the last ordered list */
	uint32_t areas;       /* numbered in the areaspec that is open */
	uint32_t
	    next_line[ELEM_COUNT];    /* behind the last listing of each kind */
	struct deferred *putting_off; /* the events of this go in here ... */
	size_t put_off_depth;         /* ... until so many elements end */
	unsigned replaying;           /* how deep in events that were put off */
	uint8_t due;                  /* the next element has waited */
};

/* The innermost open element; there must be one. */
static inline struct frame *
build_top(struct docbook *b)
{
	assert(b->stack.n > 0);
	return &b->stack.v[b->stack.n - 1];
}

/* Its role, ROLE_PLAIN if there is none. */
static inline enum elem_role
build_parent_role(struct docbook *b)
{
	return b->stack.n == 0 ? ROLE_PLAIN : build_top(b)->role;
}

/* Node n, to be changed; good until the next node is added. */
static inline struct node *
build_node(struct docbook *b, uint32_t n)
{
	return model_node(b->doc, n);
}

/* Takes an event into the document. */
void build_take(struct docbook *b, const struct xml_event *ev);

/* Opens an element that the source does not have, within the innermost one;
 * `target` is the node that it leads to, or DOC_NONE.  Returns its number. */
uint32_t build_begin(struct docbook *b, enum elem elem, uint32_t target);

/* Ends the innermost element. */
void build_end(struct docbook *b);

/* Units so far, inner ones included. */
uint32_t build_units(const struct docbook *b);

/* Adds a unit that begins here; returns its number in its list. */
uint32_t build_unit(struct docbook *b, enum unit_kind kind, uint32_t node);

/* Behind each unit, so that the ranges of two never touch. */
void build_separator(struct docbook *b);

/* Begins a run in element `node`; ends the open one, if there is one. */
void build_open_run(struct docbook *b, uint32_t node);
void build_close_run(struct docbook *b);

/* The open run, of which there must be one; or leaves it out, and its text is
 * out of sight. */
struct unit *build_open_unit(struct docbook *b);
void build_drop_run(struct docbook *b);

/* Writes the blank that is due, so that what follows begins behind it. */
void build_settle_space(struct docbook *b);

/* Ends the line, if something stands in the run and something is to come. */
void build_break(struct docbook *b);

/* Takes in text, where the innermost open element has it. */
void build_text(struct docbook *b, const char *s, size_t len);

/* Adds text to the open run that the source does not have. */
void build_say(struct docbook *b, const char *s);

/* The element that a name of the stream is. */
enum elem build_elem(struct docbook *b, unsigned name);

/* The attribute that a name is; ATTR_NONE for one that is not kept. */
enum attr build_attr(struct docbook *b, unsigned name);

/* The value of an attribute of an event, NULL if it has none. */
const char *build_event_attr(
    struct docbook *b, const struct xml_event *ev, enum attr attr);

/* Gives a node that is about to be added the attributes of its event. */
void build_attrs(
    struct docbook *b, struct node *node, const struct xml_event *ev);

/* Gives node n, the newest, an attribute. */
void build_set_attr(
    struct docbook *b, uint32_t n, enum attr attr, const char *s, size_t len);

/* Takes in a processing instruction. */
void build_pi(struct docbook *b, const struct xml_event *ev);

/* Gives a node that is about to be added a target, but for DOC_NONE. */
void build_target(struct docbook *b, struct node *node, uint32_t target);

/* The innermost element is about to end: fills it if it is an index that the
 * author has left empty. */
void build_index(struct docbook *b);

/* Node n is over: enters what it calls something. */
void build_called(struct docbook *b, uint32_t n);

/* What an element is where it stands, and whether it is out of sight. */
enum elem_class build_class(
    struct docbook *b, const struct xml_event *ev, enum elem elem);
int build_is_hidden(struct docbook *b, enum elem_class class, enum elem elem);
int build_is_fields(struct docbook *b, enum elem_class class, enum elem elem);

/* Numbers node n, which has just begun, and what is in it. */
void build_number(struct docbook *b, uint32_t n);
void build_number_end(struct docbook *b, const struct frame *f);

/* A child of the innermost element is about to begin, or has ended, and may
 * stand for the picture that this is; the element itself ends. */
void build_media_child(struct docbook *b, enum elem_role role);
void build_media_part_end(struct docbook *b, const struct frame *f);
void build_media_end(struct docbook *b, struct frame *f);

/* Takes an event before the first node: 1 where the root element waits for what
 * tells whether it is one of DocBook, or is not; else 0. */
int build_root(struct docbook *b, const struct xml_event *ev);

/* Takes an event if it belongs to an element that waits: 1, else 0. */
int build_wait(struct docbook *b, const struct xml_event *ev);

/* The same for the element that begins with `ev`; what has waited for it is
 * taken first. */
int build_wait_child(
    struct docbook *b, const struct xml_event *ev, enum elem elem);

/* Takes what has waited for the end of the innermost element. */
void build_wait_end(struct docbook *b);

#endif
