/* SPDX-License-Identifier: ISC */
/*
 * jail.h - what the process that parses may do
 *
 * Layer xml.  Called in the child, before it reads a byte of the document.
 * From then on it can compute, use so much memory and processor time, read
 * files below one folder and write to what is open; whatever else it tries
 * fails, or ends it.
 */
#ifndef LECTERN_XML_JAIL_H
#define LECTERN_XML_JAIL_H

#include <stddef.h>

struct jail_limits {
	unsigned cpu_s; /* processor time from now on */
	size_t memory;  /* bytes of address space beyond the present */
	int folder;     /* files below it may be read; -1: none (fence.h) */
};

/*
 * Signals are as at the start of a program, nothing is dumped, the limits,
 * the fence around files and the filter of system calls hold.  A kernel without
 * one of them leaves that out.
 * -1 when a limit cannot be set.
 */
int jail_enter(const struct jail_limits *limits);

#endif
