/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/plain_read.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <unistd.h>

#include "base/buf.h"
#include "cli/chosen.h"
#include "cli/common.h"
#include "course/notes.h"
#include "course/place.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/index.h"
#include "doc/vocab.h"
#include "layout/layout.h"
#include "term/key.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/utf8.h"
#include "tui/cmd.h"
#include "tui/crumbs.h"
#include "tui/search.h"

enum {
	PAGE_LINES = 20,
	WIDTH_MAX = 1000,
	LINE_MAX_LEN = 4096, /* [byte] of input; the rest is dropped */
	BACK_MAX = 100,
	LINKS_MAX = 99,
};

struct plain {
	const struct cli *cli;
	struct opened *o;
	const struct doc *doc;
	struct layout *layout;
	struct chosen chosen;
	struct text_index *index;
	struct search search;
	struct vocab vocab;
	struct notes notes;
	struct layout_pos top, next; /* the page shown, and what follows */
	int at_end;
	VEC(uint32_t) back;
	struct buf line;
	int count; /* number before the command, -1: none */
	int quit;
};

static void
put_line(const char *s)
{
	put_text(s);
	putchar('\n');
}

static uint32_t
offset(struct plain *p)
{
	const struct line *line = layout_line(p->layout, p->top);

	return line == NULL ? 0 : line->offset;
}

static size_t
section(struct plain *p)
{
	return doc_section_at(p->doc, offset(p));
}

/* `n` lines from `next` on. */
static void
show(struct plain *p, int n)
{
	struct buf b = BUF_INIT;
	const struct line *line;

	if (p->at_end) {
		puts("This is the end.");
		return;
	}
	p->top = p->next;
	while (n-- > 0) {
		line = layout_line(p->layout, p->next);
		if (line == NULL)
			break;
		line_text(line, &b);
		buf_addc(&b, '\n');
		if (layout_move(p->layout, &p->next, 1) == 0) {
			p->at_end = 1;
			break;
		}
	}
	put_text(b.s);
	buf_release(&b);
}

static void
go_pos(struct plain *p, struct layout_pos pos, int n)
{
	p->next = pos;
	p->at_end = 0;
	show(p, n);
}

static void
remember(struct plain *p)
{
	if (p->back.n == BACK_MAX)
		memmove(
		    p->back.v, p->back.v + 1, --p->back.n * sizeof(*p->back.v));
	vec_push(&p->back, offset(p));
}

static void
go_offset(struct plain *p, uint32_t at)
{
	struct layout_pos start = { 0, 0 };

	go_pos(p, at == 0 ? start : layout_find(p->layout, at), PAGE_LINES);
}

static void
jump(struct plain *p, uint32_t at)
{
	remember(p);
	go_offset(p, at);
}

static void
jump_section(struct plain *p, size_t to)
{
	jump(p, to == 0 ? 0 : doc_section(p->doc, to)->start);
}

static int
count(const struct plain *p, int otherwise)
{
	return p->count < 0 ? otherwise : p->count;
}

static void
up(struct plain *p, int n)
{
	struct layout_pos pos = p->top;

	if (layout_move(p->layout, &pos, -n) == 0)
		puts("This is the beginning.");
	else
		go_pos(p, pos, n);
}

static void
go_end(struct plain *p)
{
	struct layout_pos pos = layout_last(p->layout);

	remember(p);
	layout_move(p->layout, &pos, 1 - PAGE_LINES);
	go_pos(p, pos, PAGE_LINES);
}

static void
percent(struct plain *p)
{
	int n = count(p, -1);

	if (n < 0 || n > 100)
		puts("Write a number from 0 to 100 before %: 50%");
	else
		jump(p,
		    (uint32_t)((uint64_t)doc_len(p->doc) * (unsigned)n / 100));
}

static void
next_section(struct plain *p, int by)
{
	size_t here = section(p), n = doc_sections(p->doc);

	if (by > 0 && here + 1 < n)
		jump_section(p, here + 1);
	else if (by < 0 && here > 0)
		jump_section(p, here - 1);
	else
		puts(by > 0 ? "This is the last section."
			    : "This is the beginning.");
}

static void
parent(struct plain *p)
{
	if (doc_sections(p->doc) > 0)
		jump_section(p, doc_section(p->doc, section(p))->parent);
}

static void
contents(struct plain *p)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 1; i < doc_sections(p->doc); i++) {
		buf_fill(&b, ' ', 2 * (doc_section(p->doc, i)->depth - 1));
		crumbs_title(p->doc, i, &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	puts("A colon and a number goes there: :1");
	buf_release(&b);
}

/* How well a section fits what was typed, its number or its title. */
static int
fit(const struct plain *p, size_t i, const char *typed)
{
	struct buf b = BUF_INIT;
	char *folded;
	int n;

	doc_label(p->doc, i, &b);
	n = strcmp(b.s, typed) == 0 && b.len > 0;
	if (!n) {
		buf_reset(&b);
		gentext_section(p->doc, i, &b);
		folded = fold_string(b.s, b.len);
		n = match_fuzzy(typed, folded);
		free(folded);
	} else {
		n = 1 << 30;
	}
	buf_release(&b);
	return n;
}

static void
go_named(struct plain *p, const char *arg)
{
	char *typed = fold_string(arg, strlen(arg));
	size_t i, best = 0;
	int most = 0, n;

	for (i = 0; i < doc_sections(p->doc) && typed[0] != '\0'; i++) {
		n = fit(p, i, typed);
		if (n > most) {
			most = n;
			best = i;
		}
	}
	if (most > 0)
		jump_section(p, best);
	else
		puts("No section is called that; t lists them.");
	free(typed);
}

static void
show_match(struct plain *p, int wrapped)
{
	const struct match *m = search_current(&p->search);
	struct buf b = BUF_INIT;

	search_count(&p->search, p->doc, &b);
	if (wrapped == 1)
		buf_adds(&b, ", on from the other end");
	put_line(b.s);
	buf_release(&b);
	if (m != NULL)
		jump(p, m->start);
}

static void
search(struct plain *p, const char *arg)
{
	if (p->index == NULL) {
		p->index = index_new(p->doc);
		while (index_update(p->index, 65536))
			;
	}
	if (arg[0] != '\0')
		search_find(&p->search, p->index, arg);
	show_match(p, search_from(&p->search, offset(p)));
}

static void
step(struct plain *p, int by)
{
	if (p->search.needle.len == 0)
		puts("Nothing has been searched for yet.");
	else
		show_match(p, search_step(&p->search, by));
}

static void
list_matches(struct plain *p)
{
	struct buf b = BUF_INIT;
	size_t i, last = (size_t)-1, here;

	for (i = 0; i < p->search.found.all.n; i++) {
		uint32_t at = p->search.found.all.v[i].start;
		const struct line *line;

		here = doc_section_at(p->doc, at);
		if (here != last) {
			crumbs_title(p->doc, here, &b);
			buf_addc(&b, '\n');
		}
		last = here;
		line = layout_line(p->layout, layout_find(p->layout, at));
		buf_adds(&b, "  ");
		if (line != NULL)
			line_text(line, &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	if (p->search.found.all.n == 0)
		puts("Nothing was found.");
	buf_release(&b);
}

/* The links of the page, numbered; their targets in `to`. */
static int
links(struct plain *p, uint32_t *to)
{
	struct layout_pos pos = p->top;
	const struct line *line;
	uint32_t i, last = DOC_NONE;
	int n = 0;

	while (pos.unit < p->next.unit ||
	    (pos.unit == p->next.unit &&
		(pos.line < p->next.line || p->at_end))) {
		line = layout_line(p->layout, pos);
		for (i = 0; line != NULL && i < line->n; i++) {
			uint32_t link = line->span[i].link;

			if (link != DOC_NONE && link != last && n < LINKS_MAX)
				to[n++] = link;
			last = link;
		}
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return n;
}

static void
say_link(struct plain *p, int number, uint32_t target)
{
	struct buf b = BUF_INIT;
	enum elem_role role = doc_role(p->doc, target);

	buf_printf(&b, "%d  ", number);
	if (role == ROLE_FOOTNOTE)
		doc_plain(p->doc, target, &b);
	else
		gentext_xref(p->doc, target, DOC_NONE, &b);
	put_line(b.s);
	buf_release(&b);
}

static void
follow(struct plain *p, const char *arg)
{
	uint32_t to[LINKS_MAX];
	int n = links(p, to), i;
	long wanted = strtol(arg, NULL, 10);

	if (wanted >= 1 && wanted <= n) {
		jump(p, doc_node(p->doc, to[wanted - 1])->start);
		return;
	}
	for (i = 0; i < n; i++)
		say_link(p, i + 1, to[i]);
	puts(n == 0 ? "No links on this page."
		    : "f and a number follows one: f 1");
}

static void
back(struct plain *p)
{
	if (p->back.n == 0)
		puts("Nothing to go back to.");
	else
		go_offset(p, p->back.v[--p->back.n]);
}

static struct notes_change
change(const struct plain *p)
{
	return (struct notes_change){ p->o->course.name, p->doc,
		(int64_t)time(NULL) };
}

static void
mark(struct plain *p, const char *arg)
{
	struct notes_change c = change(p);

	if (!isalnum((unsigned char)arg[0]) || arg[1] != '\0')
		puts("Write a letter behind it: ma");
	else if (notes_mark(&p->notes, &c, arg[0], offset(p)) < 0)
		puts("The mark could not be kept.");
	else
		printf("Marked as %c.\n", arg[0]);
	notes_settle(&p->notes, p->doc);
}

static void
go_mark(struct plain *p, const char *arg)
{
	const struct note *note =
	    arg[0] == '\0' ? NULL : notes_find_mark(&p->notes, arg[0]);

	if (arg[0] == '\'')
		back(p);
	else if (note == NULL || note->found == PLACE_NOWHERE)
		puts("There is no such mark.");
	else
		jump(p, note->at);
}

static void
add_note(struct plain *p, const char *arg)
{
	struct notes_change c = change(p);

	if (arg[0] == '\0')
		puts("Write the note behind it: a ask about this");
	else if (notes_add(&p->notes, &c, offset(p), arg) < 0)
		puts("The note could not be kept.");
	else
		puts("Noted.");
	notes_settle(&p->notes, p->doc);
}

static void
list_notes(struct plain *p, enum note_kind kind)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < p->notes.all.n; i++) {
		const struct note *note = &p->notes.all.v[i];

		if (note->kind != kind)
			continue;
		crumbs_title(p->doc, doc_section_at(p->doc, note->at), &b);
		if (kind == NOTE_MARK)
			buf_printf(
			    &b, ": %c, %s\n", note->letter, note->place.text.s);
		else
			buf_printf(&b, ": %s\n", note->body.s);
	}
	put_text(b.len > 0 ? b.s : "There are none.\n");
	buf_release(&b);
}

static void
define(struct plain *p, const char *arg)
{
	const struct vocab_entry *e;
	char *word = fold_string(arg, strlen(arg));
	struct buf b = BUF_INIT;

	vocab_collect(&p->vocab, p->doc);
	e = vocab_explain(&p->vocab, word);
	if (e == NULL) {
		puts("No such word is explained here.");
	} else {
		buf_printf(&b, "%s: ", e->name);
		vocab_definition(p->doc, e, &b);
		put_line(b.s);
	}
	buf_release(&b);
	free(word);
}

static void
say_place(struct plain *p)
{
	struct buf b = BUF_INIT;
	uint32_t len = doc_len(p->doc);

	crumbs_title(p->doc, section(p), &b);
	buf_printf(&b, ", section %zu of %zu, %u%%", section(p),
	    doc_sections(p->doc) - 1,
	    len == 0 ? 0 : (unsigned)((uint64_t)offset(p) * 100 / len));
	put_line(b.s);
	buf_release(&b);
}

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
		put_line(cmd_info[i].help);
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
		show(p, count(p, 1));
		return 1;
	case CMD_LINE_UP:
		up(p, count(p, 1));
		return 1;
	case CMD_HALF_DOWN:
		show(p, PAGE_LINES / 2);
		return 1;
	case CMD_HALF_UP:
		up(p, PAGE_LINES / 2);
		return 1;
	case CMD_PAGE_DOWN:
		show(p, PAGE_LINES);
		return 1;
	case CMD_PAGE_UP:
		up(p, PAGE_LINES);
		return 1;
	case CMD_TOP:
		jump(p, 0);
		return 1;
	case CMD_BOTTOM:
		go_end(p);
		return 1;
	case CMD_PERCENT:
		percent(p);
		return 1;
	case CMD_NEXT_SECTION:
		next_section(p, 1);
		return 1;
	case CMD_PREV_SECTION:
		next_section(p, -1);
		return 1;
	case CMD_PARENT:
		parent(p);
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
		mark(p, arg);
		return 1;
	case CMD_GO_MARK:
		go_mark(p, arg);
		return 1;
	case CMD_MARKS:
		list_notes(p, NOTE_MARK);
		return 1;
	case CMD_NOTE:
		add_note(p, arg);
		return 1;
	case CMD_NOTES:
		list_notes(p, NOTE_TEXT);
		return 1;
	case CMD_BACK:
		back(p);
		return 1;
	case CMD_PLACE:
		say_place(p);
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
		contents(p);
		return 1;
	case CMD_PALETTE:
		go_named(p, arg);
		return 1;
	case CMD_SEARCH:
		search(p, arg);
		return 1;
	case CMD_NEXT_MATCH:
		step(p, 1);
		return 1;
	case CMD_PREV_MATCH:
		step(p, -1);
		return 1;
	case CMD_HITS:
		list_matches(p);
		return 1;
	case CMD_HINTS:
		follow(p, arg);
		return 1;
	case CMD_DEFINE:
		define(p, arg);
		return 1;
	default:
		return 0;
	}
}

/* The commands of the three functions above, and those of run(). */
static int
does(enum cmd_id cmd)
{
	static const enum cmd_id all[] = { CMD_LINE_DOWN, CMD_LINE_UP,
		CMD_HALF_DOWN, CMD_HALF_UP, CMD_PAGE_DOWN, CMD_PAGE_UP, CMD_TOP,
		CMD_BOTTOM, CMD_PERCENT, CMD_NEXT_SECTION, CMD_PREV_SECTION,
		CMD_PARENT, CMD_MARK, CMD_GO_MARK, CMD_MARKS, CMD_NOTE,
		CMD_NOTES, CMD_BACK, CMD_PLACE, CMD_CONTENTS, CMD_PALETTE,
		CMD_SEARCH, CMD_NEXT_MATCH, CMD_PREV_MATCH, CMD_HITS, CMD_HINTS,
		CMD_DEFINE, CMD_HELP, CMD_CLOSE, CMD_QUIT };
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
	    !run_finding(p, cmd, arg))
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
		show(p, p->count > 0 ? p->count : PAGE_LINES);
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
		put_line(p->line.s);
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
	} else if (place_load(&place, p->o->course.name) == 0 &&
	    place_find(&place, p->doc, &at) == 0 && at > 0) {
		puts("On from where you stopped; g goes to the beginning.");
	}
	place_release(&place);
	if (!p->quit)
		go_offset(p, at);
}

static void
keep_place(struct plain *p)
{
	struct read_place place;

	place_init(&place);
	place_take(&place, p->doc, offset(p), (int64_t)time(NULL));
	(void)place_save(&place, p->o->course.name);
	place_release(&place);
}

static void
release(struct plain *p)
{
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
	(void)notes_load(&p.notes, o->course.name);
	notes_settle(&p.notes, o->doc);
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
