/* SPDX-License-Identifier: ISC */
/*
 * child.h - a process that writes and may come to harm
 *
 * Layer xml.  Knows nothing of XML.  The child runs one function with a pipe
 * to write to, in the jail (jail.h); the parent reads from the pipe.  When the
 * parent dies the child does too.
 */
#ifndef LECTERN_XML_CHILD_H
#define LECTERN_XML_CHILD_H

#include <sys/types.h>

#include "xml/jail.h"

struct child {
	pid_t pid; /* 0: none */
	int fd;    /* to read from */
};

/* What became of it. */
enum child_fate {
	CHILD_DONE,
	CHILD_TIME,   /* its processor time was used up */
	CHILD_KILLED, /* it crashed, or did what it may not */
};

/*
 * Starts the child, which calls run(arg, fd) and is over when that returns.
 * Its standard files are closed.  -1 with errno when there can be no process.
 */
int child_start(struct child *c, const struct jail_limits *limits,
    void (*run)(void *arg, int fd), void *arg);

/* Ends the child, if it still runs, and says what became of it before. */
enum child_fate child_end(struct child *c);

#endif
