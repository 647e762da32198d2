/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/records.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/utf8.h"
#include "text/width.h"

/* [col] A text takes no more in a column. */
enum { TEXT_COLS = 32 };

const char *const records_formats[] = {
	[RECORDS_TEXT] = "text",
	[RECORDS_CSV] = "csv",
	[RECORDS_JSON] = "json",
	NULL,
};

void
records_init(struct records *r, enum records_format format)
{
	memset(r, 0, sizeof(*r));
	r->format = format;
}

void
records_release(struct records *r)
{
	size_t i;

	for (i = 0; i < r->cells.n; i++) {
		free(r->cells.v[i].value);
		free(r->cells.v[i].shown);
	}
	vec_release(&r->cells);
	vec_release(&r->names);
}

void
records_row(struct records *r)
{
	assert(r->cells.n == r->rows * r->names.n);
	r->rows++;
}

static void
add(struct records *r, const char *name, struct records_cell cell)
{
	assert(r->rows > 0);
	if (r->rows == 1)
		vec_push(&r->names, name);
	vec_push(&r->cells, cell);
}

void
records_text(struct records *r, const char *name, const char *s)
{
	struct records_cell cell = { NULL, NULL, 1 };
	struct buf clean = BUF_INIT;

	buf_adds(&clean, "");
	text_clean(&clean, s, strlen(s));
	cell.value = buf_detach(&clean);
	for (s = cell.value; *s != '\0'; s++) {
		if (*s == '\n' || *s == '\t')
			cell.value[s - cell.value] = ' ';
	}
	add(r, name, cell);
}

void
records_int(struct records *r, const char *name, int64_t n)
{
	struct records_cell cell = { NULL, NULL, 0 };

	cell.value = xasprintf("%" PRId64, n);
	add(r, name, cell);
}

/* So many digits as give the number back, no more than it needs. */
void
records_json_number(struct buf *out, double x)
{
	char s[40];
	int digits;

	if (!isfinite(x)) {
		buf_adds(out, "null");
		return;
	}
	for (digits = 6; digits <= 17; digits++) {
		snprintf(s, sizeof(s), "%.*g", digits, x);
		if (strtod(s, NULL) == x)
			break;
	}
	buf_adds(out, s);
}

void
records_number(struct records *r, const char *name, double x)
{
	struct records_cell cell = { NULL, NULL, 0 };
	struct buf b = BUF_INIT;

	if (!isfinite(x)) {
		records_none(r, name);
		return;
	}
	records_json_number(&b, x);
	cell.value = buf_detach(&b);
	cell.shown = xasprintf("%.2f", x);
	add(r, name, cell);
}

void
records_flag(struct records *r, const char *name, int on)
{
	struct records_cell cell = { NULL, NULL, 0 };

	cell.value = xstrdup(on ? "true" : "false");
	cell.shown = xstrdup(on ? "yes" : "");
	add(r, name, cell);
}

void
records_none(struct records *r, const char *name)
{
	struct records_cell cell = { NULL, NULL, 0 };

	add(r, name, cell);
}

void
records_json_string(struct buf *out, const char *s)
{
	buf_addc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_printf(out, "\\%c", *s);
		else if ((unsigned char)*s < 0x20)
			buf_printf(out, "\\u%04x", (unsigned)*s);
		else
			buf_addc(out, *s);
	}
	buf_addc(out, '"');
}

static const struct records_cell *
cell_at(const struct records *r, size_t row, size_t col)
{
	return &r->cells.v[row * r->names.n + col];
}

static void
write_json(const struct records *r, struct buf *out)
{
	size_t i, j;

	buf_addc(out, '[');
	for (i = 0; i < r->rows; i++) {
		buf_adds(out, i == 0 ? "\n{" : ",\n{");
		for (j = 0; j < r->names.n; j++) {
			const struct records_cell *cell = cell_at(r, i, j);

			buf_printf(
			    out, "%s\"%s\":", j == 0 ? "" : ",", r->names.v[j]);
			if (cell->value == NULL)
				buf_adds(out, "null");
			else if (cell->is_text)
				records_json_string(out, cell->value);
			else
				buf_adds(out, cell->value);
		}
		buf_addc(out, '}');
	}
	buf_adds(out, r->rows > 0 ? "\n]\n" : "]\n");
}

static void
add_field(struct buf *out, const char *s)
{
	if (strpbrk(s, ",\"") == NULL) {
		buf_adds(out, s);
		return;
	}
	buf_addc(out, '"');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_addc(out, '"');
		buf_addc(out, *s);
	}
	buf_addc(out, '"');
}

static void
write_csv(const struct records *r, struct buf *out)
{
	size_t i, j;

	for (j = 0; j < r->names.n; j++)
		buf_printf(out, "%s%s", j == 0 ? "" : ",", r->names.v[j]);
	if (r->names.n > 0)
		buf_addc(out, '\n');
	for (i = 0; i < r->rows; i++) {
		for (j = 0; j < r->names.n; j++) {
			const struct records_cell *cell = cell_at(r, i, j);

			if (j > 0)
				buf_addc(out, ',');
			if (cell->value != NULL)
				add_field(out, cell->value);
		}
		buf_addc(out, '\n');
	}
}

static const char *
shown(const struct records_cell *cell)
{
	if (cell->shown != NULL)
		return cell->shown;
	return cell->value == NULL ? "" : cell->value;
}

/* [col] */
static int
width_of(const struct records *r, size_t col)
{
	int width = text_width(r->names.v[col], strlen(r->names.v[col]));
	size_t i;

	for (i = 0; i < r->rows; i++) {
		const char *s = shown(cell_at(r, i, col));
		int cols = text_width(s, strlen(s));

		width = cols > width ? cols : width;
	}
	return width > TEXT_COLS ? TEXT_COLS : width;
}

/* Text to the left, numbers to the right. */
static void
put_cell(struct buf *out, const char *s, int width, int is_text)
{
	int used;
	size_t len = text_fit(s, strlen(s), width, &used);

	if (!is_text)
		buf_fill(out, ' ', width - used);
	buf_add(out, s, len);
	if (is_text)
		buf_fill(out, ' ', width - used);
}

static void
end_line(struct buf *out)
{
	while (out->len > 0 && out->s[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
	buf_addc(out, '\n');
}

static void
write_text(const struct records *r, struct buf *out)
{
	size_t i, j;
	int *width = xcalloc(r->names.n + 1, sizeof(*width));

	for (j = 0; j < r->names.n; j++)
		width[j] = width_of(r, j);
	for (i = 0; r->rows > 0 && i <= r->rows; i++) {
		for (j = 0; j < r->names.n; j++) {
			const struct records_cell *cell =
			    cell_at(r, i == 0 ? 0 : i - 1, j);

			if (j > 0)
				buf_adds(out, "  ");
			put_cell(out, i == 0 ? r->names.v[j] : shown(cell),
			    width[j], cell->is_text);
		}
		end_line(out);
	}
	free(width);
}

void
records_write(const struct records *r, struct buf *out)
{
	if (r->format == RECORDS_JSON)
		write_json(r, out);
	else if (r->format == RECORDS_CSV)
		write_csv(r, out);
	else
		write_text(r, out);
}
