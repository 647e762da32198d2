/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "unit.h"
#include "xml/child.h"
#include "xml/stream.h"

/* Sanitizers and valgrind make calls of their own: no filter, no limit. */
static int
is_jailed(void)
{
	const char *where = getenv("LECTERN_PARSER");

#if defined(__SANITIZE_ADDRESS__)
	return 0;
#elif defined(__has_feature)
# if __has_feature(address_sanitizer)
	return 0;
# endif
#endif
	return where == NULL || strcmp(where, "inside") != 0;
}

/* What the child writes, and its fate once it has closed the pipe. */
static enum child_fate
run_child(void (*run)(void *arg, int fd), struct buf *out)
{
	struct jail_limits limits = {
		.cpu_s = 1, .memory = 64 << 20, .folder = -1
	};
	struct child child = { 0 };
	ssize_t n;

	assert_int_equal(child_start(&child, &limits, run, NULL), 0);
	do {
		n = read(child.fd, buf_reserve(out, 4096), 4096);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0);
	return child_end(&child);
}

static void
behave(void *arg, int fd)
{
	(void)arg;
	write_all(fd, "well", 4);
}

static void
spin(void *arg, int fd)
{
	volatile unsigned long n = 0;

	(void)arg, (void)fd;
	for (;;)
		n++;
}

static void
call_out(void *arg, int fd)
{
	(void)arg;
	if (socket(AF_INET, SOCK_STREAM, 0) != -1)
		write_all(fd, "socket", 6);
}

static void
write_file(void *arg, int fd)
{
	int file = open("/tmp/lectern-jail", O_WRONLY | O_CREAT, 0600);

	(void)arg;
	if (file != -1)
		write_all(fd, "wrote", 5);
	else
		write_all(fd, errno == EROFS ? "EROFS" : "other", 5);
}

/* Not what the filter sees, but the fence; where there is none it may. */
static void
write_by_another_call(void *arg, int fd)
{
	struct open_how how = { .flags = O_WRONLY | O_CREAT, .mode = 0600 };
	long file = syscall(
	    SYS_openat2, AT_FDCWD, "/tmp/lectern-jail", &how, sizeof(how));

	(void)arg;
	write_all(fd, file == -1 ? "kept" : "open", 4);
}

static void
read_elsewhere(void *arg, int fd)
{
	int file = open("/etc/passwd", O_RDONLY);

	(void)arg;
	write_all(fd, file == -1 && errno == EACCES ? "kept" : "open", 4);
}

static void
read_library(void *arg, int fd)
{
	int file = open("/usr/lib", O_RDONLY);

	(void)arg;
	write_all(fd, file != -1 || errno == ENOENT ? "open" : "kept", 4);
}

static void
raise_limits(void *arg, int fd)
{
	struct rlimit more = { RLIM_INFINITY, RLIM_INFINITY };

	(void)arg;
	write_all(fd, setrlimit(RLIMIT_CPU, &more) == -1 ? "kept" : "more", 4);
}

static void
eat_memory(void *arg, int fd)
{
	void *p = malloc((size_t)1 << 30);

	(void)arg;
	write_all(fd, p == NULL ? "none" : "much", 4);
	free(p);
}

static void
start_program(void *arg, int fd)
{
	(void)arg;
	execl("/bin/echo", "echo", (char *)NULL);
	write_all(fd, "back", 4);
}

static void
a_child_is_held(void **state)
{
	static const struct {
		void (*run)(void *arg, int fd);
		enum child_fate fate;
		const char *out;
	} rows[] = {
		{ behave, CHILD_DONE, "well" },
		{ spin, CHILD_TIME, "" },
		{ call_out, CHILD_KILLED, "" },
		{ write_file, CHILD_DONE, "EROFS" },
		{ raise_limits, CHILD_DONE, "kept" },
		{ eat_memory, CHILD_DONE, "none" },
		{ start_program, CHILD_KILLED, "" },
	};
	size_t i;

	(void)state;
	if (!is_jailed())
		skip();
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf out = BUF_INIT;

		assert_int_equal(run_child(rows[i].run, &out), rows[i].fate);
		assert_int_equal(out.len, strlen(rows[i].out));
		assert_memory_equal(out.s, rows[i].out, out.len);
		buf_release(&out);
	}
}

/* 1 where the kernel has Landlock and lets us use it. */
static int
has_fence(void)
{
#if defined(__NR_landlock_create_ruleset)
	return syscall(__NR_landlock_create_ruleset, NULL, 0, 1) >= 1;
#else
	return 0;
#endif
}

static void
a_child_is_fenced_in(void **state)
{
	static const struct {
		void (*run)(void *arg, int fd);
		const char *out;
	} rows[] = {
		{ write_by_another_call, "kept" },
		{ read_elsewhere, "kept" },
		{ read_library, "open" },
	};
	size_t i;

	(void)state;
	if (!is_jailed() || !has_fence())
		skip();
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf out = BUF_INIT;

		assert_int_equal(run_child(rows[i].run, &out), CHILD_DONE);
		assert_int_equal(out.len, strlen(rows[i].out));
		assert_memory_equal(out.s, rows[i].out, out.len);
		buf_release(&out);
	}
	assert_int_equal(access("/tmp/lectern-jail", F_OK), -1);
}

/* Reads a file to the end, in a child or here: what came, as text. */
static void
dump_file(const char *path, int child, struct buf *out)
{
	struct xml_source src = { .path = path };
	struct xml_options options = { .chunk = 4096, .child = child };
	struct xml_event ev;
	struct diags diags;
	struct xml_stream *x;

	diags_init(&diags);
	x = xml_open_with(&src, &options, &diags);
	assert_non_null(x);
	do {
		xml_next(x, &ev);
		buf_printf(out, "%d %d:%d ", ev.kind, ev.line, ev.col);
		if (ev.kind == XML_TEXT)
			buf_add(out, ev.text, ev.len);
	} while (ev.kind != XML_DONE);
	buf_printf(out, "broken %d faults %zu", xml_broken(x), diags.all.n);
	xml_close(x);
	diags_release(&diags);
}

static void
the_same_comes_from_a_child(void **state)
{
	static const char *const texts[] = {
		"<a>one<b/>two &amp; three</a>",
		"<a>broken <b>off",
		"<?xml version='1.0' encoding='koi8-r'?><a>\xc1\xc2\xd7</a>",
		"",
	};
	char path[] = "/tmp/lectern-unit-XXXXXX";
	int fd = mkstemp(path);
	size_t i;

	(void)state;
	assert_true(fd != -1);
	close(fd);
	if (!is_jailed())
		skip();
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct buf here = BUF_INIT, there = BUF_INIT;

		assert_int_equal(
		    file_replace(path, texts[i], strlen(texts[i])), 0);
		dump_file(path, 0, &here);
		dump_file(path, 1, &there);
		assert_string_equal(here.s, there.s);
		buf_release(&here);
		buf_release(&there);
	}
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_child_is_held),
		cmocka_unit_test(a_child_is_fenced_in),
		cmocka_unit_test(the_same_comes_from_a_child),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
