/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml_dump.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"

struct dump {
	struct buf *to;
	struct xml_stream *x;
	int in_text; /* a '[' waits for its ']' */
};

static void
add_name(struct dump *d, unsigned name)
{
	buf_adds(d->to, xml_name(d->x, name));
	if (xml_name_ns(d->x, name) != XML_NS_NONE)
		buf_printf(d->to, "@%d", (int)xml_name_ns(d->x, name));
}

static void
add_text(struct dump *d, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (s[i] == '\n')
			buf_adds(d->to, "\\n");
		else if (s[i] == '\t')
			buf_adds(d->to, "\\t");
		else
			buf_addc(d->to, s[i]);
	}
}

static void
add_start(struct dump *d, const struct xml_event *ev)
{
	size_t i;

	buf_addc(d->to, '<');
	add_name(d, ev->name);
	for (i = 0; i < ev->n_attr; i++) {
		buf_addc(d->to, ' ');
		add_name(d, ev->attr[i].name);
		buf_adds(d->to, "=\"");
		add_text(d, ev->attr[i].value, ev->attr[i].len);
		buf_addc(d->to, '"');
	}
	buf_adds(d->to, ">\n");
}

static void
add_event(struct dump *d, const struct xml_event *ev)
{
	if (d->in_text && ev->kind != XML_TEXT) {
		buf_adds(d->to, "]\n");
		d->in_text = 0;
	}
	if (ev->kind == XML_DONE)
		return;
	if (!d->in_text && ev->file > 0)
		buf_printf(d->to, "%s:", xml_file(d->x, ev->file));
	if (!d->in_text)
		buf_printf(d->to, "%d:%d ", ev->line, ev->col);
	switch (ev->kind) {
	case XML_START:
		add_start(d, ev);
		break;
	case XML_END:
		buf_adds(d->to, "</");
		add_name(d, ev->name);
		buf_adds(d->to, ">\n");
		break;
	case XML_TEXT:
		if (!d->in_text)
			buf_addc(d->to, '[');
		d->in_text = 1;
		add_text(d, ev->text, ev->len);
		break;
	case XML_PI:
		buf_adds(d->to, "<?");
		add_name(d, ev->name);
		buf_printf(d->to, " %s?>\n", ev->text);
		break;
	case XML_WAIT:
	case XML_DONE:
		break;
	}
}

static void
add_faults(struct buf *to, const struct diags *faults)
{
	char *text = NULL, *line, *next;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	diags_print(faults, f);
	fclose(f);
	for (line = text; *line != '\0'; line = next) {
		next = strchr(line, '\n') + 1;
		buf_adds(to, "! ");
		buf_add(to, line, (size_t)(next - line));
	}
	free(text);
}

void
xml_dump(struct buf *b, const struct xml_source *src,
    const struct xml_options *options)
{
	struct dump d = { .to = b };
	struct diags faults;
	struct xml_event ev;
	int broken = 0;

	diags_init(&faults);
	d.x = xml_open_with(src, options, &faults);
	if (d.x != NULL) {
		do {
			xml_next(d.x, &ev);
			add_event(&d, &ev);
		} while (ev.kind != XML_DONE);
		broken = xml_broken(d.x);
	}
	xml_close(d.x);
	add_faults(b, &faults);
	if (broken)
		buf_adds(b, "broken\n");
	diags_release(&faults);
}
