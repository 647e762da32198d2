/* SPDX-License-Identifier: ISC */
/* What changes over time, and how well it was foreseen. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "course/history.h"
#include "course/scorepage_parts.h"
#include "quiz/bank.h"
#include "quiz/grade.h"
#include "text/bars.h"
#include "text/rich.h"
#include "text/utf8.h"

enum {
	CHART_ROWS = 4,
	LABEL_COLS = 7, /* left of a chart */
	FORECAST_DAYS = 28,
	COLUMN_COLS = 3, /* of a day in the forecast, at most */
	BAR_COLS = 12,
};

/* Parts of a whole side by side; less than 0: nothing there. */
struct chart {
	double *part;
	int n;
	int width;             /* [col] of each, with a blank if over 1 */
	const char *top, *low; /* beside the first row and the last */
};

/* A row of a chart's columns, without blanks at its end. */
static void
add_row(
    const struct scorepage *page, const struct chart *c, int row, struct buf *b)
{
	int i, j;

	for (i = 0; i < c->n; i++) {
		bars_cell(b, c->part[i], row, CHART_ROWS, page->ascii);
		for (j = 2; j < c->width; j++)
			bars_cell(b, c->part[i], row, CHART_ROWS, page->ascii);
		if (c->width > 1)
			buf_addc(b, ' ');
	}
	while (b->len > 0 && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

static void
put_chart(const struct scorepage *page, const struct chart *c)
{
	struct buf b = BUF_INIT;
	const char *label;
	int row;

	for (row = 0; row < CHART_ROWS; row++) {
		label = row == 0 ? c->top : row == CHART_ROWS - 1 ? c->low : "";
		buf_reset(&b);
		buf_printf(&b, "%*s ", LABEL_COLS - 1, label);
		add_row(page, c, row, &b);
		scorepage_line(page, b.s, STYLE_BODY);
	}
	buf_release(&b);
}

/* What stands below a chart, at its left end and its right end. */
static void
put_axis(const struct scorepage *page, const struct chart *c, const char *left,
    const char *right)
{
	int cols = c->n * c->width;
	int pad = cols - (int)strlen(left) - (int)strlen(right);
	struct buf b = BUF_INIT;

	buf_fill(&b, ' ', LABEL_COLS);
	buf_adds(&b, left);
	buf_fill(&b, ' ', pad < 1 ? 1 : pad);
	buf_adds(&b, right);
	scorepage_line(page, b.s, STYLE_QUIET);
	buf_release(&b);
}

/* Reviews of so many days each, up to the page's day. */
struct spans {
	struct history_day *v;
	int n;
	int64_t first, days;
};

/* 1 for the days that the chart is of. */
static int
has_reviews(const struct scorepage *page, const struct history_day *day)
{
	return day->reviews > 0 && day->day <= page->scope.day;
}

static void
find_spans(const struct scorepage *page, struct spans *s, int room)
{
	const struct history *h = page->scope.history;
	int64_t all;
	size_t i;

	memset(s, 0, sizeof(*s));
	for (i = 0; i < history_days(h); i++) {
		if (has_reviews(page, history_day(h, i)))
			break;
	}
	if (i == history_days(h))
		return;
	all = page->scope.day - history_day(h, i)->day + 1;
	s->days = all <= room          ? 1
	    : all <= (int64_t)room * 7 ? 7
				       : (all + room - 1) / room;
	s->n = (int)((all + s->days - 1) / s->days);
	s->first = page->scope.day + 1 - (int64_t)s->n * s->days;
	s->v = xcalloc((size_t)s->n, sizeof(*s->v));
	for (; i < history_days(h); i++) {
		const struct history_day *day = history_day(h, i);
		struct history_day *to;

		if (!has_reviews(page, day))
			continue;
		to = &s->v[(day->day - s->first) / s->days];
		to->reviews += day->reviews;
		to->recalled += day->recalled;
		to->expected += day->expected;
	}
}

static void
put_spans(const struct scorepage *page, const struct spans *s)
{
	struct chart c = {
		.n = s->n, .width = 1, .top = "100 %", .low = "0 %"
	};
	struct history_day all = { 0 };
	struct buf b = BUF_INIT, left = BUF_INIT;
	int i;

	c.part = xcalloc((size_t)s->n, sizeof(*c.part));
	for (i = 0; i < s->n; i++) {
		const struct history_day *d = &s->v[i];

		c.part[i] =
		    d->reviews > 0 ? (double)d->recalled / d->reviews : 0;
		all.reviews += d->reviews;
		all.recalled += d->recalled;
		all.expected += d->expected;
	}
	buf_printf(&b, "%u of %u reviews recalled: %d %%.", all.recalled,
	    all.reviews, (int)(100.0 * all.recalled / all.reviews + 1e-9));
	buf_printf(&left, "Expected: %d %%.",
	    (int)(100 * all.expected / all.reviews + 1e-9));
	scorepage_pair(page, &b, &left);
	buf_reset(&left);
	put_chart(page, &c);
	scorepage_date(&left, s->first);
	buf_reset(&b);
	buf_printf(
	    &b, s->days == 1 ? "a day each" : "%d days each", (int)s->days);
	put_axis(page, &c, left.s, b.s);
	buf_release(&left);
	buf_release(&b);
	free(c.part);
}

void
scorepage_put_recall(const struct scorepage *page)
{
	struct spans s;

	scorepage_heading(page, "Recall over time");
	find_spans(page, &s, page->cols - LABEL_COLS);
	if (s.n == 0)
		scorepage_line(page,
		    "Nothing has been reviewed on a later day yet.",
		    STYLE_BODY);
	else
		put_spans(page, &s);
	free(s.v);
}

void
scorepage_put_forecast(const struct scorepage *page)
{
	unsigned due[FORECAST_DAYS], most = 0, sum = 0;
	double part[FORECAST_DAYS];
	struct chart c = { .part = part };
	struct buf b = BUF_INIT, top = BUF_INIT;
	int i, room = page->cols - LABEL_COLS;

	c.n = room < FORECAST_DAYS * 2 ? FORECAST_DAYS / 2 : FORECAST_DAYS;
	c.width = room / c.n > COLUMN_COLS ? COLUMN_COLS : room / c.n;
	progress_forecast(&page->scope, due, (size_t)c.n);
	for (i = 0; i < c.n; i++) {
		most = due[i] > most ? due[i] : most;
		sum += due[i];
	}
	for (i = 0; i < c.n; i++)
		part[i] = most > 0 ? (double)due[i] / most : 0;
	scorepage_heading(page, "Forecast");
	buf_printf(&b, "%u review%s due within %d days, %u today.", sum,
	    sum == 1 ? "" : "s", c.n, due[0]);
	scorepage_line(page, b.s, STYLE_BODY);
	if (most > 0) {
		buf_printf(&top, "%u", most);
		c.top = top.s;
		c.low = "";
		put_chart(page, &c);
		buf_reset(&b);
		buf_printf(&b, "in %d days", c.n - 1);
		put_axis(page, &c, "today", b.s);
	}
	buf_release(&top);
	buf_release(&b);
}

/* "certain     ==========      80 % of 10 right" */
static void
put_confidence(const struct scorepage *page, const char *word,
    const struct history_confidence *c)
{
	struct buf b = BUF_INIT;
	double part = c->sum / c->answers;

	scorepage_fit(&b, word, 12);
	if (page->cols >= 44) {
		bars_add(&b, part, BAR_COLS, page->ascii);
		buf_addc(&b, ' ');
	}
	buf_printf(
	    &b, "%3d %% of %u right", (int)(100 * part + 1e-9), c->answers);
	scorepage_line(page, b.s, STYLE_BODY);
	buf_release(&b);
}

void
scorepage_put_confidence(const struct scorepage *page)
{
	int i, any = 0;

	scorepage_heading(page, "How sure you were");
	for (i = 1; i < HISTORY_CONFIDENCES; i++) {
		const struct history_confidence *c =
		    history_confidence(page->scope.history, i);

		if (c->answers == 0)
			continue;
		any = 1;
		put_confidence(page, verdict_sure_word(i), c);
	}
	if (!any)
		scorepage_line(page,
		    "You were not asked; a quiz can: lectern-quiz(5).",
		    STYLE_BODY);
}

/* "ins-1  Where does psoas major insert?" */
static void
put_item(const struct scorepage *page, const struct history_item *i)
{
	struct buf b = BUF_INIT, clean = BUF_INIT;

	buf_adds(&b, "  ");
	text_clean(&b, i->id, strlen(i->id));
	if (i->item != NULL) {
		buf_adds(&b, "  ");
		buf_adds(&b, i->item->stem.text.s);
	}
	for (size_t j = 0; j < b.len; j++) {
		if (b.s[j] == '\n' || b.s[j] == '\t')
			b.s[j] = ' ';
	}
	scorepage_fit(&clean, b.s, page->cols);
	scorepage_line(page, clean.s, STYLE_BODY);
	buf_release(&clean);
	buf_release(&b);
}

static void
put_items(const struct scorepage *page, const char *heading,
    int (*has)(const struct history_item *i))
{
	const struct history *h = page->scope.history;
	size_t i, n = 0;

	for (i = 0; i < history_items(h); i++) {
		if (!has(history_item_at(h, i)))
			continue;
		if (n++ == 0)
			scorepage_heading(page, heading);
		put_item(page, history_item_at(h, i));
	}
}

static int
is_reported(const struct history_item *i)
{
	return i->reported;
}

static int
is_suspended(const struct history_item *i)
{
	return i->suspended;
}

void
scorepage_put_leeches(const struct scorepage *page)
{
	put_items(
	    page, "Leeches: forgotten again and again", progress_is_leech);
	put_items(page, "You said that these are wrong", is_reported);
	put_items(page, "Never asked, as you wished", is_suspended);
}
