/* SPDX-License-Identifier: ISC */
/*
 * course.h - what a course is made of, and where it is
 *
 * Layer course: may include score, quiz, layout, doc and what lies below.
 *
 * A course is a folder: one DocBook file (article.xml or book.xml, or the only
 * XML file in it) and any number of quizzes, quiz/NAME.xml.  It is named by
 * its folder, or by the name under which it is found on the course path:
 * $LECTERN_PATH (folders parted by ':'), the user's
 * $XDG_DATA_HOME/lectern/courses, the installed courses.  A folder of the same
 * name earlier on the path that has no article adds its quizzes to the course;
 * where such a folder itself is named, it stands for that course.
 */
#ifndef LECTERN_COURSE_COURSE_H
#define LECTERN_COURSE_COURSE_H

#include <stddef.h>

#include "base/vec.h"
#include "doc/docbook.h"

struct bank;
struct diags;
struct doc;

struct course {
	char *name;    /* of the folder, or of the file without its suffix */
	char *keep;    /* under which places and notes are kept: the name, and
			* where it was given by a path a sign of that, so
			* that two books of one name have their own */
	char *article; /* path of the DocBook file */
	char *root;    /* folder that files are read below; NULL: its own */
	struct docbook_options how; /* the article is to be read */
	VEC(char *) quizzes;        /* paths, in order of their names */
};

void course_init(struct course *c);
void course_release(struct course *c);

/*
 * Finds the course that the user means by `arg`: a DocBook file, a folder or a
 * name.  `root` is the user's --root or NULL.  -1 with a fault in `d` when
 * there is none.
 */
int course_find(
    struct course *c, const char *arg, const char *root, struct diags *d);

/* Leaves the course with one quiz, the one at `path`. */
void course_only_quiz(struct course *c, const char *path);

/* Reads the whole article; NULL with a fault in `d` when it cannot be read. */
struct doc *course_read(const struct course *c, struct diags *d);

/*
 * Reads the quizzes; faulty items are left out, with the faults in `d`.  An
 * item about something that the article has not is reported and kept.  The
 * caller frees the bank.
 */
struct bank *course_bank(
    const struct course *c, struct doc *doc, struct diags *d);

/* Calls `each` with the name and folder of every course on the path, in the
 * order of the path; a name that comes again is passed over. */
void course_list(
    void (*each)(const char *name, const char *dir, void *arg), void *arg);

#endif
