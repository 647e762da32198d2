/* SPDX-License-Identifier: ISC */
/*
 * test_study.c - questions full screen, on a terminal that looks
 *
 * The terminal here is a table of keys, or chance, and sees each screen as it
 * is shown: so it can tell what is on the disk by then.
 */
#include "config.h"

#include <glob.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "course/course.h"
#include "quiz/rng.h"
#include "score_fixture.h"
#include "term/canvas.h"
#include "term/key.h"
#include "term/term.h"
#include "tui/study.h"
#include "tui/tui.h"
#include "unit.h"

struct stage {
	struct term term;
	const char *keys; /* config text; NULL: by chance */
	long left;        /* keys by chance */
	struct rng rng;
	int rows, cols;
	const char *scores;
	int verdicts; /* screens with one that was not there before */
	int had_verdict;
};

static struct stage *
stage_of(struct term *t)
{
	return (struct stage *)t;
}

/* How often `what` stands in the score files. */
static int
count_in_log(const char *scores, const char *what)
{
	char *pattern = xasprintf("%s/*/*.jsonl", scores);
	struct buf b = BUF_INIT;
	const char *s;
	glob_t g = { 0 };
	size_t i;
	int n = 0;

	if (glob(pattern, 0, NULL, &g) == 0) {
		for (i = 0; i < g.gl_pathc; i++)
			assert_int_equal(
			    file_read(&b, g.gl_pathv[i], 1 << 20), 0);
	}
	for (s = b.s; (s = strstr(s, what)) != NULL; s++)
		n++;
	globfree(&g);
	buf_release(&b);
	free(pattern);
	return n;
}

static int
shows_verdict(const struct canvas *c)
{
	struct buf b = BUF_INIT;
	int row, found = 0;

	for (row = 0; row < c->rows && !found; row++) {
		buf_reset(&b);
		canvas_row_text(c, row, &b);
		found = strstr(b.s, "   RIGHT.") == b.s ||
		    strstr(b.s, "   WRONG.") == b.s;
	}
	buf_release(&b);
	return found;
}

/* An answer whose verdict is seen is on the disk, and so is the question. */
static void
stage_show(struct term *t, const struct canvas *c)
{
	struct stage *s = stage_of(t);
	int verdict = s->scores != NULL && shows_verdict(c);

	if (verdict && !s->had_verdict) {
		s->verdicts++;
		assert_int_equal(
		    count_in_log(s->scores, "\"ev\":\"answer\""), s->verdicts);
		assert_int_equal(
		    count_in_log(s->scores, "\"ev\":\"shown\""), s->verdicts);
	}
	s->had_verdict = verdict;
}

static int
chance_key(struct stage *s)
{
	static const char *const keys[] = { "<Enter>", "<Enter>", "<Enter>",
		"<Space>", "<Up>", "<Down>", "<PgUp>", "<PgDn>", "<F1>", "<F2>",
		"<F3>", "<F4>", "<Esc>", "<C-g>", "<Left>", "<BackSpace>",
		"<Tab>", "a", "b", "c", "t", "f", "1", "2", "5", ".", "q", "q",
		"x", "X", "e", "p", "s", "h", "l", "i", "y", "m", "w", "j",
		"k" };
	enum { KEYS = sizeof(keys) / sizeof(*keys) };

	if (s->left-- <= 0)
		return TKEY_HANGUP;
	if (rng_below(&s->rng, 40) == 0) {
		s->rows = 1 + (int)rng_below(&s->rng, 30);
		s->cols = 1 + (int)rng_below(&s->rng, 90);
		return TKEY_RESIZE;
	}
	return key_parse(keys[rng_below(&s->rng, KEYS)]);
}

static int
stage_key(struct term *t, int timeout_ms)
{
	struct stage *s = stage_of(t);
	int key;

	(void)timeout_ms;
	if (s->keys == NULL)
		return chance_key(s);
	key = key_next(&s->keys);
	return key < 0 ? TKEY_HANGUP : key;
}

static int
stage_pending(struct term *t)
{
	(void)t;
	return 0;
}

static void
stage_size(struct term *t, int *rows, int *cols)
{
	*rows = stage_of(t)->rows;
	*cols = stage_of(t)->cols;
}

static void
stage_int(struct term *t, int n)
{
	(void)t;
	(void)n;
}

static void
stage_theme(struct term *t, enum look_theme theme)
{
	(void)t;
	(void)theme;
}

static void
stage_nothing(struct term *t)
{
	(void)t;
}

static void
stage_info(const struct term *t, struct term_info *out)
{
	(void)t;
	memset(out, 0, sizeof(*out));
	out->type = "stage";
	out->utf8 = 1;
}

static const struct term_ops stage_ops = {
	.close = stage_nothing,
	.size = stage_size,
	.show = stage_show,
	.key = stage_key,
	.pending = stage_pending,
	.watch = stage_int,
	.theme = stage_theme,
	.redraw = stage_nothing,
	.beep = stage_nothing,
	.suspend = stage_nothing,
	.info = stage_info,
};

static void
stage_init(struct stage *s, const char *keys)
{
	memset(s, 0, sizeof(*s));
	s->term.ops = &stage_ops;
	s->keys = keys;
	s->rows = 24;
	s->cols = 80;
}

enum { ANY_END = -1 };

/* Runs the pond's course; the caller frees the study. */
static struct study *
play(struct stage *s, struct study_setup *setup, int expected)
{
	struct tui_options opt = { .term = &s->term, .forget = 1 };
	struct study *study;
	struct course course;
	struct diags diags;
	int end;

	diags_init(&diags);
	course_init(&course);
	assert_int_equal(
	    course_find(&course, TOP_SRCDIR "/tests/screen/pond", NULL, &diags),
	    0);
	setup->course = &course;
	setup->learner = "ada";
	setup->seeded = 1;
	setup->seed = 1;
	study = study_new(setup);
	opt.course = &course;
	opt.diags = &diags;
	opt.hooks = study_hooks(study);
	opt.read_first = 1;
	end = (int)tui_run(&opt);
	if (expected != ANY_END)
		assert_int_equal(end, expected);
	course_release(&course);
	diags_release(&diags);
	return study;
}

static void
test_saved_before_verdict(void **state)
{
	char *dir = fixture_dir();
	struct study_setup setup = { .alone = 1, .scores = dir };
	struct stage s;

	(void)state;
	stage_init(&s, "b<Enter><Enter>acd<Enter><Enter>f<Enter><Enter>lily");
	s.scores = dir;
	study_free(play(&s, &setup, TUI_HANGUP));
	assert_int_equal(s.verdicts, 3);
	assert_int_equal(count_in_log(dir, "\"ev\":\"answer\""), 3);
	assert_int_equal(count_in_log(dir, "\"how\":\"hangup\""), 1);
	fixture_remove(dir);
}

static void
test_ends(void **state)
{
	static const struct {
		const char *keys, *how;
		enum tui_end end;
	} cases[] = {
		{ "b<Enter><Esc>qq", "\"how\":\"left\"", TUI_DONE },
		{ "b<Enter>QqQ", "\"how\":\"left\"", TUI_DONE },
		{ "<F4><F4><F4><F4><F4><F4><F4><F4><F4><F4>",
		    "\"how\":\"done\"", TUI_DONE },
		{ "b<Enter>", "\"how\":\"hangup\"", TUI_HANGUP },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *dir = fixture_dir();
		struct study_setup setup = { .alone = 1, .scores = dir };
		struct stage s;

		stage_init(&s, cases[i].keys);
		study_free(play(&s, &setup, cases[i].end));
		assert_int_equal(count_in_log(dir, cases[i].how), 1);
		assert_int_equal(count_in_log(dir, "\"ev\":\"finish\""), 1);
		fixture_remove(dir);
	}
}

static void
test_refused(void **state)
{
	static const char *const sections[] = { "ice", "nowhere" };
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		struct study_setup setup = { .alone = 1,
			.section = sections[i],
			.scores = "/dev/null" };
		struct study *study;
		struct stage s;

		stage_init(&s, "b<Enter>");
		study = play(&s, &setup, TUI_DONE);
		assert_non_null(study_refused(study));
		assert_null(study_lost(study));
		study_free(study);
	}
}

static void
test_lost(void **state)
{
	struct study_setup setup = { .alone = 1, .scores = "/dev/null" };
	struct study *study;
	struct stage s;

	(void)state;
	stage_init(&s, "b");
	study = play(&s, &setup, TUI_HANGUP);
	assert_null(study_lost(study));
	assert_null(study_refused(study));
	study_free(study);

	stage_init(&s, "b<Enter>");
	study = play(&s, &setup, TUI_HANGUP);
	assert_non_null(study_lost(study));
	assert_non_null(strstr(study_lost(study), "NOT SAVED: "));
	study_free(study);
}

/* Whatever is typed, at any size: nothing breaks. */
static void
test_chance(void **state)
{
	char *dir = fixture_dir(), *old = getcwd(NULL, 0);
	uint64_t seed;

	(void)state;
	assert_int_equal(chdir(dir), 0);
	for (seed = 1; seed <= 40; seed++) {
		struct study_setup setup = { .scores = "/dev/null" };
		struct stage s;

		setup.alone = seed % 2 == 1;
		setup.mode = seed % 5 == 0 ? SESSION_EXAM : SESSION_LEARN;
		stage_init(&s, NULL);
		s.left = 1000;
		rng_init(&s.rng, seed, 0);
		while (s.left > 0)
			study_free(play(&s, &setup, ANY_END));
	}
	assert_int_equal(chdir(old), 0);
	free(old);
	fixture_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_saved_before_verdict),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_lost),
		cmocka_unit_test(test_chance),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("study", tests, NULL, NULL);
}
