/* SPDX-License-Identifier: ISC */
/* Lines that begin with a colon. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask_state.h"
#include "cli/common.h"
#include "course/sitting.h"
#include "text/utf8.h"

/* Every command, by the letter behind the colon. */
struct ask_cmd {
	char letter;
	char where; /* 'e' in exams only, 'l' elsewhere only, or ' ' */
	const char *text;
	enum ask_input (*run)(struct ask *a, const char *arg);
};

static enum ask_input
hint(struct ask *a, const char *arg)
{
	(void)arg;
	ask_show_hint(a);
	return ASK_OPEN;
}

static enum ask_input
passage(struct ask *a, const char *arg)
{
	(void)arg;
	if (a->feedback)
		ask_show_passage(a, session_item(a->session));
	else
		puts("  The passage is for afterwards.");
	return ASK_OPEN;
}

static enum ask_input
skip(struct ask *a, const char *arg)
{
	(void)a;
	(void)arg;
	return ASK_SKIPPED;
}

static enum ask_input
leave(struct ask *a, const char *arg)
{
	(void)a;
	(void)arg;
	return ASK_LEFT;
}

/* Back to the question before this one, as it was after its answer. */
static int
go_back(struct ask *a)
{
	if (session_back(a->session) == 0)
		return 0;
	puts("  There is no answer to take back.");
	return -1;
}

static enum ask_input
undo(struct ask *a, const char *arg)
{
	(void)arg;
	if (go_back(a) == -1)
		return ASK_OPEN;
	sitting_undo(a->sitting);
	puts("  Taken back: the answer does not count.\n");
	return ASK_MOVED;
}

static enum ask_input
easy(struct ask *a, const char *arg)
{
	(void)arg;
	if (go_back(a) == -1)
		return ASK_OPEN;
	if (session_may_be_easy(a->session)) {
		sitting_easy(a->sitting);
		puts("  Easy: it comes back later than usual.\n");
	} else {
		puts("  Easy is for what you knew at once, without "
		     "choosing.\n");
	}
	session_next(a->session);
	return ASK_MOVED;
}

static enum ask_input
flag(struct ask *a, const char *arg)
{
	size_t place = session_place(a->session);
	int on = !session_is_flagged(a->session, place);

	(void)arg;
	session_flag(a->session, place, on);
	sitting_mark(a->sitting, SITTING_FLAG, !on, NULL);
	puts(on ? "  Flagged: to look at again." : "  The flag is gone.");
	return ASK_OPEN;
}

static enum ask_input
put_away(struct ask *a, enum sitting_mark mark, const char *said)
{
	sitting_mark(a->sitting, mark, 0, NULL);
	puts(said);
	session_drop(a->session);
	return ASK_MOVED;
}

static enum ask_input
bury(struct ask *a, const char *arg)
{
	(void)arg;
	return put_away(
	    a, SITTING_BURY, "  Buried: it is not asked again today.\n");
}

static enum ask_input
suspend(struct ask *a, const char *arg)
{
	(void)arg;
	return put_away(
	    a, SITTING_SUSPEND, "  Suspended: it is not asked again.\n");
}

static enum ask_input
wrong(struct ask *a, const char *arg)
{
	struct buf note = BUF_INIT;

	text_clean(&note, arg, strlen(arg));
	sitting_mark(a->sitting, SITTING_WRONG, 0, note.s);
	puts("  Noted for the instructor.");
	buf_release(&note);
	return ASK_OPEN;
}

static enum ask_input
go(struct ask *a, const char *arg)
{
	size_t n = session_size(a->session);
	char *end;
	long place;

	errno = 0;
	place = strtol(arg, &end, 10);
	if (errno != 0 || end == arg || *end != '\0' || place < 1 ||
	    (unsigned long)place > n) {
		printf("  Say \":g\" and a number, 1 to %zu.\n", n);
		return ASK_OPEN;
	}
	session_go(a->session, (size_t)place - 1);
	return ASK_MOVED;
}

static enum ask_input
list(struct ask *a, const char *arg)
{
	(void)arg;
	ask_list(a);
	a->listed = 1;
	return ASK_OPEN;
}

static const struct ask_cmd commands[] = {
	{ 'h', ' ', "a hint", hint },
	{ 'p', 'l', "the passage", passage },
	{ 's', ' ', "skip", skip },
	{ 'u', 'l', "undo the last answer", undo },
	{ 'e', 'l', "it was easy", easy },
	{ 'l', 'e', "all questions; hand in", list },
	{ 'g', 'e', "go to a question: \":g 3\"", go },
	{ 'f', ' ', "flag", flag },
	{ 'd', 'l', "not again today", bury },
	{ 'n', 'l', "never again", suspend },
	{ 'w', ' ', "this question is wrong: \":w why\"", wrong },
	{ 'q', ' ', "leave", leave },
};

enum { COMMANDS = sizeof(commands) / sizeof(*commands) };

static int
is_here(const struct ask *a, const struct ask_cmd *c)
{
	return c->where == ' ' || (c->where == 'e') == (a->exam != 0);
}

void
ask_help(const struct ask *a)
{
	int i;

	for (i = 0; i < COMMANDS; i++) {
		if (is_here(a, &commands[i]))
			printf("  :%c  %s\n", commands[i].letter,
			    commands[i].text);
	}
}

enum ask_input
ask_command(struct ask *a, const char *s)
{
	const char *arg = s + 1;
	int i;

	if (*arg != '\0')
		arg++;
	arg += strspn(arg, " ");
	for (i = 0; i < COMMANDS; i++) {
		if (commands[i].letter == s[1] && is_here(a, &commands[i]) &&
		    (s[2] == '\0' || s[2] == ' '))
			return commands[i].run(a, arg);
	}
	ask_help(a);
	return ASK_OPEN;
}

void
ask_list(const struct ask *a)
{
	struct buf stem = BUF_INIT;
	size_t i;

	for (i = 0; i < session_size(a->session); i++) {
		const struct item *it = session_item_at(a->session, i);
		const char *text = it->stem.text.s;

		buf_reset(&stem);
		buf_printf(&stem, "  %zu  %s%s  ", i + 1,
		    session_result_at(a->session, i) != NULL ? "answered"
							     : "open",
		    session_is_flagged(a->session, i) ? ", flagged" : "");
		buf_add(&stem, text, strcspn(text, "\n"));
		put_text(stem.s);
		putchar('\n');
	}
	puts("An empty line hands in; \":g 3\" goes to question 3.");
	buf_release(&stem);
}
