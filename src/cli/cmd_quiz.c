/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cli/chosen.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "cli/plain.h"
#include "cli/screen.h"
#include "course/broken.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "tui/study.h"

struct quiz_options {
	enum session_mode mode;
	int seeded;
	uint64_t seed;
	size_t count;
	int64_t exam_day; /* cram */
};

static int
mode_find(const struct cli *c, enum session_mode *mode)
{
	const char *names[SESSION_MODE_COUNT + 1];
	int i;

	for (i = 0; i < SESSION_MODE_COUNT; i++)
		names[i] = session_mode_info((enum session_mode)i)->name;
	names[i] = NULL;
	i = SESSION_LEARN;
	if (option_word(c, OPT_MODE, names, &i) == -1)
		return -1;
	*mode = (enum session_mode)i;
	return 0;
}

static int
options_find(const struct cli *c, struct quiz_options *q)
{
	long count = option_number(c, OPT_QUESTIONS, 0, 1, 100000);
	long seed = option_number(c, OPT_SEED, 0, 0, LONG_MAX);

	if (count == -1 || seed == -1 || mode_find(c, &q->mode) == -1)
		return -1;
	if (option_day(c, OPT_AT, &q->exam_day) == -1)
		return -1;
	q->count = (size_t)count;
	q->seeded = c->opt[OPT_SEED] != NULL;
	q->seed = (uint64_t)seed;
	return 0;
}

static int
end_sitting(struct sitting *s, const char *how)
{
	const char *reason;

	if (sitting_finish(s, how) == 0 || plain_save(s) == 0)
		return CLI_DONE;
	reason = sitting_unsaved(s);
	complain("%s; --scores names another folder",
	    reason == NULL ? "NOT SAVED" : reason);
	return CLI_FAULT;
}

/*
 * Offers to go on with what was broken off: then *s is that sitting, of *mode;
 * else NULL.  -1 when the input ended instead of an answer.
 */
static int
resume_plain(const struct sitting_setup *setup, struct sitting **s,
    enum session_mode *mode)
{
	struct broken *b =
	    broken_find(setup->scores, setup->course, setup->learner);
	int yes;

	*s = NULL;
	if (b == NULL)
		return 0;
	yes = plain_resume(b);
	if (yes == 1) {
		*s = sitting_resume(setup, b);
		*mode = *s == NULL ? *mode : b->mode;
		if (*s == NULL)
			puts("That one cannot go on: a new one begins.\n");
	}
	if (yes != -1 && *s == NULL)
		broken_give_up(b, setup->scores, setup->course, setup->learner);
	broken_free(b);
	return yes == -1 ? -1 : 0;
}

static int
quiz_plain(const struct cli *c, const struct quiz_options *q, struct opened *o,
    struct bank *bank)
{
	struct sitting_setup setup = { .doc = o->doc, .bank = bank };
	struct sitting *s;
	enum session_mode mode = q->mode;
	int status;

	if (option_section(c, o->doc, &setup.node) == -1)
		return CLI_FAULT;
	setup.course = o->course.name;
	setup.mode = q->mode;
	setup.seeded = q->seeded;
	setup.seed = q->seed;
	setup.count = q->count;
	setup.exam_day = q->exam_day;
	setup.learner = c->opt[OPT_LEARNER];
	setup.scores = c->opt[OPT_SCORES];
	if (sitting_items(bank, o->doc, setup.node) == 0) {
		complain(o->diags.all.n > 0
			? "no question is left to ask: mend the files named above"
			: "there are no questions on this; a course has them "
			  "in quiz/NAME.xml");
		return CLI_FAULT;
	}
	if (resume_plain(&setup, &s, &mode) == -1)
		return CLI_DONE;
	if (s == NULL)
		s = sitting_new(&setup);
	if (session_item(sitting_session(s)) == NULL) {
		printf("%s.\n", sitting_nothing(mode));
		sitting_free(s);
		return CLI_DONE;
	}
	status = end_sitting(s, plain_end_name(plain_quiz(s, o->doc, mode)));
	sitting_free(s);
	return status;
}

static int
quiz_lines(const struct cli *c, const struct quiz_options *q)
{
	struct opened o;
	struct bank *bank;
	int status = CLI_FAULT;

	input_by_bytes();
	if (opened_course(&o, c, 0) == 0) {
		bank = course_bank(&o.course, o.doc, &o.diags);
		chosen_retain(c, bank);
		diags_print(&o.diags, stderr);
		status = quiz_plain(c, q, &o, bank);
		bank_free(bank);
	}
	opened_release(&o);
	return status;
}

static int
quiz_screen(const struct cli *c, const struct quiz_options *q,
    const struct term_probe *probe)
{
	struct study_setup setup = { .alone = 1 };
	struct opened o;
	int status = CLI_FAULT;

	setup.seeded = q->seeded;
	setup.seed = q->seed;
	setup.count = q->count;
	setup.exam_day = q->exam_day;
	setup.mode = q->mode;
	setup.section = c->opt[OPT_SECTION];
	if (opened_find(&o, c, 0) == 0)
		status = screen_run(c, &o, probe, &setup, 0);
	opened_release(&o);
	return status;
}

int
cmd_quiz(const struct cli *c)
{
	struct quiz_options q;
	struct term_probe probe;

	if (options_find(c, &q) == -1)
		return CLI_USAGE;
	if (screen_wanted(c, &probe))
		return quiz_screen(c, &q, &probe);
	return quiz_lines(c, &q);
}
