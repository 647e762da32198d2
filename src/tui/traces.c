/* SPDX-License-Identifier: ISC */
/*
 * traces.c - what a reader has left in a section, for the contents
 */
#include "config.h"

#include "base/buf.h"
#include "doc/doc.h"
#include "tui/reader.h"

const char *
reader_seen_sign(struct reader *r, size_t section)
{
	enum reading_state state =
	    reading_section(reader_seen(r), r->page.doc, section);

	if (state == READING_ALL)
		return r->view.tui->ascii ? "v" : "\u2713";
	return state == READING_PART ? "~" : " ";
}

void
reader_seen_count(struct reader *r, struct buf *out)
{
	const struct doc *doc = r->page.doc;
	const struct reading *seen = reader_seen(r);
	size_t i, n = doc_sections(doc), read = 0, begun = 0;

	for (i = 1; i < n; i++) {
		enum reading_state state = reading_section(seen, doc, i);

		read += state == READING_ALL;
		begun += state != READING_NOTHING;
	}
	if (begun > 0)
		buf_printf(out, ", %zu of %zu read", read, n - 1);
}

char
reader_mark_sign(const struct reader *r, size_t section, int whole)
{
	const struct doc *doc = r->page.doc;
	size_t i, next = section + 1;

	while (whole && next < doc_sections(doc) &&
	    doc_section(doc, next)->depth > doc_section(doc, section)->depth)
		next++;
	for (i = 0; i < r->margin.signs.n; i++) {
		const struct page_sign *s = &r->margin.signs.v[i];
		size_t at = doc_section_at(doc, s->at);

		if (at >= section && at < next)
			return s->sign;
	}
	return 0;
}
