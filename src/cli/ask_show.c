/* SPDX-License-Identifier: ISC */
/* What a quiz says line by line. */
#include "config.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cli/ask_state.h"
#include "cli/common.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/layout.h"
#include "quiz/answer.h"
#include "text/rich.h"

enum {
	WIDTH = 72,
	INDENT = 2,
	OPTION_INDENT = 5,
};

static void
put_lines(const struct lines *lines)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < lines->n; i++) {
		line_text(&lines->line[i], &b);
		buf_addc(&b, '\n');
	}
	fputs(b.s, stdout);
	buf_release(&b);
}

/* Rich text, the first line after `label` at its left. */
void
ask_put_rich(
    const struct ask *a, const struct rich *r, const char *label, int indent)
{
	struct rich labelled;
	struct arena arena;
	struct lines lines;

	if (r->text.len == 0 && label[0] == '\0')
		return;
	arena_init(&arena);
	rich_init(&labelled);
	rich_adds(&labelled, label, STYLE_BODY);
	rich_add(&labelled, r->text.s, r->text.len, STYLE_BODY);
	lines = lines_set(&arena, &labelled, WIDTH, INDENT, indent, a->ascii);
	put_lines(&lines);
	rich_release(&labelled);
	arena_release(&arena);
}

static void
put_line(const char *s)
{
	put_text(s);
	putchar('\n');
}

static void
show_options(const struct ask *a, const struct item *it)
{
	const unsigned char *order = session_order(a->session);
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		char label[8];

		snprintf(label, sizeof(label), "%c  ", (int)('a' + i));
		ask_put_rich(
		    a, &it->choice.option[order[i]].text, label, OPTION_INDENT);
	}
	putchar('\n');
}

static void
show_body(const struct ask *a, const struct item *it)
{
	struct rich body;

	rich_init(&body);
	item_body(&body, it, session_order(a->session));
	ask_put_rich(a, &body, "", INDENT);
	if (body.text.len > 0)
		putchar('\n');
	rich_release(&body);
}

/* May an item's parts be answered in a line each? */
int
ask_takes_lines(const struct item *it)
{
	return item_asks(it) == INPUT_PARTS && it->parts.n > 1 &&
	    !item_is_choice(it);
}

/* What an empty line does. */
static const char *
ending_of(const struct item *it)
{
	if (item_asks(it) == INPUT_GRADE)
		return "; then Enter shows it";
	if (item_asks(it) == INPUT_RUBRIC)
		return "; an empty line ends it";
	if (ask_takes_lines(it))
		return "; or a line each (an empty line for help)";
	return " (an empty line for help)";
}

/* "Question 3 of 10, again", and in an exam the time that is left. */
static void
say_number(const struct ask *a, const struct session_score *score)
{
	int64_t left = sitting_time_left(a->sitting);

	if (a->exam)
		printf("Question %zu of %zu", session_place(a->session) + 1,
		    score->items);
	else
		printf("Question %zu of %zu%s", score->begun, score->items,
		    session_try(a->session) > 1 ? ", again" : "");
	if (left >= 0)
		printf(", %lld:%02lld left", (long long)(left / 60000),
		    (long long)(left % 60000 / 1000));
	puts("\n");
}

void
ask_show_item(struct ask *a)
{
	const struct item *it = session_item(a->session);
	struct session_score score;
	struct buf b = BUF_INIT;
	struct rich prompt;

	session_score(a->session, &score);
	say_number(a, &score);
	if (it->story != NULL) {
		ask_put_rich(a, &it->story->text, "", INDENT);
		putchar('\n');
	}
	ask_put_rich(a, &it->stem, "", INDENT);
	putchar('\n');
	if (item_asks(it) == INPUT_ONE || item_asks(it) == INPUT_MANY)
		show_options(a, it);
	else
		show_body(a, it);
	if (item_is_self_graded(it))
		item_draft_prompt(&b, it);
	else
		item_prompt(&b, it);
	buf_adds(&b, ending_of(it));
	rich_init(&prompt);
	rich_add(&prompt, b.s, b.len, STYLE_BODY);
	ask_put_rich(a, &prompt, "", INDENT);
	rich_release(&prompt);
	buf_release(&b);
}

void
ask_show_hint(struct ask *a)
{
	const struct hint *hint = sitting_hint(a->sitting);

	if (hint == NULL) {
		puts("  There is no hint left.");
		return;
	}
	if (hint->cost > 0)
		printf("  (costs %g of the points)\n", hint->cost);
	ask_put_rich(a, &hint->text, "Hint: ", INDENT);
}

/* The first passage that the item names. */
void
ask_show_passage(const struct ask *a, const struct item *it)
{
	struct layout_options opt = { .width = WIDTH, .ascii = a->ascii };
	uint32_t n = doc_find(a->doc, it->about.v[0]);
	struct layout *l;
	size_t unit;

	if (n == DOC_NONE)
		return;
	l = layout_new(a->doc, &opt);
	for (unit = 0; unit < doc_units(a->doc); unit++) {
		const struct unit *u = doc_unit(a->doc, unit);
		struct lines lines;

		if (u->start < doc_node(a->doc, n)->start ||
		    u->start >= doc_node(a->doc, n)->end)
			continue;
		lines = layout_unit(l, unit);
		put_lines(&lines);
	}
	layout_free(l);
	putchar('\n');
}

static void
say_where(const struct ask *a, const struct item *it)
{
	uint32_t n = doc_find(a->doc, it->about.v[0]);
	struct buf b = BUF_INIT;
	size_t section;

	if (n == DOC_NONE)
		return;
	section = doc_section_of(a->doc, n);
	buf_adds(&b, "  From ");
	doc_label(a->doc, section, &b);
	if (b.s[b.len - 1] != ' ')
		buf_addc(&b, ' ');
	gentext_section(a->doc, section, &b);
	buf_adds(&b, ".  ");
	if (a->feedback && session_item(a->session) == it)
		sitting_say_days(a->sitting, &b);
	while (b.s[b.len - 1] == ' ')
		buf_truncate(&b, b.len - 1);
	put_line(b.s);
	buf_release(&b);
}

/* With several options or parts a reply names what it is to. */
static void
show_reply(const struct ask *a, const struct item *it,
    const struct verdict_reply *reply, const unsigned char *order)
{
	struct buf label = BUF_INIT;
	int place = 0;

	if (reply->part >= 0 && it->parts.n > 1 && it->kind == ITEM_LABEL) {
		buf_printf(&label, "%s: ", it->parts.part[reply->part].key);
	} else if (reply->part >= 0 && it->parts.n > 1) {
		buf_printf(&label, "%d: ", reply->part + 1);
	} else if (item_asks(it) == INPUT_MANY && reply->option >= 0) {
		while (order[place] != reply->option)
			place++;
		buf_printf(&label, "%c: ", 'a' + place);
	}
	ask_put_rich(a, reply->text, label.s, INDENT);
	buf_release(&label);
}

void
ask_show_verdict(const struct ask *a, const struct item *it,
    const struct verdict *v, const unsigned char *order)
{
	struct buf said = BUF_INIT;
	struct rich solution;
	size_t i;

	verdict_say(&said, v, it);
	printf("%s%s", verdict_word(v), said.len > 0 ? ": " : ".");
	if (said.len > 0) {
		put_text(said.s);
		putchar('.');
	}
	putchar('\n');
	buf_reset(&said);
	verdict_say_sure(&said, v, it);
	if (said.len > 0)
		printf("  %s\n", said.s);
	for (i = 0; i < v->n_reply; i++)
		show_reply(a, it, &v->reply[i], order);
	if (v->danger)
		puts("  Careful: this mistake can do harm.");
	if (v->outcome != VERDICT_RIGHT && !a->revealed) {
		rich_init(&solution);
		item_solution(&solution, it, order);
		ask_put_rich(a, &solution, "The answer: ", INDENT);
		rich_release(&solution);
	}
	ask_put_rich(a, &it->why, "", INDENT);
	say_where(a, it);
	putchar('\n');
	buf_release(&said);
}

void
ask_show_results(const struct ask *a)
{
	size_t i;

	for (i = 0; i < session_size(a->session); i++) {
		const struct session_result *r =
		    session_result_at(a->session, i);

		if (r == NULL)
			continue;
		putchar('\n');
		ask_put_rich(a, &r->item->stem, "", INDENT);
		if (r->item->quiz->settings.feedback == FEEDBACK_NEVER)
			puts("ANSWERED.");
		else
			ask_show_verdict(a, r->item, &r->verdict, r->order);
	}
}

/* Does one of the quizzes count by marks? */
static int
has_marks(const struct ask *a)
{
	size_t i;

	for (i = 0; i < session_results(a->session); i++) {
		const struct item *it = session_result(a->session, i)->item;

		if (it->quiz->settings.confidence == CONFIDENCE_MARKS)
			return 1;
	}
	return 0;
}

void
ask_show_score(const struct ask *a)
{
	struct session_score score;
	double need = session_needed(a->session);
	struct buf sure = BUF_INIT;

	session_score(a->session, &score);
	if (score.answered < score.items)
		printf("%zu of %zu questions answered\n", score.answered,
		    score.items);
	printf("Score: %.4g of %.4g\n", score.points,
	    a->through ? score.all : score.max);
	if (a->through && need > 0)
		printf("%s (%d %% needed).\n",
		    score_passes(&score, need) ? "PASSED" : "NOT PASSED",
		    (int)(100 * need + 0.5));
	score_say_sure(&sure, &score, has_marks(a));
	if (sure.len > 0)
		printf("%s\n", sure.s);
	buf_release(&sure);
}
