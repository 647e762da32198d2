/* SPDX-License-Identifier: ISC */
/*
 * item.h - one question, as the quiz format has it
 *
 * Layer quiz: may include base, text and xml.  Read-only data: the loader
 * makes items, a bank owns them, and everyone else looks.  The meaning of each
 * member is that of the attribute or element of the same name in the quiz
 * format, lectern-quiz(5).
 *
 * Every string and every struct rich here lives in the bank's arena: never
 * add to one and never release it.  A rich text without any text has len 0.
 * White space is settled; paragraphs are parted by "\n\n".
 */
#ifndef LECTERN_QUIZ_ITEM_H
#define LECTERN_QUIZ_ITEM_H

#include <stddef.h>

#include "text/rich.h"

enum item_kind {
#define KIND(id, element) ITEM_##id,
#include "quiz/kind.def"
#undef KIND
	ITEM_KIND_COUNT
};

/* Where an element begins, for messages. */
struct place {
	const char *file;
	int line, col;
};

struct names {
	const char **v;
	size_t n;
};

enum item_level {
	LEVEL_NONE = -1,
	LEVEL_REMEMBER,
	LEVEL_UNDERSTAND,
	LEVEL_APPLY,
	LEVEL_ANALYZE,
	LEVEL_EVALUATE,
	LEVEL_CREATE,
};

/* Bits of item.use. */
enum item_use {
	USE_DRILL = 1 << 0,
	USE_EXAM = 1 << 1,
};

enum {
	ITEM_OPTIONS_MAX = 26, /* a letter each */
	ITEM_PARTS_MAX = 26,
	ITEM_TYPED_MAX = 1000, /* bytes of an accept or a reject */
	ITEM_TEXT_MAX = 65536, /* bytes of any other text */
};

struct option {
	const char *key;
	int right;
	double credit; /* where it counts, from -1 to 1; NAN: none written */
	int danger;
	int fixed;
	const char *misconception; /* or NULL */
	struct rich text;
	struct rich feedback; /* the reply to picking this */
	struct place place;
};

enum multi_score {
	SCORE_MINUS,
	SCORE_EXACT,
	SCORE_EACH,
	SCORE_SUM,
};

/*
 * What there is to choose from.  A truefalse has the options "true", "false";
 * an order has its steps, in the right order; a match has what may stand on the
 * right, a label with extras all names that it offers, and a cloze the options
 * of all its gaps: struct part says which are whose.
 */
struct choice {
	struct option *option;
	size_t n;
	enum multi_score score; /* multi */
	int answer;             /* truefalse: 0 true, 1 false, as option */
};

enum accept_match {
	ACCEPT_WORDS,
	ACCEPT_EXACT,
	ACCEPT_GLOB,
};

/* An accept or a reject. */
struct accept {
	double credit;
	enum accept_match match;
	struct rich text;
	struct rich feedback;
};

enum typos {
	TYPOS_AUTO,
	TYPOS_0,
	TYPOS_1,
	TYPOS_2,
};

/* A text to be typed. */
struct typed {
	struct accept *accept;
	size_t n_accept;
	struct accept *reject;
	size_t n_reject;
	enum typos typos;
	int case_matters;
};

enum tol_type {
	TOL_ABS,
	TOL_REL,
	TOL_GEOM,
};

struct number_answer {
	double value, tol; /* in `unit` */
	enum tol_type toltype;
	const char *unit; /* or NULL */
	double credit;
	struct rich feedback;
	struct place place;
};

/* A unit that may be typed; a number times `factor` is in the base unit. */
struct number_unit {
	const char *name;
	double factor;
};

struct numeric {
	struct number_answer *answer;
	size_t n_answer;
	struct number_unit *unit;
	size_t n_unit;
	double unit_penalty; /* NAN: none written, units are not graded */
};

/*
 * One of several things that an item asks: a gap of a cloze, the left of a
 * pair, a region of a label.
 */
struct part {
	const char *key;
	struct rich text; /* what is asked: the left of a pair, the key of a
			     region; nothing for a gap */

	/* Its options, choice.option[first] and on; n 0: it is typed. */
	size_t first, n;
	int right; /* index in choice of the one that is right; -1: those that
		      say so, and the others have their credit */

	/* What is accepted when it is typed; n_accept 0: nothing.  A region has
	 * both, where there are extras. */
	struct typed typed;

	int size;       /* gap: characters of its blank */
	size_t at, len; /* gap: bytes of the stem where its blank stands */

	int row, col;   /* region: its upper left cell, from 0 ... */
	int rows, cols; /* ... and its extent [cells] */

	struct place place;
};

/* cloze, match and label. */
struct parts {
	struct part *part;
	size_t n;
	int exact; /* all or nothing */
};

enum order_score {
	ORDER_PAIRS,
	ORDER_EXACT,
	ORDER_PLACE,
	ORDER_RUN,
};

/* The drawing of a label. */
struct diagram {
	const char *alt;   /* for who cannot see it */
	const char *file;  /* where it is read from, or NULL */
	const char **line; /* of text art, without blank lines and columns that
			      all of it has around */
	size_t n;
	int cols;      /* [cells] of the longest line */
	int top, left; /* what was left out above and before it [cells] */
};

/* What an open answer ought to have. */
struct criterion {
	const char *key;
	double points; /* > 0 */
	int must;      /* without it the answer earns nothing */
	struct rich text;
	struct place place;
};

struct rubric {
	struct criterion *criterion;
	size_t n;
	int min_words;
};

struct hint {
	double cost; /* of the fraction */
	struct rich text;
};

/* A story that several items share. */
struct quiz_case {
	const char *id;
	struct rich text;
	struct place place;
	size_t index; /* in the bank */
};

struct quiz_group {
	const char *id; /* or NULL */
	struct names about;
	int pick; /* an exam draws so many of its items; 0: all */
	struct rich title;
	struct place place;
	size_t index; /* in the bank */
};

enum quiz_feedback {
	FEEDBACK_NOW,
	FEEDBACK_END,
	FEEDBACK_NEVER,
};

enum quiz_confidence {
	CONFIDENCE_OFF,
	CONFIDENCE_ASK,
	CONFIDENCE_MARKS,
};

/* Bits of settings.shuffle. */
enum quiz_shuffle {
	SHUFFLE_ITEMS = 1 << 0,
	SHUFFLE_OPTIONS = 1 << 1,
};

struct settings {
	double pass;  /* fraction; 0: nothing to pass */
	long time;    /* [s]; 0: no limit */
	int attempts; /* 0: any number */
	unsigned shuffle;
	enum quiz_feedback feedback;
	enum quiz_confidence confidence;
	double retention;
	int criterion;      /* recalls that let a missed item go */
	struct place place; /* of the element */
};

/* One quiz file. */
struct quiz {
	const char *id;   /* that of its file where none is written */
	const char *lang; /* or NULL */
	int version;
	struct rich title;
	struct settings settings;
	const char *file;
	size_t index; /* in the bank */
};

struct item {
	enum item_kind kind;
	const char *id;
	const char *from; /* the xml:id of the element that made it: `id`,
			     unless that made several */
	size_t
	    family;  /* from 1: items of one family ask for the same thing, and
			  never meet in a session; 0: it has none */
	int several; /* cloze: an item for each gap; card: one each way */
	int rev;
	size_t enemy; /* in the bank's `enemy`: the first set that it is in */
	struct names about; /* ids, without '#'; at least one */
	double points;      /* >= 0 */
	enum item_level level;
	struct names tags;
	unsigned use; /* enum item_use */
	int shuffle;
	struct names after; /* ids of items */
	const char *case_id;
	struct rich stem;
	struct rich why;
	struct hint *hint; /* from weak to strong */
	size_t n_hint;
	struct rich feedback; /* to a wrong answer that nothing else foresaw */
	struct choice choice;
	struct typed typed;
	struct numeric numeric;
	struct parts parts;
	enum order_score order_score;
	struct diagram diagram;
	struct rich back; /* of a card; the model answer of an open */
	struct rubric rubric;
	const struct quiz *quiz;
	const struct quiz_group *group; /* or NULL */
	const struct quiz_case *story;  /* what case_id names, or NULL */
	struct place place;
	size_t index; /* in the bank */
};

/* The name of a kind's element; the log's `type`. */
const char *item_kind_name(enum item_kind kind);

#endif
