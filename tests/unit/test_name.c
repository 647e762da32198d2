/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <pwd.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "score/log.h"
#include "score/name.h"
#include "unit.h"

static void
names_stay_in_the_folder(void **state)
{
	static const struct {
		const char *name, *file;
	} cases[] = {
		{ "ada", "ada" },
		{ "Ada.L_1+2-x", "Ada.L_1+2-x" },
		{ "../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd" },
		{ "", "%" },
		{ ".", "%2E" },
		{ "-rf", "%2Drf" },
		{ "a@b", "a%40b" },
		{ "a%40b", "a%2540b" },
		{ "\xc3\x81sta\n", "%C3%81sta%0A" },
	};
	char longer[300], *s, *t;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		s = name_for_file(cases[i].name);
		assert_null(strchr(s, '/'));
		assert_string_equal(s, cases[i].file);
		free(s);
	}
	memset(longer, '/', sizeof(longer));
	longer[sizeof(longer) - 1] = '\0';
	s = name_for_file(longer);
	longer[sizeof(longer) - 2] = '!';
	t = name_for_file(longer);
	assert_true(strlen(s) <= NAME_FILE_MAX);
	assert_string_not_equal(s, t);
	assert_int_equal(strncmp(s, "%2F%2F", 6), 0);
	assert_int_equal(s[strlen(s) - 9], '~');
	free(s);
	free(t);
}

static void
the_learner_is_who_the_kernel_says(void **state)
{
	struct score_log_options o = { .scores = "/nowhere", .course = "a/b" };
	const struct passwd *pw = getpwuid(getuid());
	struct score_log *log;
	char *host = name_host();

	(void)state;
	setenv("USER", "mallory", 1);
	setenv("LOGNAME", "mallory", 1);
	log = score_log_new(&o);
	if (pw != NULL)
		assert_string_equal(score_log_learner(log), pw->pw_name);
	assert_null(strstr(score_log_path(log), "mallory"));
	assert_non_null(strstr(score_log_path(log), "/a%2Fb/"));
	assert_true(strlen(host) > 0);
	assert_int_equal(strlen(score_log_writer(log)), NAME_WRITER_LEN);
	score_log_free(log);
	free(host);
}

static void
scores_lie_where_xdg_says(void **state)
{
	char *s;

	(void)state;
	setenv("XDG_STATE_HOME", "/state", 1);
	s = name_folder(NULL, "psoas");
	assert_string_equal(s, "/state/lectern/scores/psoas");
	free(s);
	s = name_folder("/class/", "a b");
	assert_string_equal(s, "/class/a%20b");
	free(s);
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	assert_null(name_folder(NULL, "psoas"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_stay_in_the_folder),
		cmocka_unit_test(the_learner_is_who_the_kernel_says),
		cmocka_unit_test(scores_lie_where_xdg_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
