/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cli/common.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/layout.h"
#include "quiz/answer.h"
#include "text/rich.h"
#include "text/utf8.h"

enum {
	WIDTH = 72,
	INDENT = 2,
	OPTION_INDENT = 5,
	LINE_LEN_MAX = 65536, /* [byte] of an answer; the rest is dropped */
};

static const char commands_help[] =
    "  :h a hint   :p the passage   :s skip   :q leave";

struct plain {
	struct sitting *sitting;
	struct session *session;
	const struct doc *doc;
	struct response response;
	struct buf line;
	struct buf gathered; /* lines of an answer that takes several */
	int lines;           /* how many those are */
	int revealed;        /* the answer was seen: the next line grades */
	int feedback;
	int ascii;
	int asked; /* questions so far */
};

/* What came of reading a line. */
enum input {
	INPUT_ANSWERED,
	INPUT_SKIPPED,
	INPUT_LEFT,
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
static void
put_rich(
    const struct plain *p, const struct rich *r, const char *label, int indent)
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
	lines = lines_set(&arena, &labelled, WIDTH, INDENT, indent, p->ascii);
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
show_options(const struct plain *p, const struct item *it)
{
	const unsigned char *order = session_order(p->session);
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		char label[8];

		snprintf(label, sizeof(label), "%c  ", (int)('a' + i));
		put_rich(
		    p, &it->choice.option[order[i]].text, label, OPTION_INDENT);
	}
	putchar('\n');
}

static void
show_body(const struct plain *p, const struct item *it)
{
	struct rich body;

	rich_init(&body);
	item_body(&body, it, session_order(p->session));
	put_rich(p, &body, "", INDENT);
	if (body.text.len > 0)
		putchar('\n');
	rich_release(&body);
}

/* May an item's parts be answered in a line each? */
static int
takes_lines(const struct item *it)
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
	if (takes_lines(it))
		return "; or a line each (an empty line for help)";
	return " (an empty line for help)";
}

static void
show_item(struct plain *p)
{
	const struct item *it = session_item(p->session);
	struct session_score score;
	struct buf b = BUF_INIT;
	struct rich prompt;

	session_score(p->session, &score);
	printf("Question %zu of %zu%s\n\n", score.begun, score.items,
	    session_try(p->session) > 1 ? ", again" : "");
	if (it->story != NULL) {
		put_rich(p, &it->story->text, "", INDENT);
		putchar('\n');
	}
	put_rich(p, &it->stem, "", INDENT);
	putchar('\n');
	if (item_asks(it) == INPUT_ONE || item_asks(it) == INPUT_MANY)
		show_options(p, it);
	else
		show_body(p, it);
	if (item_is_self_graded(it))
		item_draft_prompt(&b, it);
	else
		item_prompt(&b, it);
	buf_adds(&b, ending_of(it));
	rich_init(&prompt);
	rich_add(&prompt, b.s, b.len, STYLE_BODY);
	put_rich(p, &prompt, "", INDENT);
	rich_release(&prompt);
	buf_release(&b);
	buf_reset(&p->gathered);
	p->lines = p->revealed = 0;
	p->asked++;
}

/* One line of input without its newline; 0 at the end of it. */
static int
read_line(struct plain *p)
{
	int c;

	fputs("> ", stdout);
	fflush(stdout);
	buf_reset(&p->line);
	while ((c = getchar()) != EOF && c != '\n') {
		if (p->line.len < LINE_LEN_MAX)
			buf_addc(&p->line, (char)c);
	}
	if (p->line.len > 0 && p->line.s[p->line.len - 1] == '\r')
		buf_truncate(&p->line, p->line.len - 1);
	return c != EOF || p->line.len > 0;
}

/* Without a terminal's echo the transcript would not show what was said. */
static void
echo(const struct plain *p)
{
	struct buf clean = BUF_INIT;

	if (input_is_terminal())
		return;
	text_clean(&clean, p->line.s, p->line.len < 200 ? p->line.len : 200);
	put_line(clean.s);
	buf_release(&clean);
}

static void
show_hint(struct plain *p)
{
	const struct hint *hint = session_hint(p->session);

	if (hint == NULL) {
		puts("  There is no hint left.");
		return;
	}
	if (hint->cost > 0)
		printf("  (costs %g of the points)\n", hint->cost);
	put_rich(p, &hint->text, "Hint: ", INDENT);
}

/* The first passage that the item names. */
static void
show_passage(const struct plain *p, const struct item *it)
{
	struct layout_options opt = { .width = WIDTH, .ascii = p->ascii };
	uint32_t n = doc_find(p->doc, it->about.v[0]);
	struct layout *l;
	size_t unit;

	if (n == DOC_NONE)
		return;
	l = layout_new(p->doc, &opt);
	for (unit = 0; unit < doc_units(p->doc); unit++) {
		const struct unit *u = doc_unit(p->doc, unit);
		struct lines lines;

		if (u->start < doc_node(p->doc, n)->start ||
		    u->start >= doc_node(p->doc, n)->end)
			continue;
		lines = layout_unit(l, unit);
		put_lines(&lines);
	}
	layout_free(l);
	putchar('\n');
}

static void
say_where(const struct plain *p, const struct item *it)
{
	uint32_t n = doc_find(p->doc, it->about.v[0]);
	struct buf b = BUF_INIT;
	size_t section;

	if (n == DOC_NONE)
		return;
	section = doc_section_of(p->doc, n);
	buf_adds(&b, "  From ");
	doc_label(p->doc, section, &b);
	if (b.s[b.len - 1] != ' ')
		buf_addc(&b, ' ');
	gentext_section(p->doc, section, &b);
	buf_addc(&b, '.');
	put_line(b.s);
	buf_release(&b);
}

static void
show_verdict(const struct plain *p, const struct item *it,
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
	for (i = 0; i < v->n_reply; i++)
		put_rich(p, v->reply[i].text, "", INDENT);
	if (v->outcome != VERDICT_RIGHT && !p->revealed) {
		rich_init(&solution);
		item_solution(&solution, it, order);
		put_rich(p, &solution, "The answer: ", INDENT);
		rich_release(&solution);
	}
	put_rich(p, &it->why, "", INDENT);
	say_where(p, it);
	putchar('\n');
	buf_release(&said);
}

static void
take_answer(struct plain *p)
{
	const struct item *it = session_item(p->session);
	const struct verdict *v = sitting_answer(p->sitting, &p->response);

	if (p->feedback)
		show_verdict(p, it, v, session_order(p->session));
	else
		puts("Noted.\n");
	if (sitting_unsaved(p->sitting) != NULL)
		printf("%s\n", sitting_unsaved(p->sitting));
}

/* A line that begins with a colon; INPUT_ANSWERED: it was no command that
 * ends the question. */
static enum input
command(struct plain *p, const char *s)
{
	switch (s[1]) {
	case 'h':
		show_hint(p);
		break;
	case 'p':
		show_passage(p, session_item(p->session));
		break;
	case 's':
		return INPUT_SKIPPED;
	case 'q':
		return INPUT_LEFT;
	default:
		puts(commands_help);
		break;
	}
	return INPUT_ANSWERED;
}

static void
refuse(struct plain *p)
{
	printf("  No answer yet: ");
	put_text(p->response.reason.s);
	puts(".");
	buf_reset(&p->gathered);
	p->lines = 0;
}

static void
gather(struct plain *p)
{
	if (p->lines++ > 0)
		buf_addc(&p->gathered, '\n');
	buf_add(&p->gathered, p->line.s, p->line.len);
}

/* Shows the answer to who will grade himself, if he wrote enough. */
static void
reveal(struct plain *p, const struct item *it)
{
	struct buf b = BUF_INIT;
	struct rich answer;

	if (answer_draft(&p->response, it, p->gathered.s, p->gathered.len) ==
	    -1) {
		printf("  Not yet: ");
		put_text(p->response.reason.s);
		puts(".");
		return;
	}
	p->revealed = 1;
	p->lines = 0;
	buf_reset(&p->gathered);
	rich_init(&answer);
	item_reveal(&answer, it);
	put_rich(p, &answer, "The answer: ", INDENT);
	item_prompt(&b, it);
	printf("\n  %s\n", b.s);
	rich_release(&answer);
	buf_release(&b);
}

/* A line of what is written before the answer is seen; an empty one ends it. */
static void
take_draft(struct plain *p, const struct item *it)
{
	int card = item_asks(it) == INPUT_GRADE;

	if (p->line.len > 0)
		gather(p);
	if (card || p->line.len == 0)
		reveal(p, it);
}

/* 1 when the line, or with those before it, answered the item. */
static int
take_line(struct plain *p, const struct item *it)
{
	if (p->lines > 0 ||
	    (takes_lines(it) && strchr(p->line.s, ';') == NULL)) {
		gather(p);
		if ((size_t)p->lines < it->parts.n) {
			printf("  %d of %zu is next.\n", p->lines + 1,
			    it->parts.n);
			return 0;
		}
	} else {
		buf_reset(&p->gathered);
		buf_add(&p->gathered, p->line.s, p->line.len);
	}
	if (answer_parse(&p->response, it, session_order(p->session),
		p->gathered.s, p->gathered.len) == -1) {
		refuse(p);
		return 0;
	}
	take_answer(p);
	return 1;
}

/* 1 when the item was answered. */
static int
take_input(struct plain *p, const struct item *it)
{
	if (item_is_self_graded(it) && !p->revealed)
		take_draft(p, it);
	else if (p->line.len == 0)
		puts(commands_help);
	else
		return take_line(p, it);
	return 0;
}

static enum input
ask(struct plain *p)
{
	const struct item *it = session_item(p->session);
	enum input input;

	for (;;) {
		if (!read_line(p))
			return INPUT_LEFT;
		echo(p);
		if (p->line.s[0] == ':') {
			input = command(p, p->line.s);
			if (input != INPUT_ANSWERED)
				return input;
		} else if (take_input(p, it)) {
			return INPUT_ANSWERED;
		}
	}
}

static void
show_results(const struct plain *p)
{
	size_t i;

	for (i = 0; i < session_results(p->session); i++) {
		const struct session_result *r = session_result(p->session, i);

		putchar('\n');
		put_rich(p, &r->item->stem, "", INDENT);
		show_verdict(p, r->item, &r->verdict, r->order);
	}
}

static void
show_score(const struct plain *p)
{
	struct session_score score;

	session_score(p->session, &score);
	if (score.answered < score.items)
		printf("%zu of %zu questions answered\n", score.answered,
		    score.items);
	printf("Score: %.4g of %.4g\n", score.points, score.max);
}

enum plain_end
plain_quiz(struct sitting *s, const struct doc *doc, int feedback)
{
	struct plain p = { .sitting = s, .doc = doc, .feedback = feedback };
	enum plain_end end = PLAIN_DONE;

	p.session = sitting_session(s);
	p.ascii = !locale_is_utf8();
	response_init(&p.response);
	buf_init(&p.line);
	buf_init(&p.gathered);
	while (end == PLAIN_DONE && session_item(p.session) != NULL) {
		show_item(&p);
		sitting_show(s);
		switch (ask(&p)) {
		case INPUT_ANSWERED:
			session_next(p.session);
			break;
		case INPUT_SKIPPED:
			session_skip(p.session);
			break;
		case INPUT_LEFT:
			end = PLAIN_LEFT;
			break;
		}
	}
	p.revealed = 0;
	if (!feedback)
		show_results(&p);
	putchar('\n');
	show_score(&p);
	response_release(&p.response);
	buf_release(&p.line);
	buf_release(&p.gathered);
	return end;
}
