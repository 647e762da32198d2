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
#define KIND(id, element)       ITEM_##id,
#define KIND_LATER(id, element) ITEM_##id,
#include "quiz/kind.def"
#undef KIND
#undef KIND_LATER
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

/* single, multi and truefalse; a truefalse has the options "true", "false". */
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
	int criterion; /* recalls that let a missed item go */
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
	int rev;
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
	const struct quiz *quiz;
	const struct quiz_group *group; /* or NULL */
	const struct quiz_case *story;  /* what case_id names, or NULL */
	struct place place;
	size_t index; /* in the bank */
};

/* The name of a kind's element; the log's `type`. */
const char *item_kind_name(enum item_kind kind);

#endif
