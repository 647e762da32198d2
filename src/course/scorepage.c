/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/scorepage.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "course/history.h"
#include "course/scorepage_parts.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "quiz/bank.h"
#include "score/day.h"
#include "text/bars.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"

/* [col] A page of so many has room for bars; less, for numbers. */
enum { WIDE = 60, BAR_COLS = 12, TITLE_MAX = 40 };

void
scorepage_date(struct buf *b, int64_t day)
{
	size_t len = b->len;

	day_put_time(b, day * 24 * 60 * 60 * 1000);
	buf_truncate(b, len + strlen("2026-11-22"));
}

void
scorepage_line(const struct scorepage *page, const char *s, unsigned style)
{
	size_t len = text_fit(s, strlen(s), page->cols, NULL);
	struct rich line;

	while (len > 0 && s[len - 1] == ' ')
		len--;
	rich_init(&line);
	rich_add(&line, s, len, style);
	page->line(page->ctx, &line);
	rich_release(&line);
}

void
scorepage_heading(const struct scorepage *page, const char *s)
{
	scorepage_line(page, "", STYLE_BODY);
	scorepage_line(page, s, STYLE_HEAD2);
}

void
scorepage_fit(struct buf *b, const char *s, int cols)
{
	int used;
	size_t len = text_fit(s, strlen(s), cols, &used);

	if (s[len] != '\0' && cols > 3) {
		len = text_fit(s, strlen(s), cols - 3, &used);
		buf_add(b, s, len);
		buf_adds(b, "...");
		used += 3;
	} else {
		buf_add(b, s, len);
	}
	buf_fill(b, ' ', cols - used);
}

static const char *
plural(unsigned n)
{
	return n == 1 ? "" : "s";
}

void
scorepage_pair(
    const struct scorepage *page, struct buf *first, const struct buf *next)
{
	if (page->cols >= WIDE) {
		buf_printf(first, "  %s", next->s);
		scorepage_line(page, first->s, STYLE_BODY);
		return;
	}
	scorepage_line(page, first->s, STYLE_BODY);
	scorepage_line(page, next->s, STYLE_BODY);
}

static void
put_summary(const struct scorepage *page)
{
	const struct history *h = page->scope.history;
	size_t n = history_days(h);
	unsigned streak = progress_streak(&page->scope);
	struct progress all;
	struct buf a = BUF_INIT, b = BUF_INIT;

	progress_all(&all, &page->scope);
	buf_printf(&a, "%u of %u question%s asked.", all.asked, all.items,
	    plural(all.items));
	buf_printf(&b, "%u answer%s, %u right.", all.answers,
	    plural(all.answers), all.right);
	scorepage_pair(page, &a, &b);
	buf_reset(&a);
	buf_reset(&b);
	buf_printf(&a, "%zu day%s of study", n, plural((unsigned)n));
	if (streak > 0)
		buf_printf(&a, ", %u in a row", streak);
	buf_addc(&a, '.');
	buf_printf(&b, "%u due today.", all.due);
	scorepage_pair(page, &a, &b);
	buf_release(&a);
	buf_release(&b);
}

/* [col] of the title of a row. */
static int
title_cols(const struct scorepage *page)
{
	int cols = page->cols -
	    (page->cols >= WIDE ? 9 + 2 + BAR_COLS + 6 + 9 + 5 : 2 + 5 + 5);

	return cols > TITLE_MAX ? TITLE_MAX : cols;
}

static unsigned
grade_style(enum progress_grade grade)
{
	if (grade == PROGRESS_WEAK)
		return STYLE_WRONG;
	return grade == PROGRESS_STRONG ? STYLE_RIGHT : STYLE_BODY;
}

/* "1.1 Anatomy          11/14  =====      87 %  * fair     2" */
static void
put_row(
    const struct scorepage *page, const char *title, const struct progress *p)
{
	enum progress_grade grade = progress_grade(p);
	int percent = progress_percent(p), wide = page->cols >= WIDE;
	struct buf b = BUF_INIT;
	struct rich line;

	rich_init(&line);
	scorepage_fit(&b, title, title_cols(page));
	if (wide)
		buf_printf(&b, " %4u/%-4u", p->asked, p->items);
	rich_adds(&line, b.s, STYLE_BODY);
	buf_reset(&b);
	if (wide) {
		bars_add(&b, percent < 0 ? 0 : percent / 100.0, BAR_COLS,
		    page->ascii);
		buf_addc(&b, ' ');
		rich_adds(&line, b.s, STYLE_BODY);
		buf_reset(&b);
	}
	if (percent < 0)
		buf_adds(&b, "     ");
	else
		buf_printf(&b, "%3d %%", percent);
	buf_printf(&b, " %s", progress_sign(grade, page->ascii));
	if (wide)
		buf_printf(&b, " %-6s", progress_word(grade));
	rich_adds(&line, b.s, grade_style(grade));
	buf_reset(&b);
	if (p->due > 0)
		buf_printf(&b, "%5u", p->due);
	rich_adds(&line, b.s, STYLE_STRONG);
	page->line(page->ctx, &line);
	rich_release(&line);
	buf_release(&b);
}

static void
put_head(const struct scorepage *page, const char *title)
{
	struct buf b = BUF_INIT;

	scorepage_fit(&b, title, title_cols(page));
	if (page->cols >= WIDE)
		buf_printf(&b, " %-9s%-*s %-5s %8s %4s", "  asked", BAR_COLS,
		    "recall", "", "", " due");
	else
		buf_adds(&b, "recall   due");
	scorepage_line(page, "", STYLE_BODY);
	scorepage_line(page, b.s, STYLE_HEAD2);
	buf_release(&b);
}

void
scorepage_title(const struct doc *doc, size_t section, struct buf *b)
{
	doc_label(doc, section, b);
	if (b->len > 0)
		buf_addc(b, ' ');
	gentext_section(doc, section, b);
}

static void
put_sections(const struct scorepage *page)
{
	const struct doc *doc = page->scope.doc;
	size_t i, n = doc_sections(doc);
	struct progress *p = xcalloc(n + 1, sizeof(*p));
	struct buf title = BUF_INIT;

	progress_sections(p, &page->scope, 0);
	put_head(page, "By section");
	for (i = 0; i < n; i++) {
		if (p[i].items == 0)
			continue;
		buf_reset(&title);
		scorepage_title(doc, i, &title);
		put_row(page, title.s, &p[i]);
	}
	if (p[n].answers > 0)
		put_row(page, "(no longer in the course)", &p[n]);
	buf_release(&title);
	free(p);
}

static void
put_kinds(const struct scorepage *page)
{
	struct progress p[ITEM_KIND_COUNT];
	int i;

	progress_kinds(p, &page->scope);
	put_head(page, "By kind of question");
	for (i = 0; i < ITEM_KIND_COUNT; i++) {
		if (p[i].items > 0)
			put_row(page, item_kind_name((enum item_kind)i), &p[i]);
	}
}

void
scorepage_write(const struct scorepage *page)
{
	put_summary(page);
	put_sections(page);
	put_kinds(page);
	scorepage_put_recall(page);
	scorepage_put_forecast(page);
	scorepage_put_confidence(page);
	scorepage_put_leeches(page);
}
