/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "unit.h"

static void
arena_keeps_everything(void **state)
{
	struct arena a;
	char *s[3000];
	int i;

	(void)state;
	arena_init(&a);
	for (i = 0; i < 3000; i++)
		s[i] = arena_printf(&a, "string %d", i);
	for (i = 0; i < 3000; i++) {
		char want[32];

		snprintf(want, sizeof(want), "string %d", i);
		assert_string_equal(s[i], want);
	}
	assert_int_equal((uintptr_t)arena_alloc(&a, 1) % 16, 0);
	assert_non_null(arena_alloc(&a, 10 << 20));
	arena_release(&a);
	assert_null(a.chunk);
}

static void
buf_is_always_a_string(void **state)
{
	struct buf b = BUF_INIT;
	char *s;

	(void)state;
	assert_string_equal(b.s, "");
	buf_adds(&b, "one");
	buf_addc(&b, ' ');
	buf_printf(&b, "%d", 2);
	assert_string_equal(b.s, "one 2");
	buf_truncate(&b, 3);
	assert_string_equal(b.s, "one");
	buf_fill(&b, '.', 3);
	buf_fill(&b, '.', -1);
	s = buf_detach(&b);
	assert_string_equal(s, "one...");
	assert_string_equal(b.s, "");
	free(s);
	buf_release(&b);
}

static void
vec_keeps_order(void **state)
{
	VEC(int) v = { 0 };
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		vec_push(&v, i);
	assert_int_equal(v.n, 1000);
	for (i = 0; i < 1000; i++)
		assert_int_equal(v.v[i], i);
	vec_release(&v);
	assert_int_equal(v.n, 0);
}

static void
diag_makes_controls_visible(void **state)
{
	struct diags d;
	char longer[1000], *out = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&out, &len);

	(void)state;
	diags_init(&d);
	diag_add(
	    &d, DIAG_ELEM_UNKNOWN, "a\033b.xml", 3, 7, "x\033[2Jy\xc2\x9bz");
	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	diag_add(&d, DIAG_ELEM_UNKNOWN, "b.xml", 0, 0, longer);
	assert_int_equal(d.errors, 2);
	diags_print(&d, f);
	fclose(f);
	assert_non_null(strstr(out, "a?b.xml:3:7: "));
	assert_non_null(strstr(out, "x?[2Jy?z"));
	assert_null(strchr(out, '\033'));
	assert_true(len < 600);
	free(out);
	diags_release(&d);
}

static void
diag_stops_at_a_limit(void **state)
{
	struct diags d;
	int i;

	(void)state;
	diags_init(&d);
	for (i = 0; i < DIAGS_MAX + 10; i++)
		diag_add(&d, DIAG_ELEM_UNKNOWN, "f", i, 1, "e");
	assert_int_equal(d.all.n, DIAGS_MAX);
	assert_int_equal(d.errors, DIAGS_MAX + 10);
	assert_int_equal(d.left_out, 10);
	diags_release(&d);
}

static void
diags_are_sorted_file_by_file(void **state)
{
	static const struct {
		const char *file;
		int line, col;
	} in[] = { { "b", 2, 1 }, { "a", 9, 9 }, { "b", 1, 2 }, { NULL, 0, 0 },
		{ "b", 2, 1 }, { "a", 1, 1 }, { "b", 1, 1 } };
	static const size_t want[] = { 6, 2, 0, 4, 5, 1, 3 };
	struct diags d;
	size_t i;

	(void)state;
	diags_init(&d);
	diags_sort(&d);
	for (i = 0; i < sizeof(in) / sizeof(*in); i++) {
		char number[2] = { (char)('0' + i), '\0' };

		diag_add(&d, DIAG_ELEM_UNKNOWN, in[i].file, in[i].line,
		    in[i].col, number);
	}
	diags_sort(&d);
	for (i = 0; i < sizeof(want) / sizeof(*want); i++)
		assert_int_equal(
		    strchr(d.all.v[i].text, '<')[1], '0' + (char)want[i]);
	diags_release(&d);
}

static void
file_replace_is_all_or_nothing(void **state)
{
	char dir[] = "/tmp/lectern-unit-XXXXXX", *path, *below;
	struct buf b = BUF_INIT;

	(void)state;
	assert_non_null(mkdtemp(dir));
	below = path_join(dir, "a/b/c");
	assert_int_equal(mkdir_all(below, 0700), 0);
	assert_int_equal(mkdir_all(below, 0700), 0);
	path = path_join(below, "file");
	assert_int_equal(file_replace(path, "first", 5), 0);
	assert_int_equal(file_replace(path, "second", 6), 0);
	assert_int_equal(file_read(&b, path, 100), 0);
	assert_string_equal(b.s, "second");
	assert_int_equal(file_read(&b, path, 3), -1);
	assert_int_equal(errno, EFBIG);
	assert_string_equal(b.s, "second");
	assert_int_equal(file_read(&b, below, 3), -1);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(file_replace("/nowhere/at/all", "x", 1), -1);
	assert_string_equal(path_base(path), "file");
	unlink(path);
	free(path);
	free(below);
	buf_release(&b);
}

static void
xdg_ignores_relative_paths(void **state)
{
	char *p;

	(void)state;
	setenv("HOME", "/home/ada", 1);
	setenv("XDG_STATE_HOME", "relative", 1);
	p = xdg_path("XDG_STATE_HOME", ".local/state", "lectern");
	assert_string_equal(p, "/home/ada/.local/state/lectern");
	free(p);
	setenv("XDG_STATE_HOME", "/s", 1);
	p = xdg_path("XDG_STATE_HOME", ".local/state", "lectern");
	assert_string_equal(p, "/s/lectern");
	free(p);
}

static void
typed_paths_have_a_home(void **state)
{
	char *p;

	(void)state;
	setenv("HOME", "/home/ada", 1);
	p = path_typed("~/scores");
	assert_string_equal(p, "/home/ada/scores");
	free(p);
	p = path_typed("~bob/~/s");
	assert_string_equal(p, "~bob/~/s");
	free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_keeps_everything),
		cmocka_unit_test(buf_is_always_a_string),
		cmocka_unit_test(vec_keeps_order),
		cmocka_unit_test(diag_makes_controls_visible),
		cmocka_unit_test(diag_stops_at_a_limit),
		cmocka_unit_test(diags_are_sorted_file_by_file),
		cmocka_unit_test(file_replace_is_all_or_nothing),
		cmocka_unit_test(xdg_ignores_relative_paths),
		cmocka_unit_test(typed_paths_have_a_home),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
