/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/course.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "doc/gentext.h"
#include "quiz/bank.h"
#include "xml/xml.h"

enum { NAMES_MAX = 10000 };

void
course_init(struct course *c)
{
	memset(c, 0, sizeof(*c));
}

void
course_release(struct course *c)
{
	size_t i;

	for (i = 0; i < c->quizzes.n; i++)
		free(c->quizzes.v[i]);
	vec_release(&c->quizzes);
	free(c->name);
	free(c->keep);
	free(c->article);
	free(c->root);
	course_init(c);
}

static int
is_kind(const char *path, mode_t kind)
{
	struct stat st;

	return stat(path, &st) == 0 && (st.st_mode & S_IFMT) == kind;
}

/* A file of that name in the folder, or NULL; the caller frees it. */
static char *
file_in(const char *dir, const char *name)
{
	char *path = path_join(dir, name);

	if (is_kind(path, S_IFREG))
		return path;
	free(path);
	return NULL;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* XML files in a folder, sorted; the caller frees each and the array. */
struct paths {
	VEC(char *) all;
};

static void
xml_files(const char *dir, struct paths *out)
{
	DIR *d = opendir(dir);
	struct dirent *e;
	size_t len;

	if (d == NULL)
		return;
	while ((e = readdir(d)) != NULL && out->all.n < NAMES_MAX) {
		len = strlen(e->d_name);
		if (e->d_name[0] == '.' || len < 5 ||
		    strcmp(e->d_name + len - 4, ".xml") != 0)
			continue;
		vec_push(&out->all, path_join(dir, e->d_name));
	}
	closedir(d);
	if (out->all.n > 0)
		qsort(out->all.v, out->all.n, sizeof(*out->all.v), by_name);
}

static void
paths_free(struct paths *names)
{
	size_t i;

	for (i = 0; i < names->all.n; i++)
		free(names->all.v[i]);
	vec_release(&names->all);
}

/* The DocBook file of a course folder; NULL if it has none. */
static char *
find_article(const char *dir)
{
	static const char *const usual[] = { "article.xml", "book.xml" };
	struct paths names = { 0 };
	char *path = NULL;
	size_t i;

	for (i = 0; i < sizeof(usual) / sizeof(*usual); i++) {
		if ((path = file_in(dir, usual[i])) != NULL)
			return path;
	}
	xml_files(dir, &names);
	if (names.all.n == 1)
		path = xstrdup(names.all.v[0]);
	paths_free(&names);
	return path;
}

static void
add_quizzes(struct course *c, const char *dir)
{
	char *folder = path_join(dir, "quiz");
	struct paths names = { 0 };
	size_t i;

	xml_files(folder, &names);
	for (i = 0; i < names.all.n; i++)
		vec_push(&c->quizzes, names.all.v[i]);
	vec_release(&names.all);
	free(folder);
}

/* "dir/psoas/" and "dir/psoas" are both called psoas, "." by its real name. */
static char *
name_of_folder(const char *dir)
{
	char *real = realpath(dir, NULL), *name;

	name = xstrdup(path_base(real == NULL ? dir : real));
	free(real);
	return name;
}

static char *
name_of_file(const char *path)
{
	const char *base = path_base(path), *dot = strrchr(base, '.');

	return xstrndup(base,
	    dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base));
}

/* The folders of the course path, in order; the caller frees them. */
static void
course_path(struct paths *out)
{
	const char *own = getenv("LECTERN_PATH"), *end;
	char *user =
	    xdg_path("XDG_DATA_HOME", ".local/share", "lectern/courses");

	while (own != NULL && *own != '\0') {
		end = strchrnul(own, ':');
		if (end > own)
			vec_push(&out->all, xstrndup(own, (size_t)(end - own)));
		own = *end == ':' ? end + 1 : end;
	}
	if (user != NULL)
		vec_push(&out->all, user);
	vec_push(&out->all, xstrdup(LECTERN_DATADIR "/courses"));
}

static int
is_same(const char *a, const char *b)
{
	struct stat sa, sb;

	return stat(a, &sa) == 0 && stat(b, &sb) == 0 &&
	    sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

/* Looks for the article on the course path.  Folders without one that stand
 * before it add quizzes, but for `known` (or NULL), whose are there. */
static int
look_on_path(struct course *c, const char *name, const char *known)
{
	struct paths path = { 0 };
	size_t i;

	course_path(&path);
	for (i = 0; i < path.all.n && c->article == NULL; i++) {
		char *dir = path_join(path.all.v[i], name);

		if (is_kind(dir, S_IFDIR) &&
		    (known == NULL || !is_same(dir, known))) {
			add_quizzes(c, dir);
			c->article = find_article(dir);
		}
		free(dir);
	}
	paths_free(&path);
	return c->article == NULL ? -1 : 0;
}

static int
use_name(struct course *c, const char *name, struct diags *d)
{
	if (look_on_path(c, name, NULL) == -1) {
		diag_add(d, DIAG_COURSE_UNKNOWN, NULL, 0, 0, name);
		return -1;
	}
	c->name = xstrdup(name);
	c->keep = xstrdup(name);
	return 0;
}

/* 1 if that folder is what the course path has under its name. */
static int
is_on_path(const char *name, const char *dir)
{
	struct paths path = { 0 };
	int found = 0, same = 0;
	size_t i;

	course_path(&path);
	for (i = 0; i < path.all.n && !found; i++) {
		char *folder = path_join(path.all.v[i], name);
		char *article = find_article(folder);

		found = article != NULL;
		same = found && is_same(folder, dir);
		free(article);
		free(folder);
	}
	paths_free(&path);
	return same;
}

/* The name and FNV-1a (Fowler, Noll, Vo), 32 bits, of the real path. */
static char *
keep_by_path(const char *name, const char *path)
{
	char *real = realpath(path, NULL);
	const char *s;
	uint32_t h = 2166136261u;

	for (s = real == NULL ? path : real; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	free(real);
	return xasprintf("%s-%08" PRIx32, name, h);
}

static int
use_file(struct course *c, const char *path)
{
	c->name = name_of_file(path);
	c->keep = keep_by_path(c->name, path);
	c->article = xstrdup(path);
	return 0;
}

/* A folder that has no article but quizzes: those of a course of its name. */
static int
use_folder(struct course *c, const char *dir, struct diags *d)
{
	c->name = name_of_folder(dir);
	c->article = find_article(dir);
	c->keep = c->article == NULL || is_on_path(c->name, dir)
	    ? xstrdup(c->name)
	    : keep_by_path(c->name, dir);
	add_quizzes(c, dir);
	if (c->article != NULL ||
	    (c->quizzes.n > 0 && look_on_path(c, c->name, dir) == 0))
		return 0;
	diag_add(d, DIAG_COURSE_EMPTY, dir, 0, 0);
	return -1;
}

int
course_find(
    struct course *c, const char *arg, const char *root, struct diags *d)
{
	if (root != NULL)
		c->root = xstrdup(root);
	if (strchr(arg, '/') == NULL && arg[0] != '\0' && arg[0] != '.' &&
	    access(arg, F_OK) == -1)
		return use_name(c, arg, d);
	if (is_kind(arg, S_IFDIR))
		return use_folder(c, arg, d);
	if (is_kind(arg, S_IFREG))
		return use_file(c, arg);
	diag_add(d, DIAG_FILE_OPEN, NULL, 0, 0, arg,
	    file_error(access(arg, F_OK) == -1 ? errno : EINVAL));
	return -1;
}

void
course_only_quiz(struct course *c, const char *path)
{
	while (c->quizzes.n > 0)
		free(c->quizzes.v[--c->quizzes.n]);
	vec_push(&c->quizzes, xstrdup(path));
}

struct doc *
course_read(const struct course *c, struct diags *d)
{
	struct xml_source src = { .path = c->article, .root = c->root };

	return docbook_read(&src, &c->how, d);
}

static int
is_id(void *doc, const char *id)
{
	return doc_find(doc, id) != DOC_NONE;
}

/* What the article calls the part with an id; its bank copies it. */
struct labels {
	const struct doc *doc;
	struct buf text;
};

static const char *
label_of(void *ctx, const char *id)
{
	struct labels *labels = ctx;
	uint32_t n = doc_find(labels->doc, id);

	if (n == DOC_NONE)
		return NULL;
	buf_reset(&labels->text);
	gentext_xref(labels->doc, n, DOC_NONE, &labels->text);
	return labels->text.s;
}

/* The folder of a course, from the path of FOLDER/quiz/NAME.xml. */
static char *
folder_of(const char *quiz)
{
	const char *slash = strrchr(quiz, '/');
	char *dir, *folder;

	if (slash == NULL)
		return xstrdup("..");
	dir = xstrndup(quiz, (size_t)(slash - quiz));
	folder = xasprintf("%s/..", dir);
	free(dir);
	return folder;
}

struct bank *
course_bank(const struct course *c, struct doc *doc, struct diags *d)
{
	struct labels labels = { doc, BUF_INIT };
	struct bank *bank = bank_new();
	size_t i;

	bank->label = label_of;
	bank->label_ctx = &labels;
	for (i = 0; i < c->quizzes.n; i++) {
		char *folder = folder_of(c->quizzes.v[i]);

		bank_load(bank, c->quizzes.v[i],
		    c->root == NULL ? folder : c->root, d);
		free(folder);
	}
	bank_check_about(bank, is_id, doc, d);
	bank_check_refs(bank, d);
	bank->label = NULL;
	bank->label_ctx = NULL;
	buf_release(&labels.text);
	return bank;
}

static int
was_listed(const struct paths *seen, const char *name)
{
	size_t i;

	for (i = 0; i < seen->all.n; i++) {
		if (strcmp(seen->all.v[i], name) == 0)
			return 1;
	}
	return 0;
}

static void
list_folder(const char *dir, struct paths *seen,
    void (*each)(const char *name, const char *dir, void *arg), void *arg)
{
	DIR *d = opendir(dir);
	struct paths names = { 0 };
	struct dirent *e;
	size_t i;

	while (
	    d != NULL && (e = readdir(d)) != NULL && names.all.n < NAMES_MAX) {
		if (e->d_name[0] != '.')
			vec_push(&names.all, xstrdup(e->d_name));
	}
	if (d != NULL)
		closedir(d);
	if (names.all.n > 0)
		qsort(names.all.v, names.all.n, sizeof(char *), by_name);
	for (i = 0; i < names.all.n; i++) {
		char *folder = path_join(dir, names.all.v[i]);
		char *article = find_article(folder);

		if (article != NULL && !was_listed(seen, names.all.v[i])) {
			each(names.all.v[i], folder, arg);
			vec_push(&seen->all, xstrdup(names.all.v[i]));
		}
		free(article);
		free(folder);
	}
	paths_free(&names);
}

void
course_list(
    void (*each)(const char *name, const char *dir, void *arg), void *arg)
{
	struct paths path = { 0 }, seen = { 0 };
	size_t i;

	course_path(&path);
	for (i = 0; i < path.all.n; i++)
		list_folder(path.all.v[i], &seen, each, arg);
	paths_free(&path);
	paths_free(&seen);
}
