/* SPDX-License-Identifier: ISC */
/*
 * fence.h - the files that the process that parses may reach
 *
 * Layer xml; libc only.  The second line behind folder.h: that opens nothing
 * outside the folder, and this sees to it that nobody else in the process can,
 * whatever a document has made of it.  A filter of system calls sees numbers
 * only, not paths; this is Linux's Landlock, which sees files.
 */
#ifndef LECTERN_XML_FENCE_H
#define LECTERN_XML_FENCE_H

/*
 * From now on this process may read files below `folder` (a descriptor; -1:
 * none), and the system's libraries, where iconv has its converters.  It can
 * open nothing else, and write, make and remove nothing.  What is open stays
 * open.  A kernel without Landlock leaves it out.
 */
void fence_set(int folder);

#endif
