/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/name.h"

#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/utsname.h>
#include <time.h>
#include <zlib.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"

enum { CRC_LEN = 9 }; /* '~' and eight digits */

static int
is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '.' ||
	    c == '-';
}

char *
name_for_file(const char *name)
{
	size_t len = strlen(name), i, cut = 0;
	struct buf b = BUF_INIT;

	for (i = 0; i < len; i++) {
		unsigned char c = (unsigned char)name[i];

		if (is_plain(c) && !(i == 0 && (c == '.' || c == '-')))
			buf_addc(&b, (char)c);
		else
			buf_printf(&b, "%%%02X", c);
		if (b.len <= NAME_FILE_MAX - CRC_LEN)
			cut = b.len;
	}
	if (len == 0)
		buf_addc(&b, '%');
	if (b.len > NAME_FILE_MAX) {
		buf_truncate(&b, cut);
		buf_printf(
		    &b, "~%08lx", crc32(0, (const Bytef *)name, (uInt)len));
	}
	return buf_detach(&b);
}

char *
name_learner(void)
{
	uid_t uid = getuid();
	const struct passwd *pw = getpwuid(uid);

	if (pw != NULL && pw->pw_name != NULL && pw->pw_name[0] != '\0')
		return xstrdup(pw->pw_name);
	return xasprintf("uid%lu", (unsigned long)uid);
}

char *
name_host(void)
{
	struct utsname u;

	if (uname(&u) == -1 || u.nodename[0] == '\0')
		return xstrdup("localhost");
	return xstrdup(u.nodename);
}

void
name_writer(char name[NAME_WRITER_LEN + 1])
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	struct timespec now;
	uint64_t bits;
	int i;

	if (getrandom(&bits, sizeof(bits), GRND_NONBLOCK) != sizeof(bits)) {
		clock_gettime(CLOCK_REALTIME, &now);
		bits = ((uint64_t)now.tv_sec << 30 ^ (uint64_t)now.tv_nsec) ^
		    (uint64_t)getpid() << 20;
	}
	for (i = 0; i < NAME_WRITER_LEN; i++, bits >>= 5)
		name[i] = digits[bits & 31];
	name[NAME_WRITER_LEN] = '\0';
}

char *
name_scores(const char *scores)
{
	if (scores != NULL)
		return xstrdup(scores);
	return xdg_path("XDG_STATE_HOME", ".local/state", "lectern/scores");
}

char *
name_folder(const char *scores, const char *course)
{
	char *all = name_scores(scores), *part, *path;

	if (all == NULL)
		return NULL;
	part = name_for_file(course);
	path = path_join(all, part);
	free(part);
	free(all);
	return path;
}
