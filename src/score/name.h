/* SPDX-License-Identifier: ISC */
/*
 * name.h - names of learners, machines and sittings as parts of file names
 *
 * Layer score: may include base and text.  The caller frees what it gets.
 */
#ifndef LECTERN_SCORE_NAME_H
#define LECTERN_SCORE_NAME_H

#include <stddef.h>

/* The longest name that name_for_file returns, in bytes. */
enum { NAME_FILE_MAX = 96 };

/* Letters and digits of a writer's name, without the NUL. */
enum { NAME_WRITER_LEN = 10 };

/*
 * `name` as a part of a file name: ASCII letters, digits, '_', '+', '.' and
 * '-' stay, a leading '.' or '-' and every other byte become %XX.  So it has
 * no '/' or '@', and no two names become one, nor differ by the way in which
 * a file system composes accents.  A name over NAME_FILE_MAX is cut and ends
 * in '~' and its CRC-32; an empty one becomes "%".
 */
char *name_for_file(const char *name);

/* The account that the process runs as, by the kernel's uid; "uid1000" where
 * that has no name.  $USER is never asked. */
char *name_learner(void);

/* The machine's name as uname(2) has it, in full; "localhost" if empty. */
char *name_host(void);

/* A name that no other process will draw: 50 random bits. */
void name_writer(char name[NAME_WRITER_LEN + 1]);

/*
 * The folder of all scores: a copy of `scores`, or where that is NULL
 * $XDG_STATE_HOME/lectern/scores, or NULL if there is no home either.
 */
char *name_scores(const char *scores);

/*
 * The folder of a course's score files: COURSE in that, or NULL.
 */
char *name_folder(const char *scores, const char *course);

#endif
