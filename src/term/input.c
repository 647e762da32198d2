/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/input.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "term/key.h"
#include "text/utf8.h"

enum { ESC = 0x1b, BEL = 0x07, SEQ_MAX = 64, REPORT_MAX = 4096 };

void
input_init(struct input *in, int esc_delay_ms)
{
	memset(in, 0, sizeof(*in));
	buf_init(&in->seq);
	in->esc_delay_ms = esc_delay_ms;
}

void
input_release(struct input *in)
{
	size_t i;

	for (i = 0; i < in->known.n; i++)
		free(in->known.v[i].s);
	vec_release(&in->known);
	vec_release(&in->keys);
	buf_release(&in->seq);
}

void
input_define(struct input *in, const char *seq, int key)
{
	struct input_sequence known;

	if (seq[0] != ESC || seq[1] == '\0')
		return;
	known.s = xstrdup(seq);
	known.key = key;
	vec_push(&in->known, known);
}

int
input_ready(const struct input *in)
{
	return in->taken < in->keys.n;
}

int
input_next(struct input *in)
{
	int key;

	if (!input_ready(in))
		return -1;
	key = in->keys.v[in->taken++];
	if (in->taken == in->keys.n)
		in->taken = in->keys.n = 0;
	return key;
}

/* A key goes out; within a paste only text does. */
static void
emit(struct input *in, int key)
{
	if (in->in_paste) {
		if (key == TKEY_ENTER || key == TKEY_TAB)
			key = ' ';
		if (!in->paste_wanted || !key_is_text(key))
			return;
	}
	vec_push(&in->keys, key);
}

static void
set_paste(struct input *in, int on)
{
	if (on == in->in_paste)
		return;
	in->in_paste = on;
	if (in->paste_wanted)
		vec_push(&in->keys, on ? TKEY_PASTE_BEGIN : TKEY_PASTE_END);
}

static void
to_ground(struct input *in)
{
	in->state = INPUT_GROUND;
	in->drop = 0;
	buf_reset(&in->seq);
}

/* A control character, or DEL, as a key. */
static void
emit_control(struct input *in, int byte)
{
	if (byte == '\b')
		byte = TKEY_BACKSPACE;
	else if (byte == '\n')
		byte = TKEY_ENTER;
	if (byte != 0)
		emit(in, byte);
}

/* Usual sequences, by their last byte and, before '~', their number. */
static int
usual_key(const char *seq, size_t len)
{
	static const char letters[] = "ABCDHFZPQRSMI";
	static const int by_letter[] = { TKEY_UP, TKEY_DOWN, TKEY_RIGHT,
		TKEY_LEFT, TKEY_HOME, TKEY_END, TKEY_BACKTAB, TKEY_F1, TKEY_F2,
		TKEY_F3, TKEY_F4, TKEY_ENTER, TKEY_TAB };
	static const int by_number[] = { 0, TKEY_HOME, TKEY_INS, TKEY_DEL,
		TKEY_END, TKEY_PGUP, TKEY_PGDN, TKEY_HOME, TKEY_END, 0, 0,
		TKEY_F1, TKEY_F2, TKEY_F3, TKEY_F4, TKEY_F5, 0, TKEY_F6,
		TKEY_F7, TKEY_F8, TKEY_F9, TKEY_F10, 0, TKEY_F11, TKEY_F12 };
	static const char keypad[] = "jklmnopqrstuvwxyX";
	static const char keypad_text[] = "*+,-./0123456789=";
	char last = seq[len - 1];
	const char *at;
	size_t number;

	if (seq[1] == '[' && len == 4 && seq[2] == '[') /* Linux console */
		return last >= 'A' && last <= 'E' ? TKEY_F1 + last - 'A' : 0;
	if (seq[1] == '[' && last == '~') {
		number = (size_t)strtoul(seq + 2, NULL, 10);
		return number < sizeof(by_number) / sizeof(*by_number)
		    ? by_number[number]
		    : 0;
	}
	if (seq[1] == '[' && last == 'R' && len > 3) /* a cursor report */
		return 0;
	at = strchr(letters, last);
	if (at != NULL && (last < 'I' || last > 'M' || seq[1] == 'O'))
		return by_letter[at - letters];
	at = strchr(keypad, last);
	return at != NULL && seq[1] == 'O' ? keypad_text[at - keypad] : 0;
}

/* The key of the complete sequence in `seq`, or 0. */
static int
sequence_key(const struct input *in)
{
	size_t i;

	for (i = 0; i < in->known.n; i++) {
		if (strcmp(in->known.v[i].s, in->seq.s) == 0)
			return in->known.v[i].key;
	}
	if (in->seq.len < 3 || in->seq.len >= SEQ_MAX)
		return 0;
	/* With a private marker or an intermediate byte it is no key. */
	if (strpbrk(in->seq.s, "<=>? !\"#$%&'()*+,-./") != NULL)
		return 0;
	return usual_key(in->seq.s, in->seq.len);
}

static void
end_sequence(struct input *in)
{
	int key = sequence_key(in);

	if (key == 0 && strcmp(in->seq.s, "\033[M") == 0) {
		in->state = INPUT_MOUSE;
		in->left = 3;
		return;
	}
	if (strcmp(in->seq.s, "\033[200~") == 0)
		set_paste(in, 1);
	else if (strcmp(in->seq.s, "\033[201~") == 0)
		set_paste(in, 0);
	else if (key != 0 && !in->drop)
		emit(in, key);
	to_ground(in);
}

static void
start_sequence(struct input *in, int64_t now)
{
	to_ground(in);
	buf_addc(&in->seq, ESC);
	in->state = INPUT_ESC;
	in->deadline = now + in->esc_delay_ms;
}

/* Adds to the sequence; what is too long to be known is only counted. */
static void
extend(struct input *in, unsigned char byte)
{
	if (in->seq.len < SEQ_MAX)
		buf_addc(&in->seq, (char)byte);
}

/* From here on: what each state does with a byte.  1: the state changed, and
 * the byte is for the new one. */
static int
after_esc(struct input *in, unsigned char byte, int64_t now)
{
	int key;

	extend(in, byte);
	key = sequence_key(in);
	in->deadline = now + INPUT_LATE_MS;
	if (key != 0) {
		emit(in, key);
		to_ground(in);
	} else if (byte == '[') {
		in->state = INPUT_CSI;
	} else if (byte == 'O') {
		in->state = INPUT_SS3;
	} else if (byte != 0 && strchr("]P_", byte) != NULL) {
		in->state = INPUT_OPENING;
		in->deadline = now + in->esc_delay_ms;
	} else {
		to_ground(in);
		emit(in, TKEY_ESC);
		return 1;
	}
	return 0;
}

static int
in_csi(struct input *in, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte < 0x20 || byte > 0x7e) {
		to_ground(in);
		return 1;
	}
	extend(in, byte);
	if (byte >= 0x40 && !(byte == '[' && in->seq.len == 3))
		end_sequence(in);
	return 0;
}

static int
in_ss3(struct input *in, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte < 0x20 || byte > 0x7e) {
		to_ground(in);
		return 1;
	}
	extend(in, byte);
	if ((byte < '0' || byte > '9') && byte != ';')
		end_sequence(in);
	return 0;
}

/* Behind ESC ] a number begins a report of the terminal, behind ESC P and
 * ESC _ some signs do; all else was typed. */
static int
in_opening(struct input *in, unsigned char byte, int64_t now)
{
	char opener = in->seq.s[1];
	const char *begins = opener == ']' ? "0123456789"
	    : opener == 'P'                ? "0123456789>!$+"
					   : "G";

	if (byte != 0 && strchr(begins, byte) != NULL) {
		in->state = INPUT_REPORT;
		in->deadline = now + INPUT_LATE_MS;
		in->left = REPORT_MAX;
		return 0;
	}
	to_ground(in);
	emit(in, TKEY_ESC);
	emit(in, opener);
	return 1;
}

static int
in_mouse(struct input *in, unsigned char byte, int64_t now)
{
	(void)byte;
	(void)now;
	if (--in->left == 0)
		to_ground(in);
	return 0;
}

/* ESC \ needs no care: the ESC ends the report, and the next byte is eaten. */
static int
in_report(struct input *in, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte == ESC) {
		in->state = INPUT_MOUSE;
		in->left = 1;
	} else if (byte == BEL || --in->left == 0) {
		to_ground(in);
	}
	return 0;
}

/* Bytes that are not UTF-8: what the locale makes of them. */
static void
emit_legacy(struct input *in)
{
	mbstate_t state;
	wchar_t ch;
	size_t i;

	for (i = 0; i < in->seq.len; i++) {
		memset(&state, 0, sizeof(state));
		if (mbrtowc(&ch, in->seq.s + i, 1, &state) == 1 && ch >= 0xa0)
			emit(in, (int)ch);
	}
	to_ground(in);
}

static int
in_utf8(struct input *in, unsigned char byte, int64_t now)
{
	unsigned char lead = (unsigned char)in->seq.s[0];
	size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	uint32_t ch;

	(void)now;
	if ((byte & 0xc0) != 0x80) {
		emit_legacy(in);
		return 1;
	}
	extend(in, byte);
	if (in->seq.len < want)
		return 0;
	if (utf8_decode(in->seq.s, want, &ch) == want) {
		to_ground(in);
		if (key_is_text((int)ch))
			emit(in, (int)ch);
	} else {
		emit_legacy(in);
	}
	return 0;
}

static int
in_ground(struct input *in, unsigned char byte, int64_t now)
{
	int tail = now < in->tail_end && (byte == '[' || byte == 'O');

	in->tail_end = 0;
	if (byte == ESC) {
		start_sequence(in, now);
	} else if (tail) {
		start_sequence(in, now);
		extend(in, byte);
		in->state = INPUT_TAIL;
	} else if (byte < 0x20 || byte == 0x7f) {
		emit_control(in, byte);
	} else if (byte < 0x80) {
		emit(in, byte);
	} else {
		extend(in, byte);
		in->state = INPUT_UTF8;
		in->deadline = now + INPUT_LATE_MS;
		if (byte < 0xc2 || byte > 0xf4)
			emit_legacy(in);
	}
	return 0;
}

/* A tail goes on at once with the rest of its sequence; a key does not. */
static int
in_tail(struct input *in, unsigned char byte, int64_t now)
{
	char first = in->seq.s[1];

	if (byte < 0x20 || byte > 0x7e) {
		to_ground(in);
		emit(in, first);
		return 1;
	}
	in->drop = 1;
	in->state = first == '[' ? INPUT_CSI : INPUT_SS3;
	in->deadline = now + INPUT_LATE_MS;
	return 1;
}

static int (*const takes[])(struct input *, unsigned char, int64_t) = {
	[INPUT_GROUND] = in_ground,
	[INPUT_ESC] = after_esc,
	[INPUT_CSI] = in_csi,
	[INPUT_SS3] = in_ss3,
	[INPUT_MOUSE] = in_mouse,
	[INPUT_OPENING] = in_opening,
	[INPUT_REPORT] = in_report,
	[INPUT_UTF8] = in_utf8,
	[INPUT_TAIL] = in_tail,
};

void
input_feed(struct input *in, const char *s, size_t len, int64_t now_ms)
{
	for (; len > 0; s++, len--) {
		while (takes[in->state](in, (unsigned char)*s, now_ms))
			;
	}
	if (in->in_paste)
		in->paste_end = now_ms + INPUT_PASTE_MS;
}

/* The state has waited long enough. */
static void
end_state(struct input *in)
{
	enum input_state state = in->state;
	int second = in->seq.len > 1 ? in->seq.s[1] : 0;

	if (state == INPUT_UTF8) {
		emit_legacy(in);
		return;
	}
	to_ground(in);
	if (state == INPUT_ESC || state == INPUT_OPENING)
		emit(in, TKEY_ESC);
	if (state == INPUT_OPENING || state == INPUT_TAIL)
		emit(in, second);
	if (state == INPUT_ESC)
		in->tail_end = in->deadline + INPUT_LATE_MS;
}

void
input_tick(struct input *in, int64_t now_ms)
{
	if (in->state != INPUT_GROUND && now_ms >= in->deadline)
		end_state(in);
	if (in->in_paste && now_ms >= in->paste_end)
		set_paste(in, 0);
}

int
input_wait(const struct input *in, int64_t now_ms)
{
	int64_t at = -1;

	if (in->state != INPUT_GROUND)
		at = in->deadline;
	if (in->in_paste && (at < 0 || in->paste_end < at))
		at = in->paste_end;
	if (at < 0)
		return -1;
	return at <= now_ms ? 0 : (int)(at - now_ms);
}
