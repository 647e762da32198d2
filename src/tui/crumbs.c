/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/crumbs.h"

#include "base/buf.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "text/width.h"

struct path {
	VEC(size_t) section; /* from the last up to the document */
};

void
crumbs_title(const struct doc *doc, size_t section, struct buf *out)
{
	size_t before = out->len;

	doc_label(doc, section, out);
	if (out->len > before)
		buf_addc(out, ' ');
	gentext_section(doc, section, out);
}

static void
join(const struct doc *doc, const struct path *p, size_t parts, struct buf *out)
{
	size_t i;

	if (parts < p->section.n)
		buf_adds(out, "... > ");
	for (i = parts; i-- > 0;) {
		crumbs_title(doc, p->section.v[i], out);
		if (i > 0)
			buf_adds(out, " > ");
	}
}

void
crumbs_path(const struct doc *doc, size_t section, int cols, struct buf *out)
{
	size_t before = out->len, parts;
	struct path p = { 0 };

	for (;;) {
		vec_push(&p.section, section);
		if (section == 0)
			break;
		section = doc_section(doc, section)->parent;
	}
	for (parts = p.section.n; parts > 0; parts--) {
		buf_truncate(out, before);
		join(doc, &p, parts, out);
		if (text_width(out->s + before, out->len - before) <= cols)
			break;
	}
	if (parts == 0) {
		buf_truncate(out, before);
		crumbs_title(doc, p.section.v[0], out);
	}
	vec_release(&p.section);
}
