/* SPDX-License-Identifier: ISC */
/*
 * What holds of any log: a replay gives the state that was left, a log cut in
 * two files and two logs merged in either order give the same, an event that
 * comes twice counts once.  Logs are made by chance.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "course/history.h"
#include "course/sitting.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/rng.h"
#include "read_doc.h"
#include "score/day.h"
#include "score/event.h"
#include "score_fixture.h"
#include "unit.h"

enum { ROUNDS = 40, EVENTS = 120, ITEMS = 6, DAY = 20000 };

#define DAY_MS (INT64_C(24) * 60 * 60 * 1000)

/* A log by chance, and what its reviews should have come to. */
struct chance_log {
	struct rng rng;
	struct buf lines[2]; /* of two machines */
	int64_t n[2];
	int64_t ts;
	struct memory memory[ITEMS];
	struct memory before[ITEMS]; /* the last answer */
	int may_undo[ITEMS];
	char last[ITEMS][32]; /* id of the last answer */
	struct memory_model model;
};

static void
put(struct chance_log *m, int file, struct event *e, char id[32])
{
	static const char *const machines[] = { "lab1", "lab2" };

	snprintf(id, 32, "ada@%s-%d", machines[file], (int)++m->n[file]);
	e->v = EVENT_VERSION;
	e->n = m->n[file];
	e->id = id;
	e->ts = m->ts;
	e->day = day_number(m->ts, 0);
	e->who = "ada";
	assert_int_equal(event_encode(&m->lines[file], e), 0);
}

static void
put_answer(struct chance_log *m, int file, int item)
{
	static const double fracs[] = { 0, 0.5, 0.7, 1, 1, 1 };
	struct event e = { .kind = EVENT_ANSWER };
	struct memory_answer a = { 0 };
	char name[8];

	snprintf(name, sizeof(name), "i%d", item);
	e.item = name;
	e.frac = fracs[rng_below(&m->rng, 6)];
	e.max = 1;
	e.pts = e.frac;
	e.hints = rng_below(&m->rng, 4) == 0;
	e.conf = rng_below(&m->rng, 4);
	e.rating = rng_below(&m->rng, 3) == 0 ? rng_below(&m->rng, 5) : 0;
	put(m, file, &e, m->last[item]);
	a.fraction = e.frac;
	a.hints = (unsigned)e.hints;
	a.confidence = (int)e.conf;
	m->before[item] = m->memory[item];
	m->may_undo[item] = 1;
	memory_review(&m->memory[item], &m->model,
	    e.rating > 0 ? (enum memory_rating)e.rating : memory_rating_of(&a),
	    e.day);
}

static void
put_undo(struct chance_log *m, int file, int item)
{
	struct event e = { .kind = EVENT_UNDO, .ref = m->last[item] };
	char id[32];

	if (!m->may_undo[item])
		return;
	m->may_undo[item] = 0;
	m->memory[item] = m->before[item];
	put(m, file, &e, id);
}

static void
make_log(struct chance_log *m, uint64_t seed)
{
	int i;

	memset(m, 0, sizeof(*m));
	rng_init(&m->rng, seed, 1);
	memory_model_init(&m->model, 0);
	m->ts = DAY * DAY_MS;
	for (i = 0; i < EVENTS; i++) {
		int item = (int)rng_below(&m->rng, ITEMS);
		int file = (int)rng_below(&m->rng, 2);

		m->ts += 60000;
		if (rng_below(&m->rng, 3) == 0)
			m->ts += rng_below(&m->rng, 5) * DAY_MS;
		if (rng_below(&m->rng, 8) == 0)
			put_undo(m, file, item);
		else
			put_answer(m, file, item);
	}
}

static void
release_log(struct chance_log *m)
{
	buf_release(&m->lines[0]);
	buf_release(&m->lines[1]);
}

/* Reads the files of a folder, and compares with what was left. */
static void
assert_left(const char *dir, const struct chance_log *m)
{
	struct history *h = history_new(NULL);
	char name[8];
	int i;

	assert_int_equal(history_read(h, dir, "psoas", "ada", NULL), 0);
	for (i = 0; i < ITEMS; i++) {
		const struct history_item *found = NULL;
		struct memory none = { 0 };
		size_t j;

		snprintf(name, sizeof(name), "i%d", i);
		for (j = 0; j < history_items(h); j++) {
			if (strcmp(history_item_at(h, j)->id, name) == 0)
				found = history_item_at(h, j);
		}
		assert_memory_equal(found == NULL ? &none : &found->memory,
		    &m->memory[i], sizeof(none));
	}
	history_free(h);
}

static void
logs_merge_in_either_order(void **state)
{
	static const char *const names[2][2] = {
		{ "ada@lab1.jsonl", "ada@lab2.jsonl" },
		{ "ada@z.jsonl", "ada@b.jsonl" },
	};
	uint64_t seed;
	int order, file;

	(void)state;
	for (seed = 1; seed <= ROUNDS; seed++) {
		struct chance_log m;

		make_log(&m, seed);
		for (order = 0; order < 2; order++) {
			char *dir = fixture_dir();

			for (file = 0; file < 2; file++)
				fixture_write(dir, names[order][file],
				    m.lines[file].s, m.lines[file].len);
			assert_left(dir, &m);
			/* And one of them once more, from a third machine. */
			fixture_write(dir, "ada@copy.jsonl", m.lines[order].s,
			    m.lines[order].len);
			assert_left(dir, &m);
			fixture_remove(dir);
		}
		release_log(&m);
	}
}

/* A replay of the first part of a log, and of the rest from another file. */
static void
a_log_may_be_cut_anywhere(void **state)
{
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= ROUNDS; seed++) {
		char *dir = fixture_dir();
		struct chance_log m;
		size_t cut;

		make_log(&m, seed);
		cut = rng_below(&m.rng, (uint32_t)m.lines[0].len);
		while (cut > 0 && m.lines[0].s[cut - 1] != '\n')
			cut--;
		fixture_write(dir, "ada@a.jsonl", m.lines[0].s, cut);
		fixture_write(dir, "ada@b.jsonl", m.lines[0].s + cut,
		    m.lines[0].len - cut);
		fixture_write(dir, "ada@c.jsonl", m.lines[1].s, m.lines[1].len);
		assert_left(dir, &m);
		fixture_remove(dir);
		release_log(&m);
	}
}

/* A sitting, and what it left by its own account. */
struct sat {
	struct bank *bank;
	struct doc *doc;
	struct rng rng;
	char *dir;
	struct memory memory[ITEMS];
	struct memory_model model;
	int64_t today;
};

static struct bank *
make_bank(void)
{
	struct xml_source source = { .path = "sat.xml" };
	struct bank *bank = bank_new();
	struct buf b = BUF_INIT;
	struct diags d;
	int i;

	diags_init(&d);
	buf_adds(&b, "<quiz xmlns='urn:lectern:quiz:1'>");
	for (i = 0; i < ITEMS; i++)
		buf_printf(&b,
		    "<truefalse xml:id='i%d' about='#p' answer='true'>"
		    "<stem>?</stem><hint>!</hint></truefalse>",
		    i);
	buf_adds(&b, "</quiz>");
	source.data = b.s;
	source.len = b.len;
	assert_int_equal(bank_load_source(bank, &source, &d), 0);
	assert_int_equal(d.all.n, 0);
	diags_release(&d);
	buf_release(&b);
	return bank;
}

static void
answer(struct sat *sat, struct sitting *s)
{
	struct session *session = sitting_session(s);
	const struct item *it = session_item(session);
	struct memory before = sat->memory[it->index];
	struct response r;

	sitting_show(s);
	if (rng_below(&sat->rng, 5) == 0)
		(void)session_hint(session);
	response_init(&r);
	assert_int_equal(answer_parse(&r, it, session_order(session),
			     rng_below(&sat->rng, 3) > 0 ? "t" : "f", 1),
	    0);
	sitting_answer(s, &r);
	memory_review(&sat->memory[it->index], &sat->model,
	    session_last(session)->rating, sat->today);
	response_release(&r);
	if (rng_below(&sat->rng, 6) == 0) {
		assert_int_equal(sitting_undo(s), 0);
		sat->memory[it->index] = before;
		return;
	}
	session_next(session);
}

static void
sit(struct sat *sat, uint64_t seed)
{
	struct sitting_setup setup = { .doc = sat->doc, .bank = sat->bank };
	struct sitting *s;

	setup.course = "psoas";
	setup.node = DOC_NONE;
	setup.mode = SESSION_LEARN;
	setup.seed = seed;
	setup.learner = "ada";
	setup.scores = sat->dir;
	s = sitting_new(&setup);
	while (session_item(sitting_session(s)) != NULL)
		answer(sat, s);
	assert_int_equal(sitting_finish(s, "done"), 0);
	sitting_free(s);
}

static void
a_replay_gives_what_was_left(void **state)
{
	int64_t now = day_now(NULL);
	struct sat sat = { .bank = make_bank() };
	uint64_t seed;
	size_t i;

	(void)state;
	sat.doc = read_doc("<article/>");
	sat.today = day_number(now, day_zone(now));
	memory_model_init(&sat.model, 0);
	for (seed = 1; seed <= 10; seed++) {
		struct history *h = history_new(sat.bank);

		rng_init(&sat.rng, seed, 2);
		memset(sat.memory, 0, sizeof(sat.memory));
		sat.dir = fixture_dir();
		sit(&sat, seed);
		sit(&sat, seed + 100);
		assert_int_equal(
		    history_read(h, sat.dir, "psoas", "ada", NULL), 0);
		for (i = 0; i < ITEMS; i++)
			assert_memory_equal(
			    &history_item(h, sat.bank->items.v[i])->memory,
			    &sat.memory[i], sizeof(struct memory));
		history_free(h);
		fixture_remove(sat.dir);
	}
	doc_free(sat.doc);
	bank_free(sat.bank);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(logs_merge_in_either_order),
		cmocka_unit_test(a_log_may_be_cut_anywhere),
		cmocka_unit_test(a_replay_gives_what_was_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
