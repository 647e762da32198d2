/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/crumbs.h"

#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "text/width.h"

/* Dots behind a cut title; a title that is cut to less says too little. */
enum { DOTS_COLS = 3, TITLE_MIN = 12 };

struct path {
	VEC(size_t) section; /* from the last up to the document */
};

void
crumbs_title(const struct doc *doc, size_t section, struct buf *out)
{
	size_t before = out->len;

	if (section >= doc_sections(doc))
		return;
	doc_label(doc, section, out);
	if (out->len > before)
		buf_addc(out, ' ');
	gentext_section(doc, section, out);
}

/*
 * The title of the whole, cut so that it and `cols` columns more fit: at a
 * colon, behind which there is often but a subtitle, or between words.
 */
static int
add_short_title(const struct doc *doc, int cols, struct buf *out)
{
	struct buf title = BUF_INIT;
	const char *colon;
	size_t n;
	int cut = 0;

	gentext_section(doc, 0, &title);
	colon = strstr(title.s, ": ");
	if (text_width(title.s, title.len) > cols && colon != NULL)
		buf_truncate(&title, (size_t)(colon - title.s));
	if (text_width(title.s, title.len) > cols) {
		cut = 1;
		n = text_fit(title.s, title.len, cols - DOTS_COLS, NULL);
		while (n > 0 && title.s[n] != ' ')
			n--;
		buf_truncate(&title, n);
		buf_adds(&title, "...");
	}
	n = title.len;
	if (!cut || n >= TITLE_MIN)
		buf_add(out, title.s, title.len);
	buf_release(&title);
	return !cut || n >= TITLE_MIN;
}

/* The last `parts` titles, the document's not among them. */
static void
join(const struct doc *doc, const struct path *p, size_t parts, struct buf *out)
{
	size_t i;

	for (i = parts; i-- > 0;) {
		crumbs_title(doc, p->section.v[i], out);
		if (i > 0)
			buf_adds(out, " > ");
	}
}

/* All titles, if they fit with that of the document cut. */
static int
add_whole(
    const struct doc *doc, const struct path *p, int cols, struct buf *out)
{
	struct buf tail = BUF_INIT;
	int fits;

	if (p->section.n > 1)
		buf_adds(&tail, " > ");
	join(doc, p, p->section.n - 1, &tail);
	cols -= text_width(tail.s, tail.len);
	fits = cols > DOTS_COLS && add_short_title(doc, cols, out);
	if (fits)
		buf_add(out, tail.s, tail.len);
	buf_release(&tail);
	return fits;
}

/* As many from the end as fit, with dots for the others; one at least. */
static void
add_tail(const struct doc *doc, const struct path *p, int cols, struct buf *out)
{
	size_t before = out->len, parts;

	for (parts = p->section.n - 1; parts > 0; parts--) {
		buf_truncate(out, before);
		buf_adds(out, "... > ");
		join(doc, p, parts, out);
		if (text_width(out->s + before, out->len - before) <= cols)
			return;
	}
	buf_truncate(out, before);
	crumbs_title(doc, p->section.v[0], out);
}

void
crumbs_path(const struct doc *doc, size_t section, int cols, struct buf *out)
{
	struct path p = { 0 };

	for (;;) {
		vec_push(&p.section, section);
		if (section == 0)
			break;
		section = doc_section(doc, section)->parent;
	}
	if (!add_whole(doc, &p, cols, out))
		add_tail(doc, &p, cols, out);
	vec_release(&p.section);
}
