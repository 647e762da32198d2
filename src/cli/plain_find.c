/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plain_state.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "text/fold.h"
#include "tui/crumbs.h"
#include "tui/reader.h"
#include "tui/refs.h"

/* Words that are looked through for one typed in full. */
enum { WORDS_MAX = 1000000 };

static void
show_match(struct plain *p, int wrapped)
{
	const struct match *m = search_current(&p->search);
	struct buf b = BUF_INIT;

	search_count(&p->search, p->doc, &b);
	if (wrapped == 1)
		buf_adds(&b, ", on from the other end");
	plain_put_line(b.s);
	buf_release(&b);
	if (m != NULL)
		plain_jump(p, m->start);
}

void
plain_index(struct plain *p)
{
	if (p->index != NULL)
		return;
	p->index = index_new(p->doc);
	while (index_update(p->index, 65536))
		;
}

void
plain_search(struct plain *p, const char *arg)
{
	plain_index(p);
	if (arg[0] != '\0')
		search_find(&p->search, p->index, arg);
	show_match(p, search_from(&p->search, plain_offset(p)));
}

void
plain_step(struct plain *p, int by)
{
	if (p->search.needle.len == 0)
		puts("Nothing has been searched for yet.");
	else
		show_match(p, search_step(&p->search, by));
}

void
plain_list_matches(struct plain *p)
{
	const struct line *shown = NULL;
	struct buf b = BUF_INIT;
	size_t i, last = (size_t)-1, here;

	for (i = 0; i < p->search.found.all.n; i++) {
		uint32_t at = p->search.found.all.v[i].start;
		const struct line *line, *old = shown;

		here = doc_section_at(p->doc, at);
		if (here != last) {
			crumbs_title(p->doc, here, &b);
			buf_addc(&b, '\n');
		}
		line = layout_line(p->layout, layout_find(p->layout, at));
		shown = line;
		if (here == last && line == old)
			continue;
		last = here;
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
	const char *url = reader_outside(p->doc, target);
	struct buf b = BUF_INIT;

	buf_printf(&b, "%d  ", number);
	if (url != NULL)
		buf_printf(&b, "outside the course: %s", url);
	else if (doc_role(p->doc, target) == ROLE_FOOTNOTE)
		doc_plain(p->doc, target, &b);
	else
		gentext_xref(p->doc, target, DOC_NONE, &b);
	plain_put_line(b.s);
	buf_release(&b);
}

/* The target of the link that `arg` numbers, or DOC_NONE and a list of them. */
static uint32_t
choose_link(struct plain *p, const char *arg, const char *how)
{
	uint32_t to[LINKS_MAX];
	int n = links(p, to), i;
	long wanted = strtol(arg, NULL, 10);

	if (wanted >= 1 && wanted <= n)
		return to[wanted - 1];
	for (i = 0; i < n; i++)
		say_link(p, i + 1, to[i]);
	puts(n == 0 ? "No links on this page." : how);
	return DOC_NONE;
}

void
plain_follow(struct plain *p, const char *arg)
{
	uint32_t to = choose_link(p, arg, "f and a number follows one: f 1");
	const char *url = to == DOC_NONE ? NULL : reader_outside(p->doc, to);

	if (url != NULL)
		printf("%s is outside the course; nothing is opened.\n", url);
	else if (to != DOC_NONE)
		plain_jump(p, doc_node(p->doc, to)->start);
}

/* What it leads to, and the page stays. */
void
plain_peek(struct plain *p, const char *arg)
{
	uint32_t to =
	    choose_link(p, arg, "p and a number shows what it leads to: p 1");
	const struct node *node;
	struct buf b = BUF_INIT;
	struct lines lines;
	size_t unit, i;
	int left = PAGE_LINES;

	if (to == DOC_NONE)
		return;
	if (reader_outside(p->doc, to) != NULL) {
		say_link(p, (int)strtol(arg, NULL, 10), to);
		return;
	}
	node = doc_node(p->doc, to);
	for (unit = doc_unit_at(p->doc, node->start);
	     unit < doc_units(p->doc) && left > 0; unit++) {
		const struct unit *u = doc_unit(p->doc, unit);

		if (u->start >= node->end)
			break;
		if (u->end <= node->start ||
		    (u->start < node->start && u->note == 0))
			continue;
		lines = layout_unit(p->layout, unit);
		for (i = 0; i < lines.n && left-- > 0; i++) {
			plain_line(p, &lines.line[i], &b);
			buf_addc(&b, '\n');
		}
	}
	put_text(b.s);
	buf_release(&b);
}

/* The references to this section, numbered; `wanted` is gone to. */
struct ref_list {
	struct plain *p;
	long wanted;
	int n;
	uint32_t at;
};

static void
take_ref(uint32_t n, void *arg)
{
	struct ref_list *list = arg;
	struct plain *p = list->p;
	uint32_t at = doc_node(p->doc, n)->start;
	const struct line *line;
	struct buf b = BUF_INIT;

	list->n++;
	if (list->wanted == list->n)
		list->at = at;
	if (list->wanted > 0)
		return;
	buf_printf(&b, "%d  ", list->n);
	crumbs_title(p->doc, doc_section_at(p->doc, at), &b);
	buf_adds(&b, ": ");
	line = layout_line(p->layout, layout_find(p->layout, at));
	if (line != NULL)
		plain_line(p, line, &b);
	plain_put_line(b.s);
	buf_release(&b);
}

void
plain_refs(struct plain *p, const char *arg)
{
	struct ref_list list = { p, strtol(arg, NULL, 10), 0, NO_OFFSET };

	refs_to_section(p->doc, plain_section(p), take_ref, &list);
	if (list.at != NO_OFFSET)
		plain_jump(p, list.at);
	else
		puts(list.n == 0 ? "Nothing refers to this section."
				 : "B and a number goes to one: B 1");
}

void
plain_words(struct plain *p)
{
	if (p->vocab.all.n == 0)
		vocab_collect(&p->vocab, p->doc);
}

/* 1 if the word before has the same name. */
static int
is_named(const struct plain *p, size_t i)
{
	return i > 0 &&
	    strcmp(p->vocab.all.v[i - 1].folded, p->vocab.all.v[i].folded) == 0;
}

/* Words of the index, the glossary and the terms that begin so; one that is
 * alone or typed in full is gone to. */
void
plain_look_up(struct plain *p, const char *arg)
{
	char *word = fold_string(arg, strlen(arg));
	size_t i, n = strlen(word), hits = 0, hit = 0;

	plain_words(p);
	for (i = 0; i < p->vocab.all.n; i++) {
		const struct vocab_entry *e = &p->vocab.all.v[i];

		if (strncmp(e->folded, word, n) != 0 || is_named(p, i))
			continue;
		if (n > 0 && e->folded[n] == '\0' && hits < WORDS_MAX) {
			hits = 1;
			hit = i;
			break;
		}
		hits++;
		hit = i;
	}
	for (i = 0; i < p->vocab.all.n && hits != 1; i++) {
		const struct vocab_entry *e = &p->vocab.all.v[i];

		if (strncmp(e->folded, word, n) == 0 && !is_named(p, i))
			plain_put_line(e->name);
	}
	if (hits == 1)
		plain_jump(
		    p, doc_node(p->doc, p->vocab.all.v[hit].node)->start);
	else
		puts(hits == 0 ? "No such word is listed here."
			       : "i and a word goes to where it stands.");
	free(word);
}

static void
go_back(struct plain *p)
{
	vec_push(&p->forward, plain_offset(p));
	plain_go_offset(p, p->back.v[--p->back.n]);
}

void
plain_back(struct plain *p)
{
	if (p->back.n == 0)
		puts("Nothing to go back to.");
	else
		go_back(p);
}

void
plain_forward(struct plain *p)
{
	if (p->forward.n == 0) {
		puts("Nothing to go forward to.");
		return;
	}
	vec_push(&p->back, plain_offset(p));
	plain_go_offset(p, p->forward.v[--p->forward.n]);
}
