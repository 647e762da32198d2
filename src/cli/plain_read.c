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
	     "An empty line goes on.");
	buf_release(&b);
}

/* Commands that need nothing but a count. */
static int
run_moving(struct plain *p, enum cmd_id cmd)
{
	switch ((int)cmd) {
	case CMD_LINE_DOWN:
		plain_show(p, plain_count(p, 1));
		return 1;
	case CMD_LINE_UP:
		plain_up(p, plain_count(p, 1));
		return 1;
	case CMD_HALF_DOWN:
		plain_show(p, PAGE_LINES / 2);
		return 1;
	case CMD_HALF_UP:
		plain_up(p, PAGE_LINES / 2);
		return 1;
	case CMD_PAGE_DOWN:
		plain_show(p, PAGE_LINES);
		return 1;
	case CMD_PAGE_UP:
		plain_up(p, PAGE_LINES);
		return 1;
	case CMD_TOP:
		plain_jump(p, 0);
		return 1;
	case CMD_BOTTOM:
		plain_go_end(p);
		return 1;
	case CMD_PERCENT:
		plain_percent(p);
		return 1;
	case CMD_NEXT_SECTION:
		plain_next_section(p, 1);
		return 1;
	case CMD_PREV_SECTION:
		plain_next_section(p, -1);
		return 1;
	case CMD_PARENT:
		plain_parent(p);
		return 1;
	default:
		return 0;
	}
}

static int
run_mine(struct plain *p, enum cmd_id cmd, const char *arg)
{
	switch ((int)cmd) {
	case CMD_MARK:
		plain_mark(p, arg);
		return 1;
	case CMD_GO_MARK:
		plain_go_mark(p, arg);
		return 1;
	case CMD_MARKS:
		plain_list_notes(p, NOTE_MARK);
		return 1;
	case CMD_NOTE:
		plain_add_note(p, arg);
		return 1;
	case CMD_NOTES:
		plain_list_notes(p, NOTE_TEXT);
		return 1;
	case CMD_BACK:
		plain_back(p);
		return 1;
	case CMD_PLACE:
		plain_say_place(p);
		return 1;
	default:
		return 0;
	}
}

static int
run_finding(struct plain *p, enum cmd_id cmd, const char *arg)
{
	switch ((int)cmd) {
	case CMD_CONTENTS:
		plain_contents(p);
		return 1;
	case CMD_PALETTE:
		plain_go_named(p, arg);
		return 1;
	case CMD_SEARCH:
		plain_search(p, arg);
		return 1;
	case CMD_NEXT_MATCH:
		plain_step(p, 1);
		return 1;
	case CMD_PREV_MATCH:
		plain_step(p, -1);
		return 1;
	case CMD_HITS:
		plain_list_matches(p);
		return 1;
	case CMD_HINTS:
		plain_follow(p, arg);
		return 1;
	case CMD_DEFINE:
		plain_define(p, arg);
		return 1;
	default:
		return 0;
	}
}

static int
run_study(struct plain *p, enum cmd_id cmd, const char *arg)
{
	if (cmd != CMD_QUIZ && cmd != CMD_QUIZ_MENU && cmd != CMD_SCORES)
		return 0;
	if (p->sections[0].items == 0)
		puts("This course has no questions.");
	else if (cmd == CMD_QUIZ)
		plain_quiz_section(p);
	else if (cmd == CMD_QUIZ_MENU)
		plain_study_menu(p, arg);
	else
		plain_scores(p);
	return 1;
}

/* The commands of the functions above, and those of run(). */
static int
does(enum cmd_id cmd)
{
	static const enum cmd_id all[] = { CMD_LINE_DOWN, CMD_LINE_UP,
		CMD_HALF_DOWN, CMD_HALF_UP, CMD_PAGE_DOWN, CMD_PAGE_UP, CMD_TOP,
		CMD_BOTTOM, CMD_PERCENT, CMD_NEXT_SECTION, CMD_PREV_SECTION,
		CMD_PARENT, CMD_MARK, CMD_GO_MARK, CMD_MARKS, CMD_NOTE,
		CMD_NOTES, CMD_BACK, CMD_PLACE, CMD_CONTENTS, CMD_PALETTE,
		CMD_SEARCH, CMD_NEXT_MATCH, CMD_PREV_MATCH, CMD_HITS, CMD_HINTS,
		CMD_DEFINE, CMD_QUIZ, CMD_QUIZ_MENU, CMD_SCORES, CMD_HELP,
		CMD_CLOSE, CMD_QUIT };
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (all[i] == cmd)
			return 1;
	}
	return 0;
}

static void
run(struct plain *p, enum cmd_id cmd, const char *arg)
{
	if (cmd == CMD_CLOSE || cmd == CMD_QUIT)
		p->quit = 1;
	else if (cmd == CMD_HELP)
		help(p);
	else if (!run_moving(p, cmd) && !run_mine(p, cmd, arg) &&
	    !run_finding(p, cmd, arg) && !run_study(p, cmd, arg))
		puts("There is no such command here; ? lists those there are.");
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
		plain_show(p, p->count > 0 ? p->count : PAGE_LINES);
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
	plain_say_due(p);
	plain_go_offset(p, at);
}

static void
keep_place(struct plain *p)
{
	struct read_place place;

	place_init(&place);
	place_take(&place, p->doc, plain_offset(p), (int64_t)time(NULL));
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
	buf_release(&p->line);
}

int
plain_read(const struct cli *c, struct opened *o)
{
	struct plain p = { .cli = c, .o = o, .doc = o->doc };
	struct layout_options opt = { 0 };
	int status = CLI_DONE;

	chosen_load(&p.chosen, c);
	opt.width = (int)option_number(
	    c, OPT_WIDTH, p.chosen.config.value[SET_WIDTH], 1, WIDTH_MAX);
	opt.ascii = !locale_is_utf8();
	if (opt.width < 0 || doc_sections(o->doc) == 0) {
		chosen_release(&p.chosen);
		return opt.width < 0 ? CLI_USAGE : CLI_FAULT;
	}
	p.layout = layout_new(o->doc, &opt);
	search_init(&p.search);
	vocab_init(&p.vocab);
	notes_init(&p.notes);
	buf_init(&p.line);
	(void)notes_load(&p.notes, o->course.keep);
	notes_settle(&p.notes, o->doc);
	plain_study_load(&p);
	begin(&p);
	if (p.quit)
		status = CLI_FAULT;
	while (!p.quit && read_line(&p))
		obey(&p, p.line.s);
	if (status == CLI_DONE)
		keep_place(&p);
	release(&p);
	return status;
}
