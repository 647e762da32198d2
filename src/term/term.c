/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/term.h"

#include <langinfo.h>
#include <string.h>
#include <time.h>

int
term_locale_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

void
term_close(struct term *t)
{
	if (t != NULL)
		t->ops->close(t);
}

void
term_size(struct term *t, int *rows, int *cols)
{
	t->ops->size(t, rows, cols);
}

void
term_show(struct term *t, const struct canvas *c)
{
	t->ops->show(t, c);
}

int
term_key(struct term *t, int timeout_ms)
{
	return t->ops->key(t, timeout_ms);
}

int
term_pending(struct term *t)
{
	return t->ops->pending(t);
}

int64_t
term_clock_ms(struct term *t)
{
	struct timespec ts;

	if (t->ops->clock_ms != NULL)
		return t->ops->clock_ms(t);
	if (clock_gettime(CLOCK_MONOTONIC, &ts) < 0)
		return 0;
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

void
term_watch(struct term *t, int fd)
{
	t->ops->watch(t, fd);
}

void
term_theme(struct term *t, enum look_theme theme)
{
	t->ops->theme(t, theme);
}

int
term_copy(struct term *t, const char *s, size_t len)
{
	return t->ops->copy != NULL && t->ops->copy(t, s, len);
}

void
term_redraw(struct term *t)
{
	t->ops->redraw(t);
}

void
term_beep(struct term *t)
{
	t->ops->beep(t);
}

void
term_suspend(struct term *t)
{
	t->ops->suspend(t);
}

void
term_info(const struct term *t, struct term_info *out)
{
	t->ops->info(t, out);
}
