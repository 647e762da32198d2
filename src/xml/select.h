/* SPDX-License-Identifier: ISC */
/*
 * select.h - the part of a document that an xpointer names
 *
 * Layer xml.  Elements are matched as they pass, so only pointers that can be
 * told going forward are known, which is what documents use:
 *
 *	name				the element with that id
 *	element(name/1/3)  element(/1/2)	by position among elements
 *	xpointer(id('name')/a/b[2])
 *	xpointer(/a/b[1]//c[@role='x']/star)  with star for any element
 *	xpointer(/a/node())		all that is in an element
 *	xpointer(//a | id('name'))
 *
 * In brackets may stand a position, 2 or position()>2, behind tests that are
 * joined by "and": @x, @x='y', @x!='y', self::a, local-name()='a', and each
 * of these in not().  An axis is child:: or descendant::, or not written.
 * xpath1() and xpath() stand for xpointer(); xmlns() is passed over, as
 * prefixes are: names match in any namespace.  An id is an attribute id or
 * xml:id.
 */
#ifndef LECTERN_XML_SELECT_H
#define LECTERN_XML_SELECT_H

#include <stddef.h>

enum {
	SELECT_STEPS_MAX = 16,
	SELECT_NAME_MAX = 128, /* bytes of a name or a value, with its NUL */
	SELECT_ATTRS_MAX = 64, /* attributes of an element looked at */
	SELECT_TESTS_MAX = 3,  /* of a step */
	SELECT_POSITION_ANY = 0x7fffffff
};

enum select_kind {
	SELECT_HAS,     /* there is such an attribute */
	SELECT_EQUALS,  /* ... with this value */
	SELECT_DIFFERS, /* ... with another value */
	SELECT_NAMED    /* the element is called so */
};

struct select_test {
	enum select_kind kind;
	int not ;
	char attr[SELECT_NAME_MAX]; /* "id" is xml:id as well */
	char value[SELECT_NAME_MAX];
};

struct select_step {
	int deep;        /* any descendant; else a child */
	int inside;      /* node(): what is in the element, without its tags */
	int once;        /* an id: the first that matches is the only one ... */
	int had;         /* ... and has passed */
	int first, last; /* of those in its path */
	unsigned min, max; /* positions among siblings that match; 0: any */
	char name[SELECT_NAME_MAX]; /* "": any */
	size_t tests;
	struct select_test test[SELECT_TESTS_MAX];
};

/* A pointer, and whether it has found anything. */
struct select {
	size_t n;
	struct select_step step[SELECT_STEPS_MAX];
	int found, done;
};

/* An open element: the steps that its children may match, and how many have. */
struct select_level {
	unsigned active; /* bit i: step i may come next */
	unsigned count[SELECT_STEPS_MAX];
};

/* One attribute of an element, as select_match wants it. */
struct select_attr {
	const char *name; /* local part */
	const char *value;
	size_t len;
};

struct select_element {
	const char *name; /* local part */
	const struct select_attr *attrs;
	size_t n;
};

enum select_result {
	SELECT_NO,
	SELECT_ELEMENT, /* this element */
	SELECT_INSIDE   /* what is in it */
};

/* Takes a pointer apart; 0, or -1 for one that is not known here. */
int select_parse(struct select *s, const char *xpointer);

/* The level above the root element. */
struct select_level select_top(const struct select *s);

/*
 * Holds an element against the pointer.  `up` is its parent's level and
 * counts it; `level` becomes its own.
 */
enum select_result select_match(struct select *s, struct select_level *up,
    struct select_level *level, const struct select_element *e);

#endif
