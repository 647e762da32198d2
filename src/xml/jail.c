/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <unistd.h>

#include "xml/fence.h"

/* Sanitizers map more than any limit allows, and call what they like. */
#if defined(__SANITIZE_ADDRESS__)
# define SANITIZED 1
#elif defined(__has_feature)
# if __has_feature(address_sanitizer)
#  define SANITIZED 1
# endif
#endif
#ifndef SANITIZED
# define SANITIZED 0
#endif

#if defined(__x86_64__)
# define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
# define ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv)
# define ARCH AUDIT_ARCH_RISCV64
#endif

/* How a call is treated: allowed; refused with an error, as a library that
 * asks for it can do without; or, by default, the end of the process. */
#define LOAD(field) \
 BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ALLOW(name)                                      \
 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), \
     BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE(name)                                     \
 BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##name, 0, 1), \
     BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

static void
signals_reset(void)
{
	sigset_t none;

	for (int s = 1; s < NSIG; s++)
		signal(s, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* The first number of /proc/self/statm: pages mapped. */
static size_t
address_space(void)
{
	char line[128] = "";
	FILE *f = fopen("/proc/self/statm", "re");

	if (f == NULL)
		return 0;
	if (fgets(line, sizeof(line), f) == NULL)
		line[0] = '\0';
	fclose(f);
	return strtoul(line, NULL, 10) * (size_t)sysconf(_SC_PAGESIZE);
}

static int
limits_set(const struct jail_limits *limits)
{
	struct rlimit cpu = { limits->cpu_s, limits->cpu_s + 1 };
	struct rlimit none = { 0, 0 };
	struct rlimit memory;

	memory.rlim_cur = memory.rlim_max = address_space() + limits->memory;
	if (setrlimit(RLIMIT_CPU, &cpu) == -1 ||
	    setrlimit(RLIMIT_CORE, &none) == -1)
		return -1;
	return SANITIZED ? 0 : setrlimit(RLIMIT_AS, &memory);
}

#ifdef ARCH
/* What libc, iconv and libxml2 need to read files and get memory.  openat may
 * only read; openat2 says in memory that a filter does not see what it is to
 * do, and is for the fence. */
static void
filter_set(void)
{
	struct sock_filter rules[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		LOAD(nr),
		ALLOW(read),
		ALLOW(write),
		ALLOW(close),
		ALLOW(mmap),
		ALLOW(munmap),
		ALLOW(mremap),
		ALLOW(mprotect),
		ALLOW(madvise),
		ALLOW(brk),
		ALLOW(fstat),
		ALLOW(newfstatat),
		ALLOW(lseek),
		ALLOW(getdents64), /* where iconv's list is in parts */
		ALLOW(pread64),
		ALLOW(fcntl),
		ALLOW(futex),
		ALLOW(getrandom),
		ALLOW(rt_sigreturn),
		ALLOW(rt_sigprocmask),
		ALLOW(restart_syscall),
		ALLOW(exit),
		ALLOW(exit_group),
# ifdef __NR_openat2
		ALLOW(openat2),
# endif
# ifdef __NR_readlink
		ALLOW(readlink),
# endif
		ALLOW(readlinkat),
		ALLOW(getcwd),
		ALLOW(clock_gettime),
		ALLOW(getpid),
		ALLOW(gettid),
		REFUSE(ioctl),
		REFUSE(prlimit64),
		REFUSE(statfs),
# ifdef __NR_access
		REFUSE(access),
# endif
		REFUSE(faccessat),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		LOAD(args[2]),
		BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K,
		    O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EROFS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {
		.len = sizeof(rules) / sizeof(*rules),
		.filter = rules,
	};

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static void
filter_set(void)
{
}
#endif

int
jail_enter(const struct jail_limits *limits)
{
	signals_reset();
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
	if (limits_set(limits) == -1)
		return -1;
	if (SANITIZED)
		return 0;
	fence_set(limits->folder);
	filter_set();
	return 0;
}
