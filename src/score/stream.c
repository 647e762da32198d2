/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/stream.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "score/replay.h"

int
stream_open(struct stream *s, const char *folder, int dir, const char *name,
    size_t piece)
{
	memset(s, 0, sizeof(*s));
	if (lines_init(&s->lines, dir, name, piece) == -1)
		return -1;
	event_decoder_init(&s->decoder);
	s->path = path_join(folder, name);
	return 0;
}

void
stream_close(struct stream *s)
{
	lines_release(&s->lines);
	event_decoder_release(&s->decoder);
	free(s->path);
	s->path = NULL;
}

static void
report(const struct stream *s, enum diag_code code, const char *arg)
{
	if (s->diags != NULL)
		diag_add(s->diags, code, s->path, (int)s->lines.number, 0, arg);
}

static void
report_numbers(
    const struct stream *s, enum diag_code code, int64_t a, int64_t b)
{
	char from[24], to[24];

	if (s->diags == NULL)
		return;
	snprintf(from, sizeof(from), "%lld", (long long)a);
	snprintf(to, sizeof(to), "%lld", (long long)b);
	diag_add(s->diags, code, s->path, (int)s->lines.number, 0, from, to);
}

static void
pass_over(struct stream *s, enum diag_code code, const char *arg)
{
	report(s, code, arg);
	s->bad++;
	s->totals->damaged++;
}

/*
 * A gap is explained by damaged lines before it.  Numbers go back where files
 * were joined by hand.
 */
static void
check_number(struct stream *s)
{
	int64_t n = s->e.n, next = s->last + 1;

	if (n > next + s->bad) {
		report_numbers(s, DIAG_SCORE_MISSING, next, n - 1);
		s->totals->missing += n - next - s->bad;
	} else if (n < next) {
		report_numbers(s, DIAG_SCORE_ORDER, s->last, n);
	}
	s->last = n;
	s->bad = 0;
}

static void
check_version(struct stream *s)
{
	char version[24];

	if (s->e.v <= EVENT_VERSION || s->newer)
		return;
	s->newer = 1;
	snprintf(version, sizeof(version), "%lld", (long long)s->e.v);
	report(s, DIAG_SCORE_NEWER, version);
}

/* 1 if the line holds an event to hand on. */
static int
take_line(struct stream *s, const struct line *line)
{
	if (line->nuls)
		report(s, DIAG_SCORE_NULS, NULL);
	if (line->too_long) {
		pass_over(s, DIAG_SCORE_LONG, NULL);
		return 0;
	}
	if (line->len == 0)
		return 0;
	switch (event_decode(&s->decoder, line->s, line->len, &s->e)) {
	case EVENT_OK:
		check_number(s);
		check_version(s);
		s->totals->unknown += s->e.kind == EVENT_COUNT;
		return s->e.kind != EVENT_COUNT;
	case EVENT_TORN:
		pass_over(s, DIAG_SCORE_TORN, NULL);
		break;
	case EVENT_DAMAGED:
		pass_over(s, DIAG_SCORE_DAMAGED, NULL);
		break;
	case EVENT_NO_JSON:
		pass_over(s, DIAG_SCORE_JSON, NULL);
		break;
	case EVENT_LACKS:
		pass_over(s, DIAG_SCORE_FIELD, s->decoder.lacks);
		break;
	}
	return 0;
}

int
stream_next(struct stream *s)
{
	struct line line;
	int more;

	while ((more = lines_next(&s->lines, &line)) == 1)
		if (take_line(s, &line))
			return 1;
	if (more == -1 && s->diags != NULL)
		diag_add(s->diags, DIAG_FILE_READ, s->path, 0, 0, s->path,
		    strerror(errno));
	return 0;
}
