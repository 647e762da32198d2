/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "term/canvas.h"
#include "term/key.h"
#include "term/term.h"
#include "text/rich.h"
#include "unit.h"

/* A terminal on the script `text`, and what it writes. */
struct fixture {
	FILE *in, *out;
	char *written;
	size_t len;
	struct term *term;
};

static void
open_script(struct fixture *f, const char *text, int rows, int cols)
{
	f->in = tmpfile();
	assert_non_null(f->in);
	fputs(text, f->in);
	rewind(f->in);
	f->out = open_memstream(&f->written, &f->len);
	f->term = term_open_script(f->in, f->out, rows, cols);
}

static void
close_script(struct fixture *f)
{
	term_close(f->term);
	fclose(f->in);
	fclose(f->out);
	free(f->written);
}

static void
check_key(struct fixture *f, int want)
{
	assert_int_equal(term_key(f->term, -1), want);
}

static void
keys_come_in_order(void **state)
{
	static const int want[] = { 'j', 'j', ' ', TKEY_DOWN, '<', 'K', 12,
		TKEY_RESIZE, 'a', ' ', '<', ' ', 0xe9, 'q', TKEY_HANGUP,
		TKEY_HANGUP };
	struct fixture f;
	size_t i;
	int rows, cols;

	(void)state;
	open_script(&f,
	    "# a comment\n\nkeys jj<Space>\nkeys <Down><K<C-l>\n"
	    ":size 40x12\ntype a < \xc3\xa9\nkeys q\n",
	    24, 80);
	term_size(f.term, &rows, &cols);
	assert_int_equal(rows, 24);
	assert_int_equal(cols, 80);
	for (i = 0; i < sizeof(want) / sizeof(*want); i++)
		check_key(&f, want[i]);
	term_size(f.term, &rows, &cols);
	assert_int_equal(rows, 12);
	assert_int_equal(cols, 40);
	close_script(&f);
}

static void
screens_are_written(void **state)
{
	static const char want[] = "== first 0x0 cursor hidden\n==\n"
				   "== second 6x2 cursor 1,2\n"
				   "ab\xe4\xb8\xad\n\n==\n"
				   "== third 6x2 styles\nllll..\n......\n==\n"
				   "== paints 1\n";
	struct fixture f;
	struct canvas c;

	(void)state;
	open_script(&f,
	    ":screen first\nkeys x\n:screen second\n:styles third\n:paints\n"
	    "keys y\n",
	    2, 6);
	canvas_init(&c);
	canvas_resize(&c, 2, 6);
	canvas_puts(&c, "ab\xe4\xb8\xad", STYLE_LINK);
	canvas_cursor(&c, 1, 2);
	check_key(&f, 'x');
	term_show(f.term, &c);
	check_key(&f, 'y');
	check_key(&f, TKEY_HANGUP);
	fflush(f.out);
	assert_string_equal(f.written, want);
	canvas_release(&c);
	close_script(&f);
}

/* A line of keys is typed ahead; pictures and new lines are not. */
static void
pending_until_the_line_ends(void **state)
{
	struct fixture f;

	(void)state;
	open_script(&f, "keys abc\nkeys d\n", 2, 6);
	assert_false(term_pending(f.term));
	check_key(&f, 'a');
	assert_true(term_pending(f.term));
	check_key(&f, 'b');
	assert_true(term_pending(f.term));
	check_key(&f, 'c');
	assert_false(term_pending(f.term));
	check_key(&f, 'd');
	close_script(&f);
}

static void
pastes_timeouts_and_the_end(void **state)
{
	struct fixture f;

	(void)state;
	open_script(
	    &f, "paste a b\n:timeout\n:timeout\nkeys x\n:quit\nkeys y\n", 2, 6);
	check_key(&f, TKEY_PASTE_BEGIN);
	check_key(&f, 'a');
	check_key(&f, ' ');
	check_key(&f, 'b');
	check_key(&f, TKEY_PASTE_END);
	assert_int_equal(term_key(f.term, 100), TKEY_TIMEOUT);
	check_key(&f, 'x');
	check_key(&f, TKEY_HANGUP);
	check_key(&f, TKEY_HANGUP);
	close_script(&f);
}

static void
faults_are_named(void **state)
{
	static const char *const bad[] = { "frob\n", ":size 80\n",
		":size 0x9\n", ":size 80x24x\n", ":size\n", "Keys j\n" };
	struct fixture f;
	char text[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		snprintf(text, sizeof(text), "keys a\n%skeys b\n", bad[i]);
		open_script(&f, text, 2, 6);
		check_key(&f, 'a');
		check_key(&f, TKEY_HANGUP);
		fflush(f.out);
		assert_int_equal(strncmp(f.written, "== line 2: ", 11), 0);
		close_script(&f);
	}
}

static void
keys_wait_for_what_is_watched(void **state)
{
	struct fixture f;
	int fd[2];

	(void)state;
	open_script(&f, "keys ab\n", 2, 6);
	assert_int_equal(pipe(fd), 0);
	term_watch(f.term, fd[0]);
	assert_int_equal(write(fd[1], "x", 1), 1);
	check_key(&f, TKEY_WATCH);
	close(fd[1]);
	check_key(&f, TKEY_WATCH);
	assert_false(term_pending(f.term));
	term_watch(f.term, -1);
	check_key(&f, 'a');
	close(fd[0]);
	close_script(&f);
}

static void
other_calls_do_no_harm(void **state)
{
	struct term_info info;
	struct fixture f;

	(void)state;
	open_script(&f, "", 1, 1);
	term_theme(f.term, LOOK_DARK);
	term_redraw(f.term);
	term_beep(f.term);
	term_suspend(f.term);
	term_info(f.term, &info);
	assert_string_equal(info.type, "script");
	assert_int_equal(info.theme, LOOK_DARK);
	assert_true(info.utf8);
	check_key(&f, TKEY_HANGUP);
	close_script(&f);
	term_close(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_come_in_order),
		cmocka_unit_test(screens_are_written),
		cmocka_unit_test(pending_until_the_line_ends),
		cmocka_unit_test(pastes_timeouts_and_the_end),
		cmocka_unit_test(faults_are_named),
		cmocka_unit_test(keys_wait_for_what_is_watched),
		cmocka_unit_test(other_calls_do_no_harm),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("script", tests, NULL, NULL);
}
