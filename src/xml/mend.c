/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/xalloc.h"
#include "xml/feed.h"
#include "xml/frame.h"

/*
 * A file of declarations that is not well-formed ends a parser of libxml2's,
 * the whole document with it.  So the document is begun again, of which nothing
 * has been shown yet, and the file cut before the fault; the declarations
 * before it hold.  What is cut may end in the middle of another declaration,
 * where a quote was left out: then there is a fault again, further up.
 */
enum {
	READ_MAX = 1 << 20, /* bytes before the root element that are kept */
	MENDS_MAX = 30,     /* in one document file */
	CUTS_MAX = 5        /* of one file of declarations; then all of it */
};

void
mend_keep(struct frame *f, const char *s, size_t len)
{
	if (f->mend.over)
		return;
	if (f->open.n > 0 || f->mend.read.len + len > READ_MAX) {
		f->mend.over = 1;
		buf_release(&f->mend.read);
		return;
	}
	buf_add(&f->mend.read, s, len);
}

/* What of a file of declarations is read; NULL: all of it. */
static struct feed_cut *
cut_find(struct feed *feed, const char *path)
{
	size_t i;

	for (i = 0; i < feed->cuts.n; i++) {
		if (strcmp(feed->cuts.v[i].path, path) == 0)
			return &feed->cuts.v[i];
	}
	return NULL;
}

static struct feed_cut *
cut_add(struct feed *feed, const char *path)
{
	struct feed_cut new = { .len = SIZE_MAX, .fault = SIZE_MAX };

	new.path = xstrdup(path);
	vec_push(&feed->cuts, new);
	return &feed->cuts.v[feed->cuts.n - 1];
}

/* Notes a fault before byte `at` of a file; -1 if nothing is left to cut. */
static int
cut_before(struct feed *feed, const char *path, size_t at)
{
	struct feed_cut *cut = cut_find(feed, path);

	if (cut == NULL)
		cut = cut_add(feed, path);
	if (cut->len == 0)
		return -1;
	cut->fault = at;
	if (++cut->times > CUTS_MAX)
		cut->len = 0;
	return 0;
}

enum mend
mend_fault(struct frame *f)
{
	const char *path;
	size_t at = 0;

	if (f->mend.over || f->ctxt->inSubset == 0 ||
	    f->mend.times++ == MENDS_MAX)
		return MEND_NOT;
	path = dtd_file_at(f, &at);
	if (path == NULL) {
		/* Where a file ends in a declaration libxml2 has left it. */
		if (f->mend.ends || f->parameter.n == 0)
			return MEND_NOT;
		f->mend.ends = f->mend.due = 1;
		return MEND_QUIETLY;
	}
	if (cut_before(f->feed, path, at) == -1)
		return MEND_NOT;
	f->mend.due = 1;
	return feed_tell(f->feed, FEED_CUT, path) ? MEND_LOUDLY : MEND_QUIETLY;
}

static int
begins(const char *s, const char *end, const char *with)
{
	size_t len = strlen(with);

	return (size_t)(end - s) >= len && memcmp(s, with, len) == 0;
}

/* Behind the declaration, comment or the like at `s`; NULL: it has no end. */
static const char *
declaration_end(const char *s, const char *end)
{
	const char *p;
	char quote = '\0';

	if (begins(s, end, "<!--")) {
		p = memmem(s + 4, (size_t)(end - s - 4), "-->", 3);
		return p == NULL ? NULL : p + 3;
	}
	if (begins(s, end, "<?")) {
		p = memmem(s, (size_t)(end - s), "?>", 2);
		return p == NULL ? NULL : p + 2;
	}
	if (begins(s, end, "<![IGNORE[")) {
		p = memmem(s, (size_t)(end - s), "]]>", 3);
		return p == NULL ? NULL : p + 3;
	}
	if (begins(s, end, "<!["))
		return memchr(s + 3, '[', (size_t)(end - s - 3));
	for (p = s; p < end; p++) {
		if (quote == '\0' && *p == '>')
			return p + 1;
		if (*p == quote)
			quote = '\0';
		else if (quote == '\0' && (*p == '"' || *p == '\''))
			quote = *p;
	}
	return NULL;
}

/* How many of the bytes are whole declarations, from the beginning on. */
static size_t
whole(const struct buf *b)
{
	const char *s = b->s, *end = b->s + b->len, *section = NULL, *behind;
	size_t depth = 0;

	while (s < end) {
		behind = s + 1;
		if (*s == '<')
			behind = declaration_end(s, end);
		if (behind == NULL)
			return (size_t)(s - b->s);
		if (begins(s, end, "<![") && !begins(s, end, "<![IGNORE[") &&
		    depth++ == 0)
			section = s;
		depth -= depth > 0 && begins(s, end, "]]>");
		s = behind;
	}
	return depth > 0 ? (size_t)(section - b->s) : b->len;
}

/* A file that ends within a declaration is cut before that. */
static void
cut_end(struct frame *f, const char *path, const struct buf *b, int line)
{
	struct place p = { .line = line, .col = 1 };
	size_t len = whole(b);

	if (len == b->len)
		return;
	cut_add(f->feed, path)->len = len;
	if (!feed_tell(f->feed, FEED_CUT, path))
		return;
	place_advance(&p, b->s, len, b->len);
	frame_diag_in(f, path, (struct wire_place){ p.line, p.col },
	    DIAG_XML_DECLARATIONS, "the file ends in this declaration");
}

/* Behind the last declaration that is whole before the fault, or before it if
 * that was so already. */
static size_t
cut_len(const struct feed_cut *cut, const struct buf *b)
{
	const char *fault = b->s + (cut->fault < b->len ? cut->fault : b->len);
	const char *last = memrchr(b->s, '<', (size_t)(fault - b->s)), *end;

	if (last == NULL)
		return 0;
	end = declaration_end(last, fault);
	if (end != NULL && (size_t)(end - b->s) < cut->len)
		return (size_t)(end - b->s);
	return (size_t)(last - b->s);
}

void
mend_declarations(struct frame *f, const char *path, struct buf *b, int line)
{
	struct feed_cut *cut = cut_find(f->feed, path);

	if (cut == NULL && f->mend.ends)
		cut_end(f, path, b, line);
	cut = cut_find(f->feed, path);
	if (cut == NULL)
		return;
	if (cut->len < b->len)
		buf_truncate(b, cut->len);
	if (cut->fault == SIZE_MAX)
		return;
	buf_truncate(b, cut_len(cut, b));
	/* The fault may have been within a section. */
	buf_truncate(b, whole(b));
	cut->len = b->len;
	cut->fault = SIZE_MAX;
}
