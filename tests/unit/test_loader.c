/* SPDX-License-Identifier: ISC */
/*
 * Quiz files and what is said of them: tests/golden/quiz/NAME.quiz.xml has its
 * faults, as printed, in NAME.diag.  GOLDEN_WRITE=1 rewrites those.
 */
#include "config.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "quiz_fixture.h"
#include "unit.h"
#include "xml/xml.h"

enum { SIZE_MAX_BYTES = 1 << 20 };

/* The ids that the article of the golden files has. */
static int
known(void *ctx, const char *id)
{
	(void)ctx;
	return strcmp(id, "here") == 0 || strcmp(id, "there") == 0;
}

/* The faults as lectern would print them; what was loaded goes last. */
static void
describe(struct buf *out, const char *file)
{
	struct bank *bank = bank_new();
	struct diags d;
	char *text = NULL;
	size_t len = 0, i;
	FILE *f = open_memstream(&text, &len);

	diags_init(&d);
	if (bank_load(bank, file, NULL, &d) == 0) {
		bank_check_about(bank, known, NULL, &d);
		bank_check_refs(bank, &d);
	} else {
		fprintf(f, "no quiz\n");
	}
	diags_print(&d, f);
	fprintf(f, "%zu errors; items:", d.errors);
	for (i = 0; i < bank->items.n; i++)
		fprintf(f, " %s", bank->items.v[i]->id);
	fprintf(f, "\n");
	fclose(f);
	buf_add(out, text, len);
	free(text);
	diags_release(&d);
	bank_free(bank);
}

static void
check_golden(const char *quiz)
{
	static const char ending[] = ".quiz.xml";
	size_t stem = strlen(quiz) - strlen(ending);
	struct buf got = BUF_INIT, want = BUF_INIT, name = BUF_INIT;

	buf_printf(&name, "%.*s.diag", (int)stem, quiz);
	describe(&got, quiz);
	if (getenv("GOLDEN_WRITE") != NULL)
		file_replace(name.s, got.s, got.len);
	if (file_read(&want, name.s, SIZE_MAX_BYTES) == -1)
		fail_msg("cannot read %s", name.s);
	assert_string_equal(got.s, want.s);
	buf_release(&got);
	buf_release(&want);
	buf_release(&name);
}

static int
is_quiz(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 9 && strcmp(entry->d_name + len - 9, ".quiz.xml") == 0;
}

static void
golden_files_have_their_faults(void **state)
{
	struct dirent **entry;
	int i, n = scandir(".", &entry, is_quiz, alphasort);

	(void)state;
	assert_true(n > 20);
	for (i = 0; i < n; i++) {
		check_golden(entry[i]->d_name);
		free(entry[i]);
	}
	free(entry);
}

static void
no_file_is_one_fault(void **state)
{
	struct bank *bank = bank_new();
	struct diags d;

	(void)state;
	diags_init(&d);
	assert_int_equal(bank_load(bank, "no-such.xml", NULL, &d), -1);
	assert_int_equal(d.errors, 1);
	assert_int_equal(d.all.n, 1);
	diags_release(&d);
	bank_free(bank);
}

/* Every prefix of a file is a file that broke off: that is its one fault, and
 * what was read before it stays. */
static void
a_file_may_break_off_anywhere(void **state)
{
	struct buf all = BUF_INIT;
	size_t cut, failed = 0;

	(void)state;
	assert_int_equal(
	    file_read(&all, "every-kind.quiz.xml", SIZE_MAX_BYTES), 0);
	for (cut = 0; cut < all.len - 10; cut++) {
		struct xml_source source = {
			.path = "cut.xml", .data = all.s, .len = cut
		};
		struct bank *bank = bank_new();
		struct diags d;

		diags_init(&d);
		bank_load_source(bank, &source, &d);
		if (d.errors != 1)
			diags_print(&d, stderr);
		failed += d.errors != 1;
		diags_release(&d);
		bank_free(bank);
	}
	assert_int_equal(failed, 0);
	buf_release(&all);
}

static void
shared_sample_loads(void **state)
{
	const char *shared = getenv("LECTERN_SHARED");
	struct bank *bank;
	struct diags d;
	char *path;

	(void)state;
	if (shared == NULL)
		skip();
	path = path_join(shared, "design/sample.quiz.xml");
	bank = bank_new();
	diags_init(&d);
	assert_int_equal(bank_load(bank, path, NULL, &d), 0);
	diags_print(&d, stdout);
	assert_int_equal(d.all.n, 0);
	assert_int_equal(bank->items.n, 26);
	diags_release(&d);
	bank_free(bank);
	free(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden_files_have_their_faults),
		cmocka_unit_test(no_file_is_one_fault),
		cmocka_unit_test(a_file_may_break_off_anywhere),
		cmocka_unit_test(shared_sample_loads),
	};

	if (chdir(TOP_SRCDIR "/tests/golden/quiz") == -1) {
		perror(TOP_SRCDIR "/tests/golden/quiz");
		return 99;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
