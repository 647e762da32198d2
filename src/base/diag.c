/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"

enum { ARG_MAX_LEN = 200 };

static const struct {
	enum diag_severity severity;
	const char *format;
} rows[DIAG_COUNT] = {
#define DIAG(id, severity, format) [DIAG_##id] = { DIAG_##severity, format },
#include "base/diag.def"
#undef DIAG
};

void
diags_init(struct diags *d)
{
	memset(d, 0, sizeof(*d));
}

void
diags_release(struct diags *d)
{
	arena_release(&d->arena);
	vec_release(&d->all);
	diags_init(d);
}

static int
is_continuation(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* C0, DEL, and C1 (0xc2 0x80..0x9f); a lone byte of C1 is not UTF-8. */
static int
is_control(const char *s)
{
	unsigned char c = (unsigned char)s[0];

	return c < 0x20 || c == 0x7f ||
	    (c == 0xc2 && (unsigned char)s[1] >= 0x80 &&
		(unsigned char)s[1] < 0xa0);
}

static void
add_visible(struct buf *b, const char *s)
{
	size_t i, len = strlen(s), cut = len;

	if (cut > ARG_MAX_LEN) {
		cut = ARG_MAX_LEN;
		while (cut > 0 && is_continuation(s[cut]))
			cut--;
	}
	for (i = 0; i < cut; i++) {
		if (!is_control(s + i)) {
			buf_addc(b, s[i]);
			continue;
		}
		buf_addc(b, '?');
		if ((unsigned char)s[i] == 0xc2)
			i++;
	}
	if (cut < len)
		buf_adds(b, "...");
}

/* The formats hold nothing but %s, so a small expander is enough and safe. */
static void
expand(struct buf *b, const char *format, va_list ap)
{
	const char *s;

	for (; *format != '\0'; format++) {
		if (format[0] == '%' && format[1] == 's') {
			s = va_arg(ap, const char *);
			add_visible(b, s == NULL ? "?" : s);
			format++;
		} else {
			buf_addc(b, *format);
		}
	}
}

void
diag_add(struct diags *d, enum diag_code code, const char *file, int line,
    int col, ...)
{
	struct diag diag = { .code = code, .line = line, .col = col };
	struct buf b = BUF_INIT;
	va_list ap;

	diag.severity = rows[code].severity;
	if (diag.severity == DIAG_ERROR)
		d->errors++;
	if (d->all.n >= DIAGS_MAX) {
		d->left_out++;
		return;
	}
	if (file != NULL) {
		add_visible(&b, file);
		diag.file = arena_strdup(&d->arena, b.s);
		buf_reset(&b);
	}
	va_start(ap, col);
	expand(&b, rows[code].format, ap);
	va_end(ap);
	diag.text = arena_strdup(&d->arena, b.s);
	buf_release(&b);
	vec_push(&d->all, diag);
}

/* The number of the first fault that is of the same file as number `i`. */
static size_t
first_of_file(const struct diags *d, size_t i)
{
	const char *file = d->all.v[i].file;
	size_t j;

	for (j = 0; j < i; j++) {
		const char *other = d->all.v[j].file;

		if (file == other ||
		    (file != NULL && other != NULL && strcmp(file, other) == 0))
			break;
	}
	return j;
}

/* What a fault is sorted by, and the fault. */
struct sorted {
	size_t file, number;
	struct diag diag;
};

static int
compare(const void *va, const void *vb)
{
	const struct sorted *a = va, *b = vb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->diag.line != b->diag.line)
		return a->diag.line < b->diag.line ? -1 : 1;
	if (a->diag.col != b->diag.col)
		return a->diag.col < b->diag.col ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

void
diags_sort(struct diags *d)
{
	struct sorted *all;
	size_t i;

	if (d->all.n == 0)
		return;
	all = xcalloc(d->all.n, sizeof(*all));
	for (i = 0; i < d->all.n; i++) {
		all[i].file = first_of_file(d, i);
		all[i].number = i;
		all[i].diag = d->all.v[i];
	}
	qsort(all, d->all.n, sizeof(*all), compare);
	for (i = 0; i < d->all.n; i++)
		d->all.v[i] = all[i].diag;
	free(all);
}

void
diags_print(const struct diags *d, FILE *out)
{
	size_t i;

	for (i = 0; i < d->all.n; i++) {
		const struct diag *g = &d->all.v[i];

		if (g->file != NULL)
			fprintf(out, "%s:", g->file);
		if (g->file != NULL && g->line > 0)
			fprintf(out, "%d:", g->line);
		if (g->file != NULL && g->line > 0 && g->col > 0)
			fprintf(out, "%d:", g->col);
		fprintf(out, "%s%s\n", g->file != NULL ? " " : "", g->text);
	}
}
