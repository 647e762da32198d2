/* SPDX-License-Identifier: ISC */
/*
 * plain_read.h - reading line by line
 *
 * Layer cli.  Nothing but text that is added: for screen readers, terminals
 * that cannot move their cursor, and scripts.  A line of input is a command of
 * the full screen by its key, with what the command needs behind it: "/bone",
 * ":2.1", "ma", "f 2"; an empty line goes on.
 */
#ifndef LECTERN_CLI_PLAIN_READ_H
#define LECTERN_CLI_PLAIN_READ_H

struct cli;
struct opened;

/* Until the student leaves or standard input ends; an exit status. */
int plain_read(const struct cli *c, struct opened *o);

#endif
