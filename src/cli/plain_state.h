/* SPDX-License-Identifier: ISC */
/*
 * plain_state.h - what the parts of reading line by line share
 *
 * Layer cli, private to plain_*.c: plain_move.c goes through the text,
 * plain_find.c searches and follows links, plain_mine.c keeps marks and notes,
 * plain_note.c has highlights and the list of notes, plain_view.c wide tables,
 * widths and hidden terms,
 * plain_read.c takes the commands.
 */
#ifndef LECTERN_CLI_PLAIN_STATE_H
#define LECTERN_CLI_PLAIN_STATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "cli/chosen.h"
#include "cli/common.h"
#include "course/notes.h"
#include "course/progress.h"
#include "doc/vocab.h"
#include "layout/layout.h"
#include "tui/closed.h"
#include "tui/search.h"

enum {
	PAGE_LINES = 20,
	WIDTH_MIN = 20,
	WIDTH_MAX = 1000,
	LINE_MAX_LEN = 4096, /* [byte] of input; the rest is dropped */
	BACK_MAX = 100,
	LINKS_MAX = 99,
};

struct bank;
struct history;

struct plain {
	const struct cli *cli;
	struct opened *o;
	const struct doc *doc;
	struct layout *layout;
	struct layout_options opt;
	struct chosen chosen;
	struct text_index *index;
	struct search search;
	struct vocab vocab;
	struct notes notes;
	struct layout_pos top, next; /* the page shown, and what follows */
	int at_end;
	VEC(uint32_t) back, forward;
	struct closed hidden;
	int focus; /* 1: an empty line shows a paragraph */
	struct buf line;
	int count; /* number before the command, -1: none */
	int quit;
	uint32_t kept; /* the place that was kept last; NOT_KEPT: none */
	struct bank *bank;
	struct history *history;
	struct progress *sections; /* with what is in each */
	size_t ended; /* the section whose end was shown last, or NONE_ENDED */
};

#define NONE_ENDED ((size_t)-1)
#define NOT_KEPT   UINT32_MAX

/* plain_move.c */
void plain_jump(struct plain *p, uint32_t at);
void plain_put_line(const char *s);
void plain_contents(struct plain *p);
void plain_show(struct plain *p, int n);
void plain_percent(struct plain *p);
void plain_parent(struct plain *p);
void plain_go_offset(struct plain *p, uint32_t at);
void plain_next_section(struct plain *p, int by);
void plain_up(struct plain *p, int n);
uint32_t plain_offset(struct plain *p);
void plain_go_named(struct plain *p, const char *arg);
void plain_go_end(struct plain *p);
int plain_count(const struct plain *p, int otherwise);
size_t plain_section(struct plain *p);
uint32_t plain_end(struct plain *p); /* where the page ends */
int plain_lines_between(
    struct plain *p, struct layout_pos from, struct layout_pos to);
void plain_sibling(struct plain *p, int by);

/* plain_study.c */
void plain_study_load(struct plain *p);
void plain_study_release(struct plain *p);
void plain_say_due(const struct plain *p);
void plain_say_broken(const struct plain *p);
void plain_quiz_section(struct plain *p);
void plain_study_menu(struct plain *p, const char *arg);
void plain_scores(const struct plain *p);
void plain_add_recall(const struct plain *p, size_t section, struct buf *out);
/* What x asks where a section ends and `next` begins (itself: the text ends). */
void plain_section_ends(
    struct plain *p, size_t section, size_t next, struct buf *out);

/* plain_view.c */
void plain_wide(struct plain *p);
void plain_cards(struct plain *p);
void plain_width(struct plain *p, int by);
void plain_paragraph(struct plain *p, int by);
void plain_focus(struct plain *p);
void plain_close_book(struct plain *p);
void plain_reveal(struct plain *p);
void plain_line(struct plain *p, const struct line *line, struct buf *out);

/* plain_note.c */
void plain_load_notes(struct plain *p);
void plain_notes(struct plain *p, const char *arg);
void plain_highlight(struct plain *p, const char *arg);
void plain_copy(struct plain *p);

/* plain_find.c */
void plain_index(struct plain *p);
void plain_words(struct plain *p);
void plain_look_up(struct plain *p, const char *arg);
void plain_forward(struct plain *p);
void plain_peek(struct plain *p, const char *arg);
void plain_refs(struct plain *p, const char *arg);
void plain_list_matches(struct plain *p);
void plain_search(struct plain *p, const char *arg);
void plain_back(struct plain *p);
void plain_follow(struct plain *p, const char *arg);
void plain_step(struct plain *p, int by);

/* plain_mine.c */
void plain_say_place(struct plain *p);
void plain_add_note(struct plain *p, const char *arg);
void plain_define(struct plain *p, const char *arg);
void plain_go_mark(struct plain *p, const char *arg);
void plain_marks(struct plain *p, const char *arg);
struct notes_change plain_change(const struct plain *p);
void plain_mark(struct plain *p, const char *arg);

#endif
