/* SPDX-License-Identifier: ISC */
/*
 * jail.h - what the process that parses may do
 *
 * Layer xml.  Called in the child, before it reads a byte of the document.
 * From then on it can compute, use so much memory and processor time, open
 * files for reading and write to what is open; whatever else it tries ends it.
 */
#ifndef LECTERN_XML_JAIL_H
#define LECTERN_XML_JAIL_H

#include <stddef.h>

struct jail_limits {
	unsigned cpu_s; /* processor time from now on */
	size_t memory;  /* bytes of address space beyond the present */
};

/*
 * Signals are as at the start of a program, nothing is dumped, the limits and
 * the filter of system calls hold.  A kernel without filters leaves that out.
 * -1 when a limit cannot be set.
 */
int jail_enter(const struct jail_limits *limits);

#endif
