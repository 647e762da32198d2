/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <unistd.h>

/* Nothing of the terminal is left to the child. */
static void
standard_files_close(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (null == -1 || dup2(null, fd) == -1)
			close(fd);
	}
}

__attribute__((noreturn)) static void
child_main(int fd, const struct jail_limits *limits, pid_t parent,
    void (*run)(void *arg, int fd), void *arg)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
	standard_files_close();
	if (jail_enter(limits) == -1)
		_exit(1);
	run(arg, fd);
	_exit(0);
}

int
child_start(struct child *c, const struct jail_limits *limits,
    void (*run)(void *arg, int fd), void *arg)
{
	pid_t parent = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) == -1)
		return -1;
	c->pid = fork();
	if (c->pid == 0) {
		close(ends[0]);
		child_main(ends[1], limits, parent, run, arg);
	}
	close(ends[1]);
	c->fd = ends[0];
	if (c->pid == -1) {
		close(ends[0]);
		c->pid = 0;
		return -1;
	}
	return 0;
}

enum child_fate
child_end(struct child *c)
{
	int status = 0;
	pid_t done;

	if (c->pid == 0)
		return CHILD_DONE;
	close(c->fd);
	kill(c->pid, SIGKILL); /* too late for one that is over */
	do
		done = waitpid(c->pid, &status, 0);
	while (done == -1 && errno == EINTR);
	c->pid = 0;
	if (done == -1 || WIFEXITED(status))
		return CHILD_DONE;
	return WTERMSIG(status) == SIGXCPU ? CHILD_TIME : CHILD_KILLED;
}
