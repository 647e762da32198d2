/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "term/osc8.h"
#include "text/rich.h"
#include "unit.h"

static void
only_harmless_addresses_are_sent(void **state)
{
	static const struct {
		const char *url, *sent; /* NULL: not at all */
	} t[] = {
		{ "https://a.example/b?c=1&d=%20#e",
		    "https://a.example/b?c=1&d=%20#e" },
		{ "HTTP://a.example", "HTTP://a.example" },
		{ "mailto:a@b.example", "mailto:a@b.example" },
		{ "http://a/\033]8;;\033\\x\a", "http://a/%1B]8;;%1B%5Cx%07" },
		{ "http://a/\u202eb \n", "http://a/%E2%80%AEb%20%0A" },
		{ "file:///etc/passwd", NULL },
		{ "javascript:alert(1)", NULL },
		{ "ftp://a.example", NULL },
		{ "//a.example", NULL },
		{ "other.xml", NULL },
		{ " https://a.example", NULL },
		{ "", NULL },
	};
	struct buf b = BUF_INIT, big = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		buf_reset(&b);
		assert_int_equal(osc8_url(&b, t[i].url), t[i].sent != NULL);
		assert_string_equal(b.s, t[i].sent == NULL ? "" : t[i].sent);
	}
	buf_adds(&big, "http://");
	buf_fill(&big, 'x', OSC8_MAX + 1);
	buf_reset(&b);
	assert_int_equal(osc8_url(&b, big.s), 0);
	assert_int_equal(b.len, 0);
	buf_release(&big);
	buf_release(&b);
}

static void
only_some_terminals_get_it(void **state)
{
	(void)state;
	assert_true(osc8_is_safe("xterm-256color"));
	assert_true(osc8_is_safe("tmux-256color"));
	assert_false(osc8_is_safe("linux"));
	assert_false(osc8_is_safe("vt100"));
	assert_false(osc8_is_safe("screen"));
	assert_false(osc8_is_safe(""));
}

/* A screen with a link in row `row`. */
static void
draw(struct canvas *c, int row, const char *url)
{
	canvas_clear(c);
	canvas_move(c, row, 2);
	canvas_puts(c, "see it", STYLE_LINK);
	canvas_link(c, row, 2, 6, url);
}

/* What is on the screen, or moves with it, is not sent again. */
static void
each_link_is_sent_once(void **state)
{
	static const char sent[] =
	    "\0337\033[4;3H\033]8;;http://a\033\\\033[0;4msee it"
	    "\033]8;;\033\\\0338";
	struct osc8_look look = { LOOK_MONO, LOOK_AUTO };
	struct osc8 o = { .on = 1 };
	struct canvas before, now;
	struct canvas_rect cover = { 2, 0, 1, 3 };
	struct buf b = BUF_INIT;

	(void)state;
	canvas_init(&before);
	canvas_init(&now);
	canvas_resize(&before, 5, 20);
	canvas_resize(&now, 5, 20);
	draw(&now, 3, "http://a");
	osc8_show(&o, &before, &now, look, &b);
	assert_string_equal(b.s, sent);
	canvas_copy(&before, &now);
	buf_reset(&b);
	osc8_show(&o, &before, &now, look, &b);
	assert_string_equal(b.s, "");
	draw(&now, 2, "http://a");
	osc8_show(&o, &before, &now, look, &b);
	assert_string_equal(b.s, "");
	canvas_copy(&before, &now);
	draw(&now, 2, "http://b");
	osc8_show(&o, &before, &now, look, &b);
	assert_non_null(strstr(b.s, "http://b"));
	osc8_forget(&o);
	canvas_copy(&before, &now);
	buf_reset(&b);
	osc8_show(&o, &before, &now, look, &b);
	assert_non_null(strstr(b.s, "http://b"));
	/* What is covered leads nowhere. */
	canvas_fill(&now, &cover, STYLE_BODY);
	assert_int_equal(now.links.n, 0);
	canvas_link(&now, 7, 0, 5, "http://c");
	canvas_link(&now, 1, -3, 5, "http://c");
	assert_int_equal(now.links.n, 1);
	assert_int_equal(now.links.v[0].cols, 2);
	buf_release(&b);
	canvas_release(&before);
	canvas_release(&now);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_harmless_addresses_are_sent),
		cmocka_unit_test(only_some_terminals_get_it),
		cmocka_unit_test(each_link_is_sent_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
