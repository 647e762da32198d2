/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/plain_read.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "cli/plain_state.h"
#include "doc/doc.h"
#include "text/utf8.h"

static int does(enum cmd_id cmd);

static void
help(const struct plain *p)
{
	struct buf b = BUF_INIT;
	int i;

	for (i = CMD_NONE + 1; i < CMD_COUNT; i++) {
		if (!does((enum cmd_id)i))
			continue;
		buf_reset(&b);
		bindings_keys(&p->chosen.config.bindings, (enum cmd_id)i, &b);
		printf("  %-10.*s", (int)strcspn(b.s, " "), b.s);
		plain_put_line(cmd_info[i].help);
	}
	puts("What a command needs is written behind it: /bone  :2.1  ma  f 1\n"
	     "v the bone ... it.  A d 2  M d a  An empty line goes on.");
	buf_release(&b);
}

static void
line_down(struct plain *p)
{
	plain_show(p, plain_count(p, 1));
}

static void
line_up(struct plain *p)
{
	plain_up(p, plain_count(p, 1));
}

static void
top(struct plain *p)
{
	plain_jump(p, 0);
}

static void
do_study(struct plain *p, enum cmd_id cmd, const char *arg)
{
	if (p->sections[0].items == 0)
		puts("This course has no questions.");
	else if (cmd == CMD_QUIZ)
		plain_quiz_section(p);
	else if (cmd == CMD_QUIZ_MENU)
		plain_study_menu(p, arg);
	else
		plain_scores(p);
}

/* What a command calls: one of the three. */
struct doing {
	void (*alone)(struct plain *p);
	void (*with)(struct plain *p, const char *arg);
	void (*by)(struct plain *p, int n);
	int n;
};

/* Besides these there are those of run(). */
static const struct doing doings[CMD_COUNT] = {
	[CMD_LINE_DOWN] = { .alone = line_down },
	[CMD_LINE_UP] = { .alone = line_up },
	[CMD_HALF_DOWN] = { .by = plain_show, .n = PAGE_LINES / 2 },
	[CMD_HALF_UP] = { .by = plain_up, .n = PAGE_LINES / 2 },
	[CMD_PAGE_DOWN] = { .by = plain_show, .n = PAGE_LINES },
	[CMD_PAGE_UP] = { .by = plain_up, .n = PAGE_LINES },
	[CMD_TOP] = { .alone = top },
	[CMD_BOTTOM] = { .alone = plain_go_end },
	[CMD_PERCENT] = { .alone = plain_percent },
	[CMD_PARA_DOWN] = { .by = plain_paragraph, .n = 1 },
	[CMD_PARA_UP] = { .by = plain_paragraph, .n = -1 },
	[CMD_NEXT_SECTION] = { .by = plain_next_section, .n = 1 },
	[CMD_PREV_SECTION] = { .by = plain_next_section, .n = -1 },
	[CMD_NEXT_SIBLING] = { .by = plain_sibling, .n = 1 },
	[CMD_PREV_SIBLING] = { .by = plain_sibling, .n = -1 },
	[CMD_PARENT] = { .alone = plain_parent },
	[CMD_CONTENTS] = { .alone = plain_contents },
	[CMD_PLACE] = { .alone = plain_say_place },
	[CMD_PALETTE] = { .with = plain_go_named },
	[CMD_HINTS] = { .with = plain_follow },
	[CMD_PEEK] = { .with = plain_peek },
	[CMD_REFS] = { .with = plain_refs },
	[CMD_BACK] = { .alone = plain_back },
	[CMD_FORWARD] = { .alone = plain_forward },
	[CMD_SEARCH] = { .with = plain_search },
	[CMD_NEXT_MATCH] = { .by = plain_step, .n = 1 },
	[CMD_PREV_MATCH] = { .by = plain_step, .n = -1 },
	[CMD_HITS] = { .alone = plain_list_matches },
	[CMD_INDEX] = { .with = plain_look_up },
	[CMD_DEFINE] = { .with = plain_define },
	[CMD_MARK] = { .with = plain_mark },
	[CMD_GO_MARK] = { .with = plain_go_mark },
	[CMD_MARKS] = { .with = plain_marks },
	[CMD_NOTE] = { .with = plain_add_note },
	[CMD_NOTES] = { .with = plain_notes },
	[CMD_SELECT] = { .with = plain_highlight },
	[CMD_COPY] = { .alone = plain_copy },
	[CMD_CLOSED_BOOK] = { .alone = plain_close_book },
	[CMD_REVEAL] = { .alone = plain_reveal },
	[CMD_WIDER] = { .by = plain_width, .n = 4 },
	[CMD_NARROWER] = { .by = plain_width, .n = -4 },
	[CMD_CARDS] = { .alone = plain_cards },
	[CMD_WIDE] = { .alone = plain_wide },
	[CMD_FOCUS] = { .alone = plain_focus },
};

/* 0 if the table has nothing for it. */
static int
run_doing(struct plain *p, const struct doing *d, const char *arg)
{
	if (d->alone != NULL)
		d->alone(p);
	else if (d->with != NULL)
		d->with(p, arg);
	else if (d->by != NULL)
		d->by(p, d->n);
	else
		return 0;
	return 1;
}

static int
is_study(enum cmd_id cmd)
{
	return cmd == CMD_QUIZ || cmd == CMD_QUIZ_MENU || cmd == CMD_SCORES;
}

static int
does(enum cmd_id cmd)
{
	const struct doing *d = &doings[cmd];

	return d->alone != NULL || d->with != NULL || d->by != NULL ||
	    is_study(cmd) || cmd == CMD_HELP || cmd == CMD_CLOSE ||
	    cmd == CMD_QUIT;
}

static void
run(struct plain *p, enum cmd_id cmd, const char *arg)
{
	if (cmd == CMD_CLOSE || cmd == CMD_QUIT)
		p->quit = 1;
	else if (cmd == CMD_HELP)
		help(p);
	else if (is_study(cmd))
		do_study(p, cmd, arg);
	else if (!run_doing(p, &doings[cmd], arg))
		puts("There is no such command here; ? lists those there are.");
}

/* An empty line, or a number of lines. */
static void
go_on(struct plain *p)
{
	if (p->focus && p->count < 0)
		plain_paragraph(p, 1);
	else
		plain_show(p, p->count > 0 ? p->count : PAGE_LINES);
}

/* "12j", "/bone", "f 2": a count, a key, what the command needs. */
static void
obey(struct plain *p, const char *s)
{
	uint32_t key;
	size_t n;

	p->count = -1;
	for (; isdigit((unsigned char)*s) && p->count < 100000; s++)
		p->count = (p->count < 0 ? 0 : p->count) * 10 + (*s - '0');
	if (*s == '\0') {
		go_on(p);
		return;
	}
	n = utf8_decode(s, strlen(s), &key);
	s += n + strspn(s + n, " ");
	run(p,
	    bindings_find(&p->chosen.config.bindings, CMD_IN_READER, (int)key),
	    s);
}

/* One line of clean text; 0 at the end of the input. */
static int
read_line(struct plain *p)
{
	struct buf raw = BUF_INIT;
	int c;

	fputs("> ", stdout);
	fflush(stdout);
	while ((c = getchar()) != EOF && c != '\n') {
		if (raw.len < LINE_MAX_LEN)
			buf_addc(&raw, (char)c);
	}
	if (raw.len > 0 && raw.s[raw.len - 1] == '\r')
		buf_truncate(&raw, raw.len - 1);
	buf_reset(&p->line);
	text_clean(&p->line, raw.s, raw.len);
	if (!input_is_terminal() && (c != EOF || raw.len > 0))
		plain_put_line(p->line.s);
	c = c != EOF || raw.len > 0;
	buf_release(&raw);
	return c;
}

/* Where reading stopped, unless a section was named. */
static void
begin(struct plain *p)
{
	struct read_place place;
	uint32_t node = DOC_NONE, at = 0;

	place_init(&place);
	if (option_section(p->cli, p->doc, &node) == -1) {
		p->quit = 1;
	} else if (node != DOC_NONE) {
		at = doc_node(p->doc, node)->start;
	} else if (place_load(&place, p->o->course.keep) == 0 &&
	    place_find(&place, p->doc, &at) == 0 && at > 0) {
		puts("On from where you stopped; g goes to the beginning.");
	}
	place_release(&place);
	if (p->quit)
		return;
	plain_say_broken(p);
	plain_say_due(p);
	plain_go_offset(p, at);
}

/* After each line, as nobody knows which is the last. */
static void
keep_place(struct plain *p)
{
	struct read_place place;
	uint32_t at = plain_offset(p);

	if (p->kept == at)
		return;
	p->kept = at;
	place_init(&place);
	place_take(&place, p->doc, at, (int64_t)time(NULL));
	(void)place_save(&place, p->o->course.keep);
	place_release(&place);
}

static void
release(struct plain *p)
{
	plain_study_release(p);
	layout_free(p->layout);
	index_free(p->index);
	search_release(&p->search);
	vocab_release(&p->vocab);
	notes_release(&p->notes);
	chosen_release(&p->chosen);
	vec_release(&p->back);
	vec_release(&p->forward);
	vec_release(&p->hidden.all);
	buf_release(&p->line);
}

int
plain_read(const struct cli *c, struct opened *o)
{
	struct plain p = { .cli = c, .o = o, .doc = o->doc, .kept = NOT_KEPT };
	struct layout_options opt = { 0 };
	int status = CLI_DONE;

	input_by_bytes();
	chosen_load(&p.chosen, c);
	opt.width = (int)option_number(
	    c, OPT_WIDTH, p.chosen.config.value[SET_WIDTH], 1, WIDTH_MAX);
	opt.ascii = !locale_is_utf8();
	if (opt.width < 0 || doc_sections(o->doc) == 0) {
		chosen_release(&p.chosen);
		return opt.width < 0 ? CLI_USAGE : CLI_FAULT;
	}
	p.opt = opt;
	p.layout = layout_new(o->doc, &opt);
	search_init(&p.search);
	vocab_init(&p.vocab);
	notes_init(&p.notes);
	buf_init(&p.line);
	plain_load_notes(&p);
	plain_study_load(&p);
	begin(&p);
	if (p.quit)
		status = CLI_FAULT;
	while (!p.quit && read_line(&p)) {
		obey(&p, p.line.s);
		keep_place(&p);
	}
	p.kept = NOT_KEPT; /* the time counts as well */
	if (status == CLI_DONE)
		keep_place(&p);
	release(&p);
	return status;
}
