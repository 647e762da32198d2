/* SPDX-License-Identifier: ISC */
/*
 * cputime COMMAND...: run it with its output thrown away; write the ms of
 * processor time that it used.
 */
#include "config.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <unistd.h>

int
main(int argc, char **argv)
{
	struct rusage usage;
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
	printf("%.2f\n",
	    (double)usage.ru_utime.tv_sec * 1e3 +
		(double)usage.ru_utime.tv_usec / 1e3 +
		(double)usage.ru_stime.tv_sec * 1e3 +
		(double)usage.ru_stime.tv_usec / 1e3);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}
