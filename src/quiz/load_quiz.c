/* SPDX-License-Identifier: ISC */
/* The quiz and what stands in it, down to the items. */
#include "config.h"

#include <float.h>
#include <string.h>

#include "base/file.h"
#include "quiz/bank.h"
#include "quiz/kind.h"
#include "quiz/load.h"

static const struct attr_spec no_attrs[] = { { .name = NULL } };

const struct attr_spec load_item_attrs[] = {
	{ "xml:id", ATTR_ID, 1, offsetof(struct item, id), NULL, 0, 0 },
	{ "about", ATTR_ABOUT, 1, offsetof(struct item, about), NULL, 0, 0 },
	{ "points", ATTR_NUMBER, 0, offsetof(struct item, points), NULL, 0,
	    1e6 },
	{ "rev", ATTR_COUNT, 0, offsetof(struct item, rev), NULL, 1, 0 },
	{ "level", ATTR_WORD, 0, offsetof(struct item, level),
	    "remember understand apply analyze evaluate create", 0, 0 },
	{ "tags", ATTR_TOKENS, 0, offsetof(struct item, tags), NULL, 0, 0 },
	{ "use", ATTR_FLAGS, 0, offsetof(struct item, use), "drill exam", 1,
	    0 },
	{ "shuffle", ATTR_YESNO, 0, offsetof(struct item, shuffle), NULL, 0,
	    0 },
	{ "case", ATTR_REF, 0, offsetof(struct item, case_id), NULL, 0, 0 },
	{ "after", ATTR_TOKENS, 0, offsetof(struct item, after), NULL, 0, 0 },
	{ .name = NULL },
};

static const struct attr_spec settings_attrs[] = {
	{ "pass", ATTR_NUMBER, 0, offsetof(struct settings, pass), NULL, 0, 1 },
	{ "time", ATTR_TIME, 0, offsetof(struct settings, time), NULL, 0, 0 },
	{ "attempts", ATTR_COUNT, 0, offsetof(struct settings, attempts), NULL,
	    0, 0 },
	{ "shuffle", ATTR_FLAGS, 0, offsetof(struct settings, shuffle),
	    "items options", 0, 0 },
	{ "feedback", ATTR_WORD, 0, offsetof(struct settings, feedback),
	    "now end never", 0, 0 },
	{ "confidence", ATTR_WORD, 0, offsetof(struct settings, confidence),
	    "off ask marks", 0, 0 },
	{ "retention", ATTR_NUMBER, 0, offsetof(struct settings, retention),
	    NULL, 0, 1 },
	{ "criterion", ATTR_COUNT, 0, offsetof(struct settings, criterion),
	    NULL, 1, 0 },
	{ .name = NULL },
};

void
load_item_init(struct load *l, struct item *it, enum item_kind kind)
{
	it->kind = kind;
	it->rev = 1;
	it->points = 1;
	it->use = USE_DRILL | USE_EXAM;
	it->shuffle = 1;
	it->level = LEVEL_NONE;
	it->quiz = l->quiz;
	it->group = l->group;
	it->place = load_place(l);
	rich_init(&it->stem);
	rich_init(&it->why);
	rich_init(&it->feedback);
	rich_init(&it->back);
}

void
load_add(struct load *l, struct item *it)
{
	if (it->from == NULL)
		it->from = it->id;
	vec_push_ptr(&l->bank->items, it);
}

const char *
load_made_id(struct load *l, const char *from, const char *name)
{
	char *id = arena_printf(&l->bank->arena, "%s%s%s",
	    from == NULL ? "" : from, from == NULL ? "" : "/", name);
	char *blank;

	while ((blank = strchr(id, ' ')) != NULL)
		*blank = '-';
	return id;
}

size_t
load_family(struct load *l)
{
	return ++l->bank->n_families;
}

static int
item_child(struct load *l, void *ctx, const char *name)
{
	struct item *it = ctx;
	const struct kind_ops *ops = kind_ops(it->kind);

	if (ops->child(l, it, name))
		return 1;
	if (strcmp(name, "stem") == 0 && ops->stem == NULL)
		load_text_once(l, &it->stem, 1);
	else if (strcmp(name, "feedback") == 0 && ops->feedback)
		load_text_once(l, &it->feedback, 0);
	else if (strcmp(name, "why") == 0)
		load_text_once(l, &it->why, 1);
	else if (strcmp(name, "hint") == 0)
		load_hint(l, it);
	else
		return 0;
	return 1;
}

static void
check_item(struct load *l, struct item *it)
{
	const struct kind_ops *ops = kind_ops(it->kind);

	if (it->stem.text.len == 0)
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING,
		    item_kind_name(it->kind), it->id,
		    ops->stem == NULL ? "stem" : ops->stem);
	ops->check(l, it);
}

/* Each mistake is told once: what follows from a faulty child is not. */
static void
load_item(struct load *l, enum item_kind kind)
{
	const struct kind_ops *ops = kind_ops(kind);
	struct item *it = arena_alloc(&l->bank->arena, sizeof(*it));
	size_t before = l->diags->errors, own = l->faults, inside;

	load_item_init(l, it, kind);
	if (ops->prepare != NULL)
		ops->prepare(l, it);
	load_attrs(l, load_item_attrs, ops->attrs, it);
	inside = l->faults;
	load_children(l, item_child, it);
	/* The XML broke off within the item: it cannot be judged. */
	if (l->diags->errors - before > l->faults - own)
		return;
	if (l->faults == inside)
		check_item(l, it);
	if (l->faults != own)
		return;
	if (ops->make != NULL)
		ops->make(l, it);
	else
		load_add(l, it);
}

static int
try_item(struct load *l, const char *name)
{
	enum item_kind kind = kind_find(name);

	if (kind == ITEM_KIND_COUNT)
		return 0;
	l->n_seen++;
	load_item(l, kind);
	return 1;
}

static void
load_case(struct load *l)
{
	static const struct attr_spec specs[] = {
		{ "xml:id", ATTR_ID, 1, offsetof(struct quiz_case, id), NULL, 0,
		    0 },
		{ .name = NULL },
	};
	struct quiz_case *c = arena_alloc(&l->bank->arena, sizeof(*c));
	size_t before = l->diags->errors;

	c->place = load_place(l);
	load_attrs(l, specs, NULL, c);
	load_text(l, &c->text, 1, NULL);
	if (l->diags->errors == before && c->text.text.len == 0)
		load_fault(l, &c->place, DIAG_QUIZ_NO_TEXT, "case");
	if (l->diags->errors != before)
		return;
	c->index = l->bank->cases.n;
	vec_push_ptr(&l->bank->cases, c);
	ids_add(&l->bank->case_ids, c->id, c);
}

static int
group_child(struct load *l, void *ctx, const char *name)
{
	struct quiz_group *g = ctx;

	if (strcmp(name, "title") == 0)
		load_text_once(l, &g->title, 0);
	else if (strcmp(name, "case") == 0)
		load_case(l);
	else
		return try_item(l, name);
	return 1;
}

static void
load_group(struct load *l)
{
	static const struct attr_spec specs[] = {
		{ "xml:id", ATTR_ID, 0, offsetof(struct quiz_group, id), NULL,
		    0, 0 },
		{ "about", ATTR_ABOUT, 0, offsetof(struct quiz_group, about),
		    NULL, 0, 0 },
		{ "pick", ATTR_COUNT, 0, offsetof(struct quiz_group, pick),
		    NULL, 1, 0 },
		{ .name = NULL },
	};
	struct quiz_group *g = arena_alloc(&l->bank->arena, sizeof(*g));
	size_t before = l->faults;

	g->place = load_place(l);
	g->index = l->bank->groups.n;
	rich_init(&g->title);
	load_attrs(l, specs, NULL, g);
	/* The items of a faulty group are as good as any. */
	vec_push_ptr(&l->bank->groups, g);
	if (l->faults == before && g->id != NULL)
		ids_add(&l->bank->group_ids, g->id, g);
	l->group = g;
	load_children(l, group_child, g);
	l->group = NULL;
}

static void
load_enemies(struct load *l)
{
	static const struct attr_spec specs[] = {
		{ "items", ATTR_TOKENS, 1, offsetof(struct enemies, items),
		    NULL, 0, 0 },
		{ .name = NULL },
	};
	struct enemies e = { .place = load_place(l) };

	load_attrs(l, specs, NULL, &e);
	load_children(l, NULL, NULL);
	vec_push(&l->bank->enemies, e);
}

static int
info_child(struct load *l, void *ctx, const char *name)
{
	(void)ctx;
	if (strcmp(name, "author") != 0 && strcmp(name, "date") != 0 &&
	    strcmp(name, "license") != 0)
		return 0;
	load_skip(l);
	return 1;
}

static void
load_settings(struct load *l, struct quiz *q)
{
	q->settings.place = load_place(l);
	load_attrs(l, settings_attrs, NULL, &q->settings);
	load_children(l, NULL, NULL);
}

static int
quiz_child(struct load *l, void *ctx, const char *name)
{
	struct quiz *q = ctx;

	if (strcmp(name, "title") == 0) {
		load_text_once(l, &q->title, 0);
	} else if (strcmp(name, "info") == 0) {
		load_attrs(l, no_attrs, NULL, NULL);
		load_children(l, info_child, NULL);
	} else if (strcmp(name, "settings") == 0) {
		load_settings(l, q);
	} else if (strcmp(name, "group") == 0) {
		load_group(l);
	} else if (strcmp(name, "facts") == 0) {
		l->n_seen++;
		load_facts(l);
	} else if (strcmp(name, "enemies") == 0) {
		load_enemies(l);
	} else if (strcmp(name, "case") == 0) {
		load_case(l);
	} else {
		return try_item(l, name);
	}
	return 1;
}

static struct quiz *
quiz_new(struct load *l)
{
	struct quiz *q = arena_alloc(&l->bank->arena, sizeof(*q));

	q->version = 1;
	q->file = load_place(l).file;
	q->id = path_base(q->file);
	q->index = l->bank->quizzes.n;
	q->settings.shuffle = SHUFFLE_ITEMS | SHUFFLE_OPTIONS;
	q->settings.retention = 0.9;
	q->settings.criterion = 1;
	rich_init(&q->title);
	vec_push_ptr(&l->bank->quizzes, q);
	return q;
}

/* Finds the item's case, which may stand behind it in the file. */
static int
find_case(struct load *l, struct item *it)
{
	if (it->case_id == NULL)
		return 1;
	it->story = bank_case(l->bank, it->case_id);
	if (it->story == NULL && ids_find(&l->bank->ids, it->case_id) == NULL &&
	    !xml_broken(l->xml))
		load_fault(l, &it->place, DIAG_QUIZ_REF, "case", it->case_id,
		    "case", "quiz");
	return it->story != NULL;
}

/* Items of one element stand together. */
static void
note_made(struct bank *bank, const struct item *it)
{
	struct made *made = ids_find(&bank->made_ids, it->from);

	if (made == NULL) {
		made = arena_alloc(&bank->arena, sizeof(*made));
		made->first = it->index;
		ids_add(&bank->made_ids, it->from, made);
	}
	made->n++;
}

/* Takes in the file's sound items; one whose case is missing is none. */
static void
finish(struct load *l)
{
	struct bank *bank = l->bank;
	size_t i, n = l->first;

	for (i = l->first; i < bank->items.n; i++) {
		struct item *it = bank->items.v[i];

		if (!find_case(l, it))
			continue;
		it->index = n;
		bank->items.v[n++] = it;
		ids_add(&bank->item_ids, it->id, it);
		note_made(bank, it);
	}
	bank->items.n = n;
}

static void
load_quiz(struct load *l)
{
	static const struct attr_spec specs[] = {
		{ "xml:id", ATTR_ID, 0, offsetof(struct quiz, id), NULL, 0, 0 },
		{ "xml:lang", ATTR_TOKEN, 0, offsetof(struct quiz, lang), NULL,
		    0, 0 },
		{ "version", ATTR_COUNT, 0, offsetof(struct quiz, version),
		    NULL, 0, 0 },
		{ "article", ATTR_ANY, 0, 0, NULL, 0, 0 },
		{ .name = NULL },
	};
	struct place here = load_place(l);
	struct quiz *q = quiz_new(l);

	l->quiz = q;
	load_attrs(l, specs, NULL, q);
	load_children(l, quiz_child, q);
	load_next(l);
	if (l->n_seen == 0 && !xml_broken(l->xml))
		load_fault(l, &here, DIAG_QUIZ_EMPTY, NULL);
	finish(l);
}

/* Is the root element, at hand, that of a quiz?  If not, says so. */
static int
is_quiz(struct load *l)
{
	struct place here = load_place(l);

	if (strcmp(load_name(l), "quiz") == 0)
		return 1;
	if (strcmp(load_raw_name(l), "quiz") == 0)
		load_fault(l, &here, DIAG_QUIZ_NS, NULL);
	else
		load_fault(l, &here, DIAG_FILE_KIND, load_raw_name(l));
	return 0;
}

int
bank_load_source(
    struct bank *bank, const struct xml_source *source, struct diags *d)
{
	struct load l = { .bank = bank,
		.diags = d,
		.first = bank->items.n,
		.source = source };
	int rc = -1;

	l.xml = xml_open(source, d);
	if (l.xml == NULL)
		return -1;
	do
		load_next(&l);
	while (l.ev.kind == XML_TEXT);
	if (l.ev.kind == XML_START && is_quiz(&l)) {
		load_quiz(&l);
		bank_settle_enemies(bank);
		rc = 0;
	}
	xml_close(l.xml);
	return rc;
}

int
bank_load(
    struct bank *bank, const char *path, const char *root, struct diags *d)
{
	struct xml_source source = { .path = path, .root = root };

	return bank_load_source(bank, &source, d);
}
