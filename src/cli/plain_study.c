/* SPDX-License-Identifier: ISC */
/* Questions and scores for who reads line by line. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "cli/plain.h"
#include "cli/plain_state.h"
#include "course/broken.h"
#include "course/history.h"
#include "course/progress.h"
#include "course/putaway.h"
#include "course/scorepage.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "score/day.h"
#include "text/rich.h"
#include "tui/crumbs.h"

static struct progress_scope
scope_of(const struct plain *p)
{
	int64_t now = day_now(NULL);

	return (struct progress_scope){ p->history, p->bank, p->doc,
		day_number(now, day_zone(now)) };
}

/* Reads the score files anew. */
static void
learn(struct plain *p)
{
	size_t n = doc_sections(p->doc) + 1;
	struct progress_scope scope;

	history_free(p->history);
	p->history = history_new(p->bank);
	history_read(p->history, p->cli->opt[OPT_SCORES], p->o->course.name,
	    p->cli->opt[OPT_LEARNER], NULL);
	scope = scope_of(p);
	p->sections = xreallocarray(p->sections, n, sizeof(*p->sections));
	progress_sections(p->sections, &scope, 1);
}

static struct sitting_setup
sitting_of(const struct plain *p, enum session_mode mode, size_t section)
{
	struct sitting_setup setup = {
		.doc = p->doc, .bank = p->bank, .mode = mode
	};

	setup.course = p->o->course.name;
	setup.node =
	    section == 0 ? DOC_NONE : doc_section(p->doc, section)->node;
	setup.learner = p->cli->opt[OPT_LEARNER];
	setup.scores = p->cli->opt[OPT_SCORES];
	return setup;
}

/* How many questions such a quiz would ask. */
static unsigned
would_ask(const struct plain *p, enum session_mode mode, size_t section)
{
	struct sitting_setup setup = sitting_of(p, mode, section);
	struct history_known known = { p->history, scope_of(p).day };

	return (unsigned)sitting_count(&setup, &known);
}

void
plain_study_load(struct plain *p)
{
	p->ended = NONE_ENDED;
	p->bank = course_bank(&p->o->course, p->o->doc, &p->o->diags);
	bank_retain(p->bank, config_retention(&p->chosen.config));
	learn(p);
}

void
plain_study_release(struct plain *p)
{
	free(p->sections);
	history_free(p->history);
	bank_free(p->bank);
}

static const char *
plural(unsigned n)
{
	return n == 1 ? "" : "s";
}

/* "10 questions are due: X d asks them." */
void
plain_say_due(const struct plain *p)
{
	unsigned due = p->sections[0].due;

	if (due > 0)
		printf("%u question%s due: X d asks %s.\n", due,
		    due == 1 ? " is" : "s are", due == 1 ? "it" : "them");
}

/* Section `a` is `b`, or part of it. */
static int
is_within(const struct doc *doc, size_t a, size_t b)
{
	while (a > b)
		a = doc_section(doc, a)->parent;
	return a == b;
}

void
plain_section_ends(
    struct plain *p, size_t section, size_t next, struct buf *out)
{
	const struct progress *s = &p->sections[section];
	unsigned n;

	if (section == 0 || s->items == 0 ||
	    (next != section && is_within(p->doc, next, section)))
		return;
	p->ended = section;
	n = would_ask(p, SESSION_LEARN, section);
	buf_printf(out, "%s[x: %u question%s on ", next == section ? "\n" : "",
	    n, plural(n));
	crumbs_title(p->doc, section, out);
	if (s->due > 0)
		buf_printf(out, ", %u due", s->due);
	buf_adds(out, next == section ? "]\n" : "]\n\n");
}

/* The questions of a sitting, and back to the text. */
static void
sit(struct plain *p, struct sitting *s, enum session_mode mode)
{
	const char *how = plain_end_name(plain_quiz(s, p->doc, mode));

	if (sitting_finish(s, how) == -1 && plain_save(s) == -1)
		complain("%s", sitting_unsaved(s));
	learn(p);
	puts("Back to the text.");
}

static void
ask(struct plain *p, enum session_mode mode, size_t section)
{
	struct sitting_setup setup = sitting_of(p, mode, section);
	struct sitting *s = sitting_new(&setup);

	if (sitting_items(p->bank, p->doc, setup.node) == 0)
		puts("There are no questions on this.");
	else if (session_item(sitting_session(s)) == NULL)
		printf("%s.\n", sitting_nothing(mode));
	else
		sit(p, s, mode);
	sitting_free(s);
}

static struct broken *
find_broken(const struct plain *p)
{
	return broken_find(p->cli->opt[OPT_SCORES], p->o->course.name,
	    p->cli->opt[OPT_LEARNER]);
}

/* "An exam was broken off 5 minutes ago, after 3 answers: X g goes on." */
void
plain_say_broken(const struct plain *p)
{
	struct broken *b = find_broken(p);
	struct buf said = BUF_INIT;

	if (b != NULL) {
		broken_say(b, day_now(NULL), &said);
		printf("%s: X g goes on.\n", said.s);
	}
	broken_free(b);
	buf_release(&said);
}

/* Goes on with what was broken off. */
static void
go_on(struct plain *p)
{
	struct sitting_setup setup = sitting_of(p, SESSION_LEARN, 0);
	struct broken *b = find_broken(p);
	struct sitting *s = b == NULL ? NULL : sitting_resume(&setup, b);

	if (b == NULL) {
		puts("Nothing was broken off.");
	} else if (s == NULL) {
		puts("That one cannot go on: nothing of it is left.");
		broken_give_up(b, setup.scores, setup.course, setup.learner);
	} else {
		sit(p, s, b->mode);
	}
	sitting_free(s);
	broken_free(b);
}

void
plain_quiz_section(struct plain *p)
{
	ask(p, SESSION_LEARN,
	    p->ended != NONE_ENDED ? p->ended : plain_section(p));
}

struct way {
	const char *text;
	enum session_mode mode;
	char letter;
};

static const struct way ways[] = {
	{ "due today", SESSION_REVIEW, 'd' },
	{ "mistakes: what was wrong last", SESSION_MISTAKES, 'm' },
	{ "weakest section", SESSION_LEARN, 'w' },
	{ "the whole course", SESSION_LEARN, 'c' },
	{ "before reading: one question a section", SESSION_PRETEST, 'b' },
	{ "refresh all, least known first; no review", SESSION_CRAM, 'r' },
	{ "exam: right and wrong are told at the end", SESSION_EXAM, 'e' },
};

static size_t
weakest(const struct plain *p)
{
	struct progress_scope scope = scope_of(p);
	size_t n = doc_sections(p->doc), found;
	struct progress *own = xcalloc(n + 1, sizeof(*own));

	progress_sections(own, &scope, 0);
	found = progress_weakest(own, n);
	free(own);
	return found;
}

/* How many questions a way has. */
static unsigned
count_way(const struct plain *p, const struct way *way)
{
	size_t section = way->letter == 'w' ? weakest(p) : 0;

	if (way->letter == 'w' && section == 0)
		return 0;
	return would_ask(p, way->mode, section);
}

/* Asks again what was put away. */
static void
ask_again(struct plain *p)
{
	struct sitting_setup setup = sitting_of(p, SESSION_LEARN, 0);
	struct history_known known = { p->history, scope_of(p).day };
	int n = putaway_return(&setup, &known);

	if (n == -1)
		printf("Not kept: %s.\n", strerror(errno));
	else
		printf("%d question%s can be asked again.\n", n,
		    plural((unsigned)n));
	learn(p);
}

static void
list_ways(const struct plain *p)
{
	unsigned held = p->sections[0].held;
	struct broken *broken = find_broken(p);
	struct buf b = BUF_INIT;
	size_t i, section;

	if (broken != NULL) {
		buf_adds(&b, "  X g  go on: ");
		broken_say(broken, day_now(NULL), &b);
		buf_addc(&b, '\n');
	}
	broken_free(broken);
	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		unsigned n = count_way(p, &ways[i]);

		buf_printf(&b, "  X %c  %s", ways[i].letter, ways[i].text);
		section = ways[i].letter == 'w' ? weakest(p) : 0;
		if (section != 0) {
			buf_adds(&b, ": ");
			crumbs_title(p->doc, section, &b);
		}
		if (n == 0)
			buf_adds(&b, ": none");
		else
			buf_printf(&b, ": %u question%s", n, plural(n));
		buf_addc(&b, '\n');
	}
	if (held > 0)
		buf_printf(&b,
		    "  X a  ask again what was put away: %u question%s\n", held,
		    plural(held));
	put_text(b.s);
	buf_release(&b);
}

void
plain_study_menu(struct plain *p, const char *arg)
{
	size_t i, section;

	if (strcmp(arg, "a") == 0) {
		ask_again(p);
		return;
	}
	if (strcmp(arg, "g") == 0) {
		go_on(p);
		return;
	}
	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		if (arg[0] == ways[i].letter && arg[1] == '\0')
			break;
	}
	if (i == sizeof(ways) / sizeof(*ways)) {
		list_ways(p);
		return;
	}
	section = arg[0] == 'w' ? weakest(p) : 0;
	if (arg[0] == 'w' && section == 0)
		puts("Nothing has been reviewed yet.");
	else
		ask(p, ways[i].mode, section);
}

static void
put_line(void *ctx, const struct rich *line)
{
	(void)ctx;
	plain_put_line(line->text.len > 0 ? line->text.s : "");
}

void
plain_scores(const struct plain *p)
{
	struct scorepage page = { .scope = scope_of(p), .line = put_line };

	page.cols = SCOREPAGE_COLS;
	page.ascii = !locale_is_utf8();
	scorepage_write(&page);
}

/* "  strong" behind a section of the contents. */
void
plain_add_recall(const struct plain *p, size_t section, struct buf *out)
{
	const struct progress *s = &p->sections[section];

	if (p->sections[0].known == 0 || s->items == 0)
		return;
	buf_printf(out, "  [%s", progress_word(progress_grade(s)));
	if (s->due > 0)
		buf_printf(out, ", %u due", s->due);
	buf_addc(out, ']');
}
