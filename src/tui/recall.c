/* SPDX-License-Identifier: ISC */
/*
 * recall.c - how well sections are remembered, for the contents
 */
#include "config.h"

#include "course/progress.h"
#include "doc/doc.h"
#include "tui/reader.h"

/* What the hooks say of a section; all zero when they say nothing. */
static struct quiz_count
count(const struct reader *r, size_t section)
{
	struct quiz_count none = { 0 };
	struct tui *t = r->view.tui;
	const struct tui_hooks *hooks = t->opt->hooks;

	if (hooks == NULL || hooks->count == NULL || !doc_complete(t->doc))
		return none;
	return hooks->count(t, section, hooks->arg);
}

unsigned
reader_recall(const struct reader *r, size_t section, enum recall_form form,
    struct buf *out)
{
	struct quiz_count all = count(r, 0), n = count(r, section);
	enum progress_grade grade = (enum progress_grade)n.grade;

	/* Who has answered nothing is not told that all is new. */
	if (n.all == 0 || all.percent < 0)
		return STYLE_BODY;
	if (form == RECALL_DUE && n.due > 0)
		buf_printf(out, "%d due  ", n.due);
	if (form != RECALL_SIGN)
		buf_printf(out, "%*s ", form == RECALL_DUE ? 6 : 0,
		    progress_word(grade));
	buf_adds(out, progress_sign(grade, r->view.tui->ascii));
	if (grade == PROGRESS_WEAK)
		return STYLE_WRONG;
	return grade == PROGRESS_STRONG ? STYLE_RIGHT : STYLE_BODY;
}
