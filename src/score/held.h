/* SPDX-License-Identifier: ISC */
/*
 * held.h - is a sitting still going on?
 *
 * Layer score: may include base and text.  Whoever has a sitting in progress
 * holds a lock on one byte of the score file that he writes to, far behind all
 * that is written: which byte follows from the sitting's name.  The kernel
 * gives it back when the process ends, however it ends; on a network disk the
 * server does, also when the machine has died.  So it says what a process
 * number in the file could not say of another machine.  Where a disk knows no
 * locks nothing is ever held, and a sitting without an end counts as broken
 * off.
 */
#ifndef LECTERN_SCORE_HELD_H
#define LECTERN_SCORE_HELD_H

#include <sys/types.h>

/* Where the bytes for sittings begin; before it is what appends lock. */
#define HELD_FROM ((off_t)1 << 48)

/* The byte of the sitting called `sess`. */
off_t held_at(const char *sess);

/* 1 if anybody holds the sitting in a score file of the learner in FOLDER, the
 * course's (score/name.h). */
int held_find(const char *folder, const char *who, const char *sess);

#endif
