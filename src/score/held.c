/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/held.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/xalloc.h"
#include "score/crc.h"
#include "score/name.h"

off_t
held_at(const char *sess)
{
	return HELD_FROM + (off_t)crc_of(sess, strlen(sess));
}

static int
is_held(int dir, const char *name, off_t at)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET };
	int fd = openat(dir, name,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	int held;

	if (fd == -1)
		return 0;
	lock.l_start = at;
	lock.l_len = 1;
	held = fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
	close(fd);
	return held;
}

int
held_find(const char *folder, const char *who, const char *sess)
{
	DIR *d = opendir(folder);
	char *part = name_for_file(who), *prefix = xasprintf("%s@", part);
	const struct dirent *entry;
	int held = 0;

	while (d != NULL && !held && (entry = readdir(d)) != NULL) {
		if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0)
			held = is_held(dirfd(d), entry->d_name, held_at(sess));
	}
	if (d != NULL)
		closedir(d);
	free(prefix);
	free(part);
	return held;
}
