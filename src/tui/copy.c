/* SPDX-License-Identifier: ISC */
/*
 * copy.c - taking a paragraph along; and the colours
 *
 * What is copied goes to the clipboard where the terminal can be told to, and
 * always to a file, $XDG_STATE_HOME/lectern/copied.
 */
#include "config.h"

#include "tui/copy.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "doc/doc.h"
#include "doc/vocab.h"
#include "term/look.h"
#include "term/term.h"
#include "tui/reader.h"

int
copy_write(const struct buf *text, char **path)
{
	char *dir = xdg_path("XDG_STATE_HOME", ".local/state", "lectern");
	int status = -1;

	*path = dir == NULL ? NULL : path_join(dir, "copied");
	if (dir != NULL && mkdir_all(dir, 0700) == 0)
		status = file_replace(*path, text->s, text->len);
	free(dir);
	return status;
}

uint32_t
copy_block_at(const struct doc *doc, uint32_t at)
{
	uint32_t n = vocab_node_at(doc, at);

	while (n != DOC_NONE && !(doc_node(doc, n)->flags & NODE_BLOCK))
		n = doc_node(doc, n)->parent;
	return n;
}

void
copy_text(struct tui *t, struct buf *text)
{
	char *path;

	buf_addc(text, '\n');
	if (copy_write(text, &path) < 0)
		tui_warn(t, "Not copied: %s.", strerror(errno));
	else if (term_copy(t->term, text->s, text->len))
		tui_say(t, "Copied to the clipboard and to %s", path);
	else
		tui_say(t, "Copied to %s", path);
	free(path);
}

void
reader_copy(struct view *v)
{
	struct reader *r = reader_of(v);
	struct tui *t = v->tui;
	uint32_t n = copy_block_at(t->doc, reader_place(r));
	struct buf text = BUF_INIT;

	if (n != DOC_NONE)
		doc_plain(t->doc, n, &text);
	if (text.len == 0) {
		tui_say(t, "Nothing to copy here.");
	} else {
		r->lit = (struct match){ doc_node(t->doc, n)->start,
			doc_node(t->doc, n)->end };
		copy_text(t, &text);
	}
	buf_release(&text);
}

void
reader_theme(struct view *v)
{
	struct term_info info;
	enum look_theme theme;

	term_info(v->tui->term, &info);
	theme = (enum look_theme)((info.theme + 1) % LOOK_THEME_COUNT);
	term_theme(v->tui->term, theme);
	if (info.depth == LOOK_MONO)
		tui_say(v->tui, "This terminal shows no colours.");
	else
		tui_say(v->tui, "Colours: %s.", look_theme_name(theme));
}
