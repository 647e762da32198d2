/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "course/craft.h"
#include "doc/check.h"
#include "doc/doc.h"
#include "doc/valid.h"
#include "quiz/bank.h"
#include "quiz/craft.h"
#include "xml/xml.h"

/* Is a file a quiz, by its root element?  One in a wrong namespace is meant to
 * be one. */
static int
is_quiz(const char *path, const char *folder)
{
	struct xml_source src = { .path = path, .root = folder };
	struct xml_event ev = { .kind = XML_DONE };
	struct xml_stream *x;
	struct diags quiet;
	int is = 0;

	diags_init(&quiet);
	x = xml_open(&src, &quiet);
	if (x != NULL) {
		do
			xml_next(x, &ev);
		while (ev.kind != XML_START && ev.kind != XML_DONE);
	}
	if (ev.kind == XML_START)
		is = xml_name_ns(x, ev.name) == XML_NS_QUIZ ||
		    strcmp(xml_name(x, ev.name), "quiz") == 0;
	xml_close(x);
	diags_release(&quiet);
	return is;
}

/* What the user wants looked at, and what was found. */
struct check {
	const char *folder; /* --root, or NULL */
	int craft;          /* the craft of questions as well */
	struct diags d;
};

static void
check_article(
    const struct course *course, const struct doc *doc, struct diags *d)
{
	struct xml_source src = { .path = course->article,
		.root = course->root };

	doc_valid(&src, d);
	doc_check(doc, d);
}

/* The article and, unless `quiz` names the only one, all quizzes. */
static void
check_course(struct check *check, const struct course *course, const char *quiz)
{
	struct diags quiet, *d = &check->d;
	struct diags *article = quiz == NULL ? d : &quiet;
	struct bank *bank;
	struct doc *doc;

	diags_init(&quiet);
	doc = course_read(course, article);
	if (doc != NULL && doc_nodes(doc) > 0) {
		if (quiz == NULL)
			check_article(course, doc, d);
		bank = course_bank(course, doc, d);
		bank_check_settings(bank, d);
		if (check->craft)
			course_craft(doc, bank, quiz == NULL, d);
		bank_free(bank);
	}
	doc_free(doc);
	diags_release(&quiet);
}

/* The folder of the course that a quiz is in, if it is in a quiz folder; the
 * caller frees it. */
static char *
folder_of_quiz(const char *path)
{
	char *real = realpath(path, NULL), *slash;

	if (real == NULL)
		return NULL;
	if ((slash = strrchr(real, '/')) != NULL) {
		*slash = '\0';
		slash = strrchr(real, '/');
		if (slash != NULL && strcmp(slash, "/quiz") == 0) {
			*slash = '\0';
			return real;
		}
	}
	free(real);
	return NULL;
}

/* A quiz of a course is held against its article. */
static void
check_quiz(struct check *check, const char *path)
{
	char *folder = folder_of_quiz(path);
	struct course course;
	struct diags quiet;
	struct bank *bank;

	diags_init(&quiet);
	course_init(&course);
	if (folder != NULL &&
	    course_find(&course, folder, check->folder, &quiet) == 0) {
		course_only_quiz(&course, path);
		check_course(check, &course, path);
	} else {
		bank = bank_new();
		bank_load(bank, path, check->folder, &check->d);
		if (check->craft)
			craft_check(bank, NULL, &check->d);
		bank_free(bank);
	}
	course_release(&course);
	diags_release(&quiet);
	free(folder);
}

static void
check_document(struct check *check, const char *path)
{
	struct course course;

	course_init(&course);
	if (course_find(&course, path, check->folder, &check->d) == 0)
		check_course(check, &course, NULL);
	course_release(&course);
}

static void
check_path(struct check *check, const char *path)
{
	struct stat st;

	if (stat(path, &st) == -1) {
		diag_add(&check->d, DIAG_FILE_OPEN, NULL, 0, 0, path,
		    strerror(errno));
		return;
	}
	if (!S_ISDIR(st.st_mode) && is_quiz(path, check->folder))
		check_quiz(check, path);
	else
		check_document(check, path);
}

int
cmd_check(const struct cli *c)
{
	struct check check = { .folder = c->opt[OPT_ROOT],
		.craft = c->opt[OPT_CRAFT] != NULL };
	int i, status;

	if (c->n_arg == 0) {
		complain("check needs a file or a folder; see "
			 "\"lectern help check\"");
		return CLI_USAGE;
	}
	diags_init(&check.d);
	for (i = 0; i < c->n_arg; i++)
		check_path(&check, c->arg[i]);
	diags_sort(&check.d);
	diags_print(&check.d, stdout);
	if (check.d.left_out > 0)
		complain("%zu more faults are not shown", check.d.left_out);
	status = check.d.all.n > 0 ? CLI_FAULT : CLI_DONE;
	diags_release(&check.d);
	return status;
}
