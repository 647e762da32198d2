/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/course.h"
#include "doc/doc.h"
#include "tui/contents.h"
#include "tui/hits.h"
#include "tui/palette.h"
#include "tui/pane.h"

struct reader *
reader_of(struct view *v)
{
	return (struct reader *)v;
}

size_t
reader_section(struct reader *r)
{
	return doc_section_at(r->page.doc, page_offset(&r->page));
}

void
reader_drop_link(struct reader *r)
{
	r->selected.n = 0;
}

static int
is_division(const struct doc *doc, uint32_t n)
{
	return elem_info[doc_node(doc, n)->elem].class == CLASS_DIVISION;
}

/* The first place in the node that the screen shows. */
static struct match
first_shown(struct reader *r, uint32_t n)
{
	const struct node *node = doc_node(r->page.doc, n);
	uint32_t at;

	for (at = node->start; at < node->end; at++) {
		if (page_row_of(&r->page, at) >= 0)
			return (struct match){ at, at + 1 };
	}
	return (struct match){ 0, 0 };
}

/* 1 if all of the node is on the screen. */
static int
is_on_screen(struct reader *r, uint32_t n)
{
	const struct node *node = doc_node(r->page.doc, n);
	const char *text = doc_text(r->page.doc);
	uint32_t end = node->end;

	while (end > node->start && text[end - 1] == '\n')
		end--;
	return end > node->start && page_row_of(&r->page, node->start) >= 0 &&
	    page_row_of(&r->page, end - 1) >= 0;
}

/* A footnote that can be seen is only marked. */
void
reader_jump(struct reader *r, uint32_t n)
{
	struct page_place here = page_here(&r->page);
	int seen = is_on_screen(r, n);

	reader_push_place(r);
	page_goto_node(&r->page, n);
	if (seen && doc_role(r->page.doc, n) == ROLE_FOOTNOTE)
		page_return(&r->page, &here);
	if (!is_division(r->page.doc, n))
		r->lit = first_shown(r, n);
}

void
reader_jump_section(struct reader *r, size_t section)
{
	reader_push_place(r);
	if (section == 0)
		page_goto(&r->page, 0);
	else
		page_goto_node(
		    &r->page, doc_section(r->page.doc, section)->node);
}

const struct vocab *
reader_vocab(struct reader *r)
{
	struct tui *t = r->view.tui;

	if (r->vocab == NULL) {
		tui_load_all(t);
		r->vocab = xcalloc(1, sizeof(*r->vocab));
		vocab_init(r->vocab);
		vocab_collect(r->vocab, t->doc);
	}
	return r->vocab;
}

static void
open_contents(struct view *v)
{
	reader_leaves(reader_of(v));
	if (doc_sections(v->tui->doc) > 0)
		tui_push(v->tui, contents_new(reader_of(v)));
}

static void
open_palette(struct view *v)
{
	tui_push(v->tui, palette_new(reader_of(v), PALETTE_GO));
}

static void
open_words(struct view *v, enum palette_kind kind)
{
	if (reader_vocab(reader_of(v))->all.n > 0)
		tui_push(v->tui, palette_new(reader_of(v), kind));
	else
		tui_say(v->tui, "This course names no words to look up.");
}

static void
open_index(struct view *v)
{
	open_words(v, PALETTE_INDEX);
}

static void
open_glossary(struct view *v)
{
	open_words(v, PALETTE_DEFINE);
}

static void
open_quiz(struct view *v, enum quiz_scope scope)
{
	struct reader *r = reader_of(v);
	const struct tui_hooks *hooks = v->tui->opt->hooks;

	if (r->passage != NULL)
		tui_say(v->tui, "First go back to %s.", r->passage);
	else if (hooks == NULL || hooks->quiz == NULL ||
	    hooks->quiz(v->tui, scope, reader_section(r), hooks->arg) < 0)
		tui_say(v->tui, "There are no questions here.");
}

static void
quiz_section(struct view *v)
{
	open_quiz(v, QUIZ_SECTION);
}

static void
quiz_menu(struct view *v)
{
	open_quiz(v, QUIZ_MENU);
}

static void
open_scores(struct view *v)
{
	const struct tui_hooks *hooks = v->tui->opt->hooks;

	if (reader_of(v)->passage != NULL)
		tui_say(v->tui, "First go back to %s.", reader_of(v)->passage);
	else if (hooks == NULL || hooks->scores == NULL ||
	    hooks->scores(v->tui, hooks->arg) < 0)
		tui_say(v->tui, "There are no questions, so no scores.");
}

static void
close_reader(struct view *v)
{
	if (reader_of(v)->passage != NULL)
		tui_close(v);
	else
		tui_quit(v->tui);
}

/* What lies on the text goes first; a passage closes when there is nothing. */
static void
cancel(struct view *v)
{
	struct reader *r = reader_of(v);
	int marks = r->selected.n > 0 || search_current(&r->search) != NULL ||
	    r->search.found.all.n > 0;

	if (r->passage != NULL && !marks)
		tui_close(v);
	reader_drop_link(r);
	search_reset(&r->search);
	if (r->passage == NULL)
		r->lit = (struct match){ 0, 0 };
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_LINE_DOWN] = { reader_line_down },
	[CMD_LINE_UP] = { reader_line_up },
	[CMD_HALF_DOWN] = { reader_half_down },
	[CMD_HALF_UP] = { reader_half_up },
	[CMD_PAGE_DOWN] = { reader_page_down },
	[CMD_PAGE_UP] = { reader_page_up },
	[CMD_TOP] = { reader_top },
	[CMD_BOTTOM] = { reader_bottom },
	[CMD_PERCENT] = { reader_percent },
	[CMD_PARA_DOWN] = { reader_para_down },
	[CMD_PARA_UP] = { reader_para_up },
	[CMD_NEXT_SECTION] = { reader_next_section },
	[CMD_PREV_SECTION] = { reader_prev_section },
	[CMD_NEXT_SIBLING] = { reader_next_sibling },
	[CMD_PREV_SIBLING] = { reader_prev_sibling },
	[CMD_PARENT] = { reader_parent },
	[CMD_CONTENTS] = { open_contents },
	[CMD_CLOSED_BOOK] = { reader_close_book },
	[CMD_REVEAL] = { reader_reveal },
	[CMD_SELECT] = { reader_select },
	[CMD_COPY] = { reader_copy },
	[CMD_THEME] = { reader_theme },
	[CMD_NUMBERS] = { reader_numbers },
	[CMD_PIN] = { reader_pin },
	[CMD_PALETTE] = { open_palette },
	[CMD_NEXT_LINK] = { reader_next_link },
	[CMD_PREV_LINK] = { reader_prev_link },
	[CMD_FOLLOW] = { reader_follow },
	[CMD_HINTS] = { reader_hints },
	[CMD_PEEK] = { reader_peek },
	[CMD_REFS] = { reader_refs },
	[CMD_INDEX] = { open_index },
	[CMD_DEFINE] = { open_glossary },
	[CMD_BACK] = { reader_back },
	[CMD_FORWARD] = { reader_forward },
	[CMD_SEARCH] = { reader_search },
	[CMD_NEXT_MATCH] = { reader_next_match },
	[CMD_PREV_MATCH] = { reader_prev_match },
	[CMD_HITS] = { reader_hits },
	[CMD_MARK] = { reader_mark },
	[CMD_GO_MARK] = { reader_go_mark },
	[CMD_MARKS] = { reader_marks },
	[CMD_NOTE] = { reader_note },
	[CMD_NOTES] = { reader_notes },
	[CMD_PLACE] = { reader_say_place },
	[CMD_QUIZ] = { quiz_section },
	[CMD_QUIZ_MENU] = { quiz_menu },
	[CMD_SCORES] = { open_scores },
	[CMD_FOCUS] = { reader_focus },
	[CMD_PAN_LEFT] = { reader_pan_left },
	[CMD_PAN_RIGHT] = { reader_pan_right },
	[CMD_CARDS] = { reader_cards },
	[CMD_WIDE] = { reader_wide },
	[CMD_WIDER] = { reader_wider },
	[CMD_NARROWER] = { reader_narrower },
	[CMD_CLOSE] = { close_reader },
	[CMD_CANCEL] = { cancel },
};

/* The student has begun to move about: no jump to the place remembered. */
static int
reader_key(struct view *v, int key)
{
	struct reader *r = reader_of(v);
	int card = r->card.len > 0;

	r->start = START_DONE;
	buf_reset(&r->card);
	if (card &&
	    bindings_find(&v->tui->bindings, CMD_IN_READER, key) ==
		CMD_FOLLOW) {
		v->tui->tour = r->offers_tour;
		if (r->offers_tour)
			tui_quit(v->tui);
		return 1;
	}
	/* The key that opened a passage closes it, too. */
	if (r->passage == NULL ||
	    bindings_find(&v->tui->bindings, CMD_IN_QUIZ, key) != CMD_PASSAGE)
		return 0;
	tui_close(v);
	return 1;
}

static void
reader_resize(struct view *v, int rows, int cols)
{
	struct reader *r = reader_of(v);
	struct canvas_rect body = tui_body(v->tui);

	(void)rows;
	(void)cols;
	reader_drop_link(r);
	pane_place(r, &body);
	page_resize(&r->page, &body);
}

static int
try_start(struct reader *r)
{
	const struct doc *doc = r->page.doc;
	const char *id = r->view.tui->opt->section;
	uint32_t n, at;

	if (r->start == START_SECTION) {
		n = doc_find(doc, id);
		if (n == DOC_NONE)
			return 0;
		page_goto_node(&r->page, n);
	} else {
		if (place_find(&r->place, doc, &at) < 0)
			return 0;
		page_goto(&r->page, at);
		reader_card(r, at);
	}
	return 1;
}

int
reader_wants_more(struct view *v)
{
	struct reader *r = reader_of(v);

	if (r->start != START_DONE && try_start(r)) {
		r->start = START_DONE;
		tui_touch(v->tui);
	}
	return r->start != START_DONE || page_at_end(&r->page);
}

/* Numbers and references may be known now that were not before. */
static void
reader_grown(struct view *v)
{
	struct reader *r = reader_of(v);
	struct tui *t = v->tui;

	page_refresh(&r->page);
	reader_wants_more(v);
	if (doc_complete(t->doc) && r->start == START_SECTION)
		tui_warn(t, "There is no element with the id \"%s\".",
		    t->opt->section);
	if (doc_complete(t->doc)) {
		r->start = START_DONE;
		margin_load(r);
	}
	if (r->search.needle.len > 0 && doc_complete(t->doc)) {
		const struct match *m = search_current(&r->search);
		uint32_t at = m == NULL ? page_offset(&r->page) : m->start;
		char *needle = xstrdup(r->search.needle.s);

		reader_find(r, needle, at);
		free(needle);
	}
}

void
reader_free(struct view *v)
{
	struct reader *r = reader_of(v);

	page_release(&r->page);
	search_release(&r->search);
	vec_release(&r->back.all);
	vec_release(&r->forward.all);
	vec_release(&r->selected);
	vec_release(&r->hidden.all);
	place_release(&r->place);
	reading_release(&r->seen);
	margin_release(&r->margin);
	buf_release(&r->card);
	if (r->vocab != NULL)
		vocab_release(r->vocab);
	free(r->vocab);
	free(r->passage);
	free(r);
}

/* In the contents beside the text a section, in the text a link. */
static void
reader_click(struct view *v, int row, int col)
{
	struct reader *r = reader_of(v);
	size_t section;

	r->start = START_DONE;
	buf_reset(&r->card);
	if (pane_section_at(r, row, col, &section))
		reader_jump_section(r, section);
	else if (reader_link_at(r, row, col))
		reader_follow_to(r, r->target);
}

static const struct view_ops reader_ops = {
	.name = "reader",
	.where = CMD_IN_READER,
	.covers = 1,
	.counts = 1,
	.commands = commands,
	.key = reader_key,
	.click = reader_click,
	.wheel_up = CMD_LINE_UP,
	.wheel_down = CMD_LINE_DOWN,
	.resize = reader_resize,
	.grown = reader_grown,
	.draw = reader_draw,
	.close = reader_free,
};

void
reader_init(struct reader *r, struct tui *t)
{
	r->view.ops = &reader_ops;
	r->view.tui = t;
	page_init(&r->page, t->doc, t->ascii);
	r->page.measure = tui_setting(t, SET_WIDTH);
	search_init(&r->search);
	buf_init(&r->card);
	place_init(&r->place);
}

static struct reader *
make_reader(struct tui *t)
{
	struct reader *r = xcalloc(1, sizeof(*r));

	reader_init(r, t);
	return r;
}

static void
look_for_place(struct reader *r)
{
	struct tui *t = r->view.tui;

	if (place_load(&r->place, t->opt->course->keep) == 0)
		r->start = START_PLACE;
	else if (errno != ENOENT)
		tui_warn(t, "Where you stopped cannot be read: %s.",
		    strerror(errno));
}

struct view *
reader_new(struct tui *t)
{
	struct reader *r = make_reader(t);

	if (t->opt->section != NULL)
		r->start = START_SECTION;
	else if (!t->opt->forget)
		look_for_place(r);
	if (t->opt->new_here)
		reader_card_new(r);
	return &r->view;
}

void
tui_open_passage(struct tui *t, uint32_t n, const char *back)
{
	struct reader *r = make_reader(t);
	const struct node *node = doc_node(t->doc, n);

	r->passage = xstrdup(back);
	tui_push(t, &r->view);
	page_goto_node(&r->page, n);
	if (!is_division(t->doc, n))
		r->lit = (struct match){ node->start, node->end };
}

void
reader_remember(struct view *v)
{
	struct reader *r = reader_of(v);
	const struct tui_options *opt = v->tui->opt;
	struct read_place place;

	/* A place that was not reached yet is still the one to keep. */
	if (opt->forget || r->start != START_DONE)
		return;
	place_init(&place);
	place_take(&place, r->page.doc, r->page.anchor, tui_now(v->tui));
	place.pace = r->place.pace;
	/* There is no screen any more to say that it failed on, and reading
	 * goes on without. */
	(void)place_save(&place, opt->course->keep);
	reader_leaves(r);
	if (r->seen.sums.n > 0)
		(void)reading_save(&r->seen, r->page.doc, opt->course->keep);
	place_release(&place);
}
