/* SPDX-License-Identifier: ISC */
/*
 * cputime COMMAND...: run it with its output thrown away; write the ms of
 * processor time that it and its children used, and the ms that it took.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include <unistd.h>

static double
now_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double)ts.tv_sec * 1e3 + (double)ts.tv_nsec / 1e6;
}

int
main(int argc, char **argv)
{
	struct rusage usage;
	double begun = now_ms();
	int status;
	pid_t pid;

	if (argc < 2)
		return 2;
	pid = fork();
	if (pid == 0) {
		int null = open("/dev/null", O_WRONLY);

		if (null == -1 || dup2(null, STDOUT_FILENO) == -1)
			_exit(127);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (pid == -1 || wait4(pid, &status, 0, &usage) == -1)
		return 2;
	printf("%.2f %.2f\n",
	    (double)usage.ru_utime.tv_sec * 1e3 +
		(double)usage.ru_utime.tv_usec / 1e3 +
		(double)usage.ru_stime.tv_sec * 1e3 +
		(double)usage.ru_stime.tv_usec / 1e3,
	    now_ms() - begun);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}
