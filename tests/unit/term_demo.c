/* SPDX-License-Identifier: ISC */
/*
 * term_demo.c - a small pager on the term layer, for test_pty and for measuring
 *
 *	term_demo [FILE]
 *
 * shows FILE, or a text of its own, between a header and a status line, which
 * names the last key.  j k, arrows, Space b: move.  q: quit.  p: a prompt that
 * takes pastes, until Enter.  C A D: end by a fault, by abort(), by too deep a
 * recursion.  X: end by exit(3) without closing.  S: hear no more.  F: fork a
 * child that crashes.  W: wait for a child for 0.3 s with term_watch().  T: wait
 * 0.1 s for a key.  P: the number of paints so far.  s z: suspend, z by a
 * signal.  g: beep.  c: change the theme.  i: what term_info() says.
 *
 * With DEMO_FULL in the environment each paint sends the whole screen; with
 * DEMO_STYLES the text is in all styles and has wide and strange characters.
 */
#include "config.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "term/canvas.h"
#include "term/key.h"
#include "term/term.h"
#include "text/rich.h"

struct demo {
	struct term *term;
	struct canvas canvas;
	VEC(char *) lines;
	const char *notice;
	int top;
	int prompt;
	int pasting;
	int theme;
	struct buf typed;
	char last[KEY_NAME_MAX];
	int page; /* rows of text */
	long paints;
};

static void
load(struct demo *d, const char *path)
{
	FILE *in = path == NULL ? NULL : fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;
	int i;

	for (i = 0; in == NULL && i < 500; i++) {
		if (i % 5 == 4)
			vec_push(&d->lines, xstrdup(""));
		vec_push(&d->lines,
		    xasprintf("line %d of the text that the demo has, "
			      "\xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x94\x80 "
			      "caf\xc3\xa9 %d",
			i, i * 7919 % 1000));
	}
	while (in != NULL && getline(&line, &cap, in) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		vec_push(&d->lines, xstrdup(line));
	}
	free(line);
	if (in != NULL)
		fclose(in);
}

static void
put_bar(struct demo *d, int row, const char *text)
{
	struct canvas_rect r = { row, 0, 1, d->canvas.cols };

	canvas_fill(&d->canvas, &r, STYLE_BAR);
	canvas_move(&d->canvas, row, 0);
	canvas_puts(&d->canvas, text, STYLE_BAR);
}

/* Line `n` begins with a word in one of the styles and some characters: CJK,
 * an accent apart, one unassigned, one from beyond the basic plane. */
static void
put_sample(struct demo *d, int n)
{
	canvas_puts(&d->canvas, "style", 1U << n % 16 >> 1);
	canvas_puts(&d->canvas,
	    "<\xe4\xb8\xad|e\xcc\x81|\xcd\xb8|\xf0\x9f\x98\x80>", STYLE_BODY);
}

static void
paint(struct demo *d)
{
	struct buf b = BUF_INIT;
	int rows, cols, i, n = (int)d->lines.n;

	term_size(d->term, &rows, &cols);
	canvas_resize(&d->canvas, rows, cols);
	d->page = rows > 3 ? rows - 2 : 1;
	buf_printf(&b, "SIZE %dx%d", cols, rows);
	if (d->notice[0] != '\0')
		buf_printf(&b, " NOTICE %s", d->notice);
	put_bar(d, 0, b.s);
	for (i = 0; i < d->page && d->top + i < n; i++) {
		canvas_move(&d->canvas, i + 1, 2);
		if (getenv("DEMO_STYLES") != NULL)
			put_sample(d, d->top + i);
		canvas_puts(&d->canvas, d->lines.v[d->top + i], STYLE_BODY);
	}
	buf_reset(&b);
	if (d->prompt)
		buf_printf(&b, "TEXT [%s]", d->typed.s);
	else
		buf_printf(&b, "KEY %s AT %d%%", d->last,
		    n == 0 ? 100 : d->top * 100 / n);
	put_bar(d, rows - 1, b.s);
	if (d->prompt)
		canvas_cursor(&d->canvas, rows - 1, 6 + (int)d->typed.len);
	if (getenv("DEMO_FULL") != NULL)
		term_redraw(d->term);
	term_show(d->term, &d->canvas);
	d->paints++;
	buf_release(&b);
}

/* Uses up the stack; the result keeps the compiler from making it a loop. */
static int /* NOLINTNEXTLINE(misc-no-recursion) */
recurse(const volatile char *above)
{
	volatile char here[4096];

	here[0] = above[0];
	if (here[0] == 'x') /* never, but the compiler cannot know */
		return 0;
	return recurse(here) + here[0];
}

static void
run_child(void)
{
	pid_t pid = fork();

	if (pid == 0) {
		raise(SIGSEGV);
		_exit(1);
	}
	waitpid(pid, NULL, 0);
}

static void
watch_child(struct demo *d)
{
	int fd[2];
	pid_t pid;

	if (pipe(fd) != 0)
		return;
	pid = fork();
	if (pid == 0) {
		usleep(300000);
		_exit(write(fd[1], "x", 1) != 1);
	}
	close(fd[1]);
	term_watch(d->term, fd[0]);
	key_format(term_key(d->term, 5000), d->last);
	term_watch(d->term, -1);
	close(fd[0]);
	waitpid(pid, NULL, 0);
}

static void
prompt_key(struct demo *d, int key)
{
	char name[KEY_NAME_MAX];

	if (key == TKEY_ENTER) {
		d->prompt = 0;
	} else if (key == TKEY_PASTE_BEGIN || key == TKEY_PASTE_END) {
		buf_addc(&d->typed, '|');
	} else if (key == TKEY_SPACE) {
		buf_addc(&d->typed, ' ');
	} else if (key_is_text(key)) {
		buf_adds(&d->typed, key_format(key, name));
	}
}

static void
move(struct demo *d, int n)
{
	int last = (int)d->lines.n - d->page;

	d->top += n;
	if (d->top > last)
		d->top = last;
	if (d->top < 0)
		d->top = 0;
}

static void
prompt(struct demo *d)
{
	d->prompt = 1;
	buf_reset(&d->typed);
}

/* Signals do not end it. */
static void
sleep_on(unsigned seconds)
{
	while (seconds > 0)
		seconds = sleep(seconds);
}

static void
end_badly(int key)
{
	char one = 0;

	if (key == 'C')
		raise(SIGSEGV);
	else if (key == 'A')
		abort();
	else if (key == 'D')
		exit(recurse(&one));
	else if (key == 'X')
		exit(7);
	else if (key == 'S')
		sleep_on(3600);
}

static void
show_info(struct demo *d)
{
	struct term_info info;

	term_info(d->term, &info);
	snprintf(d->last, sizeof(d->last), "%.9s %d%d%d", info.type,
	    (int)info.depth, info.utf8, info.line_drawing);
}

/* 0 to quit. */
static int
plain_key(struct demo *d, int key)
{
	key_format(key, d->last);
	end_badly(key);
	switch (key) {
	case 'j':
	case TKEY_DOWN:
		move(d, 1);
		break;
	case 'k':
	case TKEY_UP:
		move(d, -1);
		break;
	case ' ':
		move(d, d->page - 2);
		break;
	case 'b':
		move(d, -(d->page - 2));
		break;
	case 'F':
		run_child();
		break;
	case 'W':
		watch_child(d);
		break;
	case 'P':
		snprintf(d->last, sizeof(d->last), "%ld", d->paints);
		break;
	case 'T':
		key_format(term_key(d->term, 100), d->last);
		break;
	case 's':
		term_suspend(d->term);
		break;
	case 'z':
		raise(SIGTSTP);
		break;
	case 'c':
		d->theme = (d->theme + 1) % LOOK_THEME_COUNT;
		term_theme(d->term, (enum look_theme)d->theme);
		break;
	case 'i':
		show_info(d);
		break;
	case 'g':
		term_beep(d->term);
		break;
	case 'p':
		prompt(d);
		break;
	default:
		break;
	}
	return key != 'q';
}

static int
loop(struct demo *d)
{
	int key;

	for (;;) {
		if (!term_pending(d->term))
			paint(d);
		key = term_key(d->term, -1);
		if (key == TKEY_HANGUP)
			return 3;
		if (key == TKEY_PASTE_BEGIN || key == TKEY_PASTE_END)
			d->pasting = key == TKEY_PASTE_BEGIN;
		if (d->prompt)
			prompt_key(d, key);
		else if (d->pasting || key == TKEY_PASTE_END)
			continue;
		else if (!plain_key(d, key))
			return 0;
	}
}

int
main(int argc, char **argv)
{
	struct term_options opt = TERM_OPTIONS_INIT;
	struct demo d = { .typed = BUF_INIT };
	struct term_probe probe;
	size_t i;
	int status;

	setlocale(LC_CTYPE, "");
	if (!term_probe(&probe)) {
		printf("LINE MODE: %s\n", probe.text);
		return 4;
	}
	d.notice = probe.text;
	load(&d, argc > 1 ? argv[1] : NULL);
	canvas_init(&d.canvas);
	d.term = term_open_curses(&opt, &probe);
	if (d.term == NULL)
		return 5;
	status = loop(&d);
	term_close(d.term);
	canvas_release(&d.canvas);
	buf_release(&d.typed);
	for (i = 0; i < d.lines.n; i++)
		free(d.lines.v[i]);
	vec_release(&d.lines);
	return status;
}
