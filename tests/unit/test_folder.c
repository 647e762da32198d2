/* SPDX-License-Identifier: ISC */
/* What references to files mean. */
#include "config.h"

#include <stdlib.h>

#include "unit.h"
#include "xml/folder.h"

/* What a reference in /r/sub/a.xml means, and whether it is below /r. */
static void
references_resolve(void **state)
{
	static const struct {
		const char *uri, *path;
	} cases[] = {
		{ "b.xml", "/r/sub/b.xml" },
		{ "./c//b.xml", "/r/sub/c/b.xml" },
		{ "../b.xml", "/r/b.xml" },
		{ "../../b.xml", "/b.xml" },
		{ "../../../../b.xml", "/b.xml" },
		{ "%2e%2e/%62.xml", "/r/b.xml" },
		{ "a%zz%2", "/r/sub/a%zz%2" },
		{ "/etc/passwd", "/etc/passwd" },
		{ "file:///r/x", "/r/x" },
		{ "file:/r/x", "/r/x" },
		{ "FILE://localhost/r/x", "/r/x" },
		{ "file:x", "/r/sub/x" },
		{ "", "/r/sub/a.xml" },
		{ "//host/share", "/host/share" },
		{ "file://host/x", NULL },
		{ "http://h/x", NULL },
		{ "data:text/plain,x", NULL },
		{ "x%00y", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *path = folder_resolve("/r/sub/a.xml", cases[i].uri);

		if (cases[i].path == NULL)
			assert_null(path);
		else
			assert_string_equal(path, cases[i].path);
		free(path);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(references_resolve),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
