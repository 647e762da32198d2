/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/fence.h"

#if __has_include(<linux/landlock.h>)
# include <linux/landlock.h>
#endif

#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <unistd.h>

#if defined(__NR_landlock_create_ruleset) && defined(LANDLOCK_ACCESS_FS_EXECUTE)

/* All that the first version of Landlock knows, and what came with others. */
enum {
	FIRST = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1,
	REFER = 1 << 13,    /* version 2 */
	TRUNCATE = 1 << 14, /* version 3 */
	MAY_READ = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
};

static void
allow(int rules, int folder)
{
	struct landlock_path_beneath_attr below = {
		.allowed_access = MAY_READ,
		.parent_fd = folder,
	};

	if (folder != -1)
		syscall(__NR_landlock_add_rule, rules,
		    LANDLOCK_RULE_PATH_BENEATH, &below, 0);
}

static void
allow_path(int rules, const char *path)
{
	int fd = open(path, O_PATH | O_CLOEXEC);

	allow(rules, fd);
	if (fd != -1)
		close(fd);
}

/* Where the C library lies, its converters lie below. */
static int
allow_libc(struct dl_phdr_info *info, size_t size, void *rules)
{
	static const char libc[] = "/libc.so";
	const char *slash = strrchr(info->dlpi_name, '/');
	char path[4096];

	(void)size;
	if (slash == NULL || strncmp(slash, libc, sizeof(libc) - 1) != 0)
		return 0;
	snprintf(path, sizeof(path), "%.*s", (int)(slash - info->dlpi_name),
	    info->dlpi_name);
	allow_path(*(int *)rules, path);
	return 1;
}

static void
allow_libraries(int rules)
{
	static const char *const usual[] = { "/usr/lib", "/usr/lib64", "/lib",
		"/lib64" };
	size_t i;

	for (i = 0; i < sizeof(usual) / sizeof(*usual); i++)
		allow_path(rules, usual[i]);
	dl_iterate_phdr(allow_libc, &rules);
}

void
fence_set(int folder)
{
	struct landlock_ruleset_attr attr = { .handled_access_fs = FIRST };
	long version, rules;

	version = syscall(__NR_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);
	if (version < 1)
		return;
	if (version >= 2)
		attr.handled_access_fs |= REFER;
	if (version >= 3)
		attr.handled_access_fs |= TRUNCATE;
	rules = syscall(__NR_landlock_create_ruleset, &attr,
	    sizeof(attr.handled_access_fs), 0);
	if (rules == -1)
		return;
	allow((int)rules, folder);
	allow_libraries((int)rules);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		syscall(__NR_landlock_restrict_self, (int)rules, 0);
	close((int)rules);
}

#else

void
fence_set(int folder)
{
	(void)folder;
}

#endif
