/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>

#include <unistd.h>

#include "base/file.h"
#include "cli/ask_state.h"
#include "cli/common.h"
#include "cli/plain.h"
#include "course/broken.h"
#include "course/sitting.h"
#include "score/day.h"
#include "text/rich.h"
#include "text/utf8.h"

enum {
	INDENT = 2,
	BEAT_MS = 5000,       /* a look at the clock while nothing is typed */
	LINE_LEN_MAX = 65536, /* [byte] of an answer; the rest is dropped */
};

/* Without a terminal's echo the transcript would not show what was said. */
static void
echo(const struct ask *a)
{
	struct buf clean = BUF_INIT;

	if (input_is_terminal())
		return;
	text_clean(&clean, a->line.s, a->line.len < 200 ? a->line.len : 200);
	put_text(clean.s);
	putchar('\n');
	buf_release(&clean);
}

/*
 * Waits for input, while there is time; 0 when that is up.  What was typed so
 * far is no line for whoever reads next, as the shell.
 */
static int
wait_for_input(const struct ask *a)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	int64_t left = -1;
	int ready = 0;

	if (a->sitting != NULL)
		left = sitting_time_left(a->sitting);
	while (left > 0 && ready <= 0) {
		ready = poll(&in, 1, left < BEAT_MS ? (int)left : BEAT_MS);
		sitting_beat(a->sitting);
		left = sitting_time_left(a->sitting);
	}
	if (left == 0)
		tcflush(STDIN_FILENO, TCIFLUSH);
	return left != 0;
}

int
ask_read_line(struct ask *a)
{
	int c;

	fputs("> ", stdout);
	fflush(stdout);
	buf_reset(&a->line);
	for (;;) {
		if (!wait_for_input(a))
			return -1;
		c = getchar();
		if (c == EOF || c == '\n')
			break;
		if (a->line.len < LINE_LEN_MAX)
			buf_addc(&a->line, (char)c);
	}
	if (a->line.len > 0 && a->line.s[a->line.len - 1] == '\r')
		buf_truncate(&a->line, a->line.len - 1);
	if (c == EOF && a->line.len == 0)
		return 0;
	echo(a);
	return 1;
}

static enum ask_input
take_answer(struct ask *a)
{
	const struct item *it = session_item(a->session);
	const struct verdict *v = sitting_answer(a->sitting, &a->response);

	a->sure = 0;
	if (a->feedback)
		ask_show_verdict(a, it, v, session_order(a->session));
	else
		puts("Noted.\n");
	if (sitting_unsaved(a->sitting) != NULL)
		printf("%s\n", sitting_unsaved(a->sitting));
	return ASK_ANSWERED;
}

static enum quiz_confidence
confidence_of(const struct item *it)
{
	return item_is_self_graded(it) ? CONFIDENCE_OFF
				       : it->quiz->settings.confidence;
}

/* The answer is understood; how sure is he? */
static enum ask_input
take_response(struct ask *a)
{
	enum quiz_confidence asked = confidence_of(session_item(a->session));

	a->response.confidence = 0;
	if (asked == CONFIDENCE_OFF)
		return take_answer(a);
	a->sure = 1;
	puts("  How sure are you?  1 not sure, 2 fairly sure, 3 certain");
	if (asked == CONFIDENCE_MARKS)
		puts("  Marks for a right answer: 1, 2 or 3; for a wrong one: "
		     "0, -2 or -6.");
	else
		puts("  (an empty line: not said)");
	return ASK_OPEN;
}

static enum ask_input
take_sure(struct ask *a)
{
	const char *s = a->line.s;
	int must = confidence_of(session_item(a->session)) == CONFIDENCE_MARKS;

	if (a->line.len == 1 && s[0] >= '1' && s[0] <= '3')
		a->response.confidence = s[0] - '0';
	else if (a->line.len > 0 || must) {
		puts("  Say 1, 2 or 3.");
		return ASK_OPEN;
	}
	return take_answer(a);
}

static void
refuse(struct ask *a)
{
	printf("  No answer yet: ");
	put_text(a->response.reason.s);
	puts(".");
	buf_reset(&a->gathered);
	a->lines = 0;
}

static void
gather(struct ask *a)
{
	if (a->lines++ > 0)
		buf_addc(&a->gathered, '\n');
	buf_add(&a->gathered, a->line.s, a->line.len);
}

/* Shows the answer to who will grade himself, if he wrote enough. */
static void
reveal(struct ask *a, const struct item *it)
{
	struct buf b = BUF_INIT;
	struct rich answer;

	if (answer_draft(&a->response, it, a->gathered.s, a->gathered.len) ==
	    -1) {
		printf("  Not yet: ");
		put_text(a->response.reason.s);
		puts(".");
		return;
	}
	a->revealed = 1;
	a->lines = 0;
	buf_reset(&a->gathered);
	rich_init(&answer);
	item_reveal(&answer, it);
	ask_put_rich(a, &answer, "The answer: ", INDENT);
	item_prompt(&b, it);
	printf("\n  %s\n", b.s);
	rich_release(&answer);
	buf_release(&b);
}

/* A line of what is written before the answer is seen; an empty one ends it. */
static enum ask_input
take_draft(struct ask *a, const struct item *it)
{
	int card = item_asks(it) == INPUT_GRADE;

	if (a->line.len > 0)
		gather(a);
	if (card || a->line.len == 0)
		reveal(a, it);
	return ASK_OPEN;
}

/* ASK_ANSWERED when the line, or with those before it, answered the item. */
static enum ask_input
take_line(struct ask *a, const struct item *it)
{
	if (a->lines > 0 ||
	    (ask_takes_lines(it) && strchr(a->line.s, ';') == NULL)) {
		gather(a);
		if ((size_t)a->lines < it->parts.n) {
			printf("  %d of %zu is next.\n", a->lines + 1,
			    it->parts.n);
			return ASK_OPEN;
		}
	} else {
		buf_reset(&a->gathered);
		buf_add(&a->gathered, a->line.s, a->line.len);
	}
	if (answer_parse(&a->response, it, session_order(a->session),
		a->gathered.s, a->gathered.len) == -1) {
		refuse(a);
		return ASK_OPEN;
	}
	return take_response(a);
}

static enum ask_input
take_input(struct ask *a)
{
	const struct item *it = session_item(a->session);

	if (a->listed && a->line.len == 0)
		return ASK_HANDED_IN;
	a->listed = 0;
	if (a->line.s[0] == ':')
		return ask_command(a, a->line.s);
	if (a->sure)
		return take_sure(a);
	if (item_is_self_graded(it) && !a->revealed)
		return take_draft(a, it);
	if (a->line.len > 0)
		return take_line(a, it);
	ask_help(a);
	return ASK_OPEN;
}

static int
is_time_up(const struct ask *a)
{
	return sitting_time_left(a->sitting) == 0;
}

/* At the end of the input an answer that was understood counts. */
static enum ask_input
take_end(struct ask *a)
{
	if (a->sure &&
	    confidence_of(session_item(a->session)) == CONFIDENCE_MARKS)
		a->response.confidence = 1;
	if (a->sure) {
		putchar('\n');
		return take_answer(a);
	}
	return a->listed ? ASK_HANDED_IN : ASK_LEFT;
}

static enum ask_input
ask_question(struct ask *a)
{
	enum ask_input input = ASK_OPEN;
	int line;

	while (input == ASK_OPEN) {
		line = ask_read_line(a);
		if (line == 0)
			return take_end(a);
		if (line == -1) {
			puts("\n  The time is up.");
			return ASK_TIME;
		}
		sitting_beat(a->sitting);
		if (is_time_up(a)) {
			puts("  The time is up: this does not count.");
			return ASK_TIME;
		}
		input = take_input(a);
	}
	return input;
}

/* In an exam the last question stays at hand, until it is handed in. */
static void
next(struct ask *a)
{
	size_t place = session_place(a->session);

	session_next(a->session);
	if (!a->exam || session_item(a->session) != NULL)
		return;
	session_go(a->session, place);
	ask_list(a);
	a->listed = 1;
}

static void
show(struct ask *a)
{
	buf_reset(&a->gathered);
	a->lines = a->revealed = a->sure = 0;
	if (!a->listed)
		ask_show_item(a);
	sitting_show(a->sitting);
}

static enum ask_input
ask_all(struct ask *a)
{
	enum ask_input input = ASK_HANDED_IN;

	while (session_item(a->session) != NULL) {
		show(a);
		input = ask_question(a);
		if (input == ASK_ANSWERED || input == ASK_SKIPPED)
			next(a);
		else if (input != ASK_MOVED)
			break;
	}
	return input;
}

enum plain_end
plain_quiz(struct sitting *s, const struct doc *doc, enum session_mode mode)
{
	struct ask a = { .sitting = s, .doc = doc };
	enum ask_input end;

	a.feedback = session_mode_info(mode)->tells;
	a.exam = mode == SESSION_EXAM;
	a.session = sitting_session(s);
	a.ascii = !locale_is_utf8();
	response_init(&a.response);
	buf_init(&a.line);
	buf_init(&a.gathered);
	end = ask_all(&a);
	a.revealed = 0;
	a.through = end != ASK_LEFT;
	if (!a.feedback)
		ask_show_results(&a);
	putchar('\n');
	ask_show_score(&a);
	response_release(&a.response);
	buf_release(&a.line);
	buf_release(&a.gathered);
	return end == ASK_LEFT ? PLAIN_LEFT
	    : end == ASK_TIME  ? PLAIN_TIME
			       : PLAIN_DONE;
}

const char *
plain_end_name(enum plain_end end)
{
	static const char *const names[] = {
		[PLAIN_DONE] = "done",
		[PLAIN_LEFT] = "left",
		[PLAIN_TIME] = "time",
	};

	return names[end];
}

/* One line of what to do with it; 1 when all is done, -1 to leave. */
static int
save_as_told(struct sitting *s, const char *line)
{
	char *path;
	int rc;

	if (strcmp(line, ":q") == 0)
		return -1;
	if (strcmp(line, ":t") == 0)
		return sitting_retry(s) == 0;
	if (line[0] == '\0')
		return 0;
	path = path_typed(line);
	rc = sitting_save_to(s, path);
	if (rc == -1)
		printf("%s.\n", strerror(errno));
	free(path);
	return rc == 0;
}

int
plain_save(struct sitting *s)
{
	struct ask a = { .sitting = NULL };
	int end = 0;

	if (!input_is_terminal())
		return -1;
	buf_init(&a.line);
	while (end == 0) {
		printf("%s.\nType another folder for the scores, :t to try "
		       "again, or :q to lose the answers.\n",
		    sitting_unsaved(s));
		end = ask_read_line(&a) ? save_as_told(s, a.line.s) : -1;
	}
	if (end == 1)
		puts("Saved.");
	buf_release(&a.line);
	return end == 1 ? 0 : -1;
}

int
plain_resume(const struct broken *b)
{
	struct ask a = { .sitting = NULL };
	struct buf said = BUF_INIT;
	int yes = -2;

	broken_say(b, day_now(NULL), &said);
	printf("%s.\n", said.s);
	buf_release(&said);
	buf_init(&a.line);
	while (yes == -2) {
		puts("Go on with it, y or n?");
		if (!ask_read_line(&a))
			yes = -1;
		else if (a.line.len == 1 && strchr("yY", a.line.s[0]) != NULL)
			yes = 1;
		else if (a.line.len == 1 && strchr("nN", a.line.s[0]) != NULL)
			yes = 0;
	}
	buf_release(&a.line);
	return yes;
}
