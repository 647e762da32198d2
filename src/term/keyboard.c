/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/keyboard.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/xalloc.h"
#include "term/key.h"
#include "text/utf8.h"

enum { ESC = 0x1b, BEL = 0x07, SEQ_MAX = 64, REPORT_MAX = 4096 };

/* Buttons of xterm's reports. */
enum { WHEEL_UP = 64, WHEEL_DOWN = 65 };

void
keyboard_init(struct keyboard *k, int esc_delay_ms)
{
	memset(k, 0, sizeof(*k));
	buf_init(&k->seq);
	k->esc_delay_ms = esc_delay_ms;
}

void
keyboard_release(struct keyboard *k)
{
	size_t i;

	for (i = 0; i < k->known.n; i++)
		free(k->known.v[i].s);
	vec_release(&k->known);
	vec_release(&k->keys);
	buf_release(&k->seq);
}

void
keyboard_define(struct keyboard *k, const char *seq, int key)
{
	struct keyboard_sequence known;

	if (seq[0] != ESC || seq[1] == '\0')
		return;
	known.s = xstrdup(seq);
	known.key = key;
	vec_push(&k->known, known);
}

int
keyboard_ready(const struct keyboard *k)
{
	return k->taken < k->keys.n;
}

int
keyboard_next(struct keyboard *k)
{
	int key;

	if (!keyboard_ready(k))
		return -1;
	key = k->keys.v[k->taken++];
	if (k->taken == k->keys.n)
		k->taken = k->keys.n = 0;
	return key;
}

/* A key goes out; within a paste only text does. */
static void
emit(struct keyboard *k, int key)
{
	if (k->in_paste) {
		if (key == TKEY_ENTER || key == TKEY_TAB)
			key = ' ';
		if (!key_is_text(key))
			return;
	}
	vec_push(&k->keys, key);
}

static void
set_paste(struct keyboard *k, int on)
{
	if (on == k->in_paste)
		return;
	k->in_paste = on;
	vec_push(&k->keys, on ? TKEY_PASTE_BEGIN : TKEY_PASTE_END);
}

static void
to_ground(struct keyboard *k)
{
	k->state = KEYBOARD_GROUND;
	k->drop = 0;
	buf_reset(&k->seq);
}

/* A control character, or DEL, as a key. */
static void
emit_control(struct keyboard *k, int byte)
{
	if (byte == '\b')
		byte = TKEY_BACKSPACE;
	else if (byte == '\n')
		byte = TKEY_ENTER;
	if (byte != 0)
		emit(k, byte);
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
sequence_key(const struct keyboard *k)
{
	size_t i;

	for (i = 0; i < k->known.n; i++) {
		if (strcmp(k->known.v[i].s, k->seq.s) == 0)
			return k->known.v[i].key;
	}
	if (k->seq.len < 3 || k->seq.len >= SEQ_MAX)
		return 0;
	/* With a private marker or an intermediate byte it is no key. */
	if (strpbrk(k->seq.s, "<=>? !\"#$%&'()*+,-./") != NULL)
		return 0;
	return usual_key(k->seq.s, k->seq.len);
}

/* ESC [ < BUTTON ; COLUMN ; ROW M, from 1; m in its place when it goes up.  The
 * key, or 0 for what is none: other buttons, Shift and the like with it. */
static int
mouse_key(const struct keyboard *k)
{
	const char *s = k->seq.s;
	unsigned long part[3];
	char *end;
	int i;

	if (k->seq.len >= SEQ_MAX || strncmp(s, "\033[<", 3) != 0)
		return 0;
	for (s += 3, i = 0; i < 3; i++, s = end + 1) {
		if (*s < '0' || *s > '9')
			return 0;
		part[i] = strtoul(s, &end, 10);
		if (*end != (i < 2 ? ';' : 'M') || part[i] > CLICK_MAX)
			return 0;
	}
	if (*s != '\0' || part[1] == 0 || part[2] == 0)
		return 0;
	return part[0] == WHEEL_UP  ? TKEY_WHEEL_UP
	    : part[0] == WHEEL_DOWN ? TKEY_WHEEL_DOWN
	    : part[0] == 0 ? key_click((int)part[2] - 1, (int)part[1] - 1)
			   : 0;
}

static void
end_sequence(struct keyboard *k)
{
	int key = sequence_key(k);

	if (key == 0 && k->mouse_wanted)
		key = mouse_key(k);

	if (key == 0 && strcmp(k->seq.s, "\033[M") == 0) {
		k->state = KEYBOARD_MOUSE;
		k->left = 3;
		return;
	}
	if (strcmp(k->seq.s, "\033[200~") == 0)
		set_paste(k, 1);
	else if (strcmp(k->seq.s, "\033[201~") == 0)
		set_paste(k, 0);
	else if (key != 0 && !k->drop)
		emit(k, key);
	to_ground(k);
}

static void
start_sequence(struct keyboard *k, int64_t now)
{
	to_ground(k);
	buf_addc(&k->seq, ESC);
	k->state = KEYBOARD_ESC;
	k->deadline = now + k->esc_delay_ms;
}

/* Adds to the sequence; what is too long to be known is only counted. */
static void
extend(struct keyboard *k, unsigned char byte)
{
	if (k->seq.len < SEQ_MAX)
		buf_addc(&k->seq, (char)byte);
}

/* From here on: what each state does with a byte.  1: the state changed, and
 * the byte is for the new one. */
static int
after_esc(struct keyboard *k, unsigned char byte, int64_t now)
{
	int key;

	extend(k, byte);
	key = sequence_key(k);
	k->deadline = now + KEYBOARD_LATE_MS;
	if (key != 0) {
		emit(k, key);
		to_ground(k);
	} else if (byte == '[') {
		k->state = KEYBOARD_CSI;
	} else if (byte == 'O') {
		k->state = KEYBOARD_SS3;
	} else if (byte != 0 && strchr("]P_", byte) != NULL) {
		k->state = KEYBOARD_OPENING;
		k->deadline = now + k->esc_delay_ms;
	} else {
		to_ground(k);
		emit(k, TKEY_ESC);
		return 1;
	}
	return 0;
}

static int
in_csi(struct keyboard *k, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte < 0x20 || byte > 0x7e) {
		to_ground(k);
		return 1;
	}
	extend(k, byte);
	if (byte >= 0x40 && !(byte == '[' && k->seq.len == 3))
		end_sequence(k);
	return 0;
}

static int
in_ss3(struct keyboard *k, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte < 0x20 || byte > 0x7e) {
		to_ground(k);
		return 1;
	}
	extend(k, byte);
	if ((byte < '0' || byte > '9') && byte != ';')
		end_sequence(k);
	return 0;
}

/* Behind ESC ] a number begins a report of the terminal, behind ESC P and
 * ESC _ some signs do; all else was typed. */
static int
in_opening(struct keyboard *k, unsigned char byte, int64_t now)
{
	char opener = k->seq.s[1];
	const char *begins = opener == ']' ? "0123456789"
	    : opener == 'P'                ? "0123456789>!$+"
					   : "G";

	if (byte != 0 && strchr(begins, byte) != NULL) {
		k->state = KEYBOARD_REPORT;
		k->deadline = now + KEYBOARD_LATE_MS;
		k->left = REPORT_MAX;
		return 0;
	}
	to_ground(k);
	emit(k, TKEY_ESC);
	emit(k, opener);
	return 1;
}

static int
in_mouse(struct keyboard *k, unsigned char byte, int64_t now)
{
	(void)byte;
	(void)now;
	if (--k->left == 0)
		to_ground(k);
	return 0;
}

/* ESC \ needs no care: the ESC ends the report, and the next byte is eaten. */
static int
in_report(struct keyboard *k, unsigned char byte, int64_t now)
{
	(void)now;
	if (byte == ESC) {
		k->state = KEYBOARD_MOUSE;
		k->left = 1;
	} else if (byte == BEL || --k->left == 0) {
		to_ground(k);
	}
	return 0;
}

/* Bytes that are not UTF-8: what the locale makes of them. */
static void
emit_legacy(struct keyboard *k)
{
	mbstate_t state;
	wchar_t ch;
	size_t i;

	for (i = 0; i < k->seq.len; i++) {
		memset(&state, 0, sizeof(state));
		if (mbrtowc(&ch, k->seq.s + i, 1, &state) == 1 && ch >= 0xa0)
			emit(k, (int)ch);
	}
	to_ground(k);
}

static int
in_utf8(struct keyboard *k, unsigned char byte, int64_t now)
{
	unsigned char lead = (unsigned char)k->seq.s[0];
	size_t want = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
	uint32_t ch;

	(void)now;
	if ((byte & 0xc0) != 0x80) {
		emit_legacy(k);
		return 1;
	}
	extend(k, byte);
	if (k->seq.len < want)
		return 0;
	if (utf8_decode(k->seq.s, want, &ch) == want) {
		to_ground(k);
		if (key_is_text((int)ch))
			emit(k, (int)ch);
	} else {
		emit_legacy(k);
	}
	return 0;
}

static int
in_ground(struct keyboard *k, unsigned char byte, int64_t now)
{
	int tail = now < k->tail_end && (byte == '[' || byte == 'O');

	k->tail_end = 0;
	if (byte == ESC) {
		start_sequence(k, now);
	} else if (tail) {
		start_sequence(k, now);
		extend(k, byte);
		k->state = KEYBOARD_TAIL;
	} else if (byte < 0x20 || byte == 0x7f) {
		emit_control(k, byte);
	} else if (byte < 0x80) {
		emit(k, byte);
	} else {
		extend(k, byte);
		k->state = KEYBOARD_UTF8;
		k->deadline = now + KEYBOARD_LATE_MS;
		if (byte < 0xc2 || byte > 0xf4)
			emit_legacy(k);
	}
	return 0;
}

/* A tail goes on at once with the rest of its sequence; a key does not. */
static int
in_tail(struct keyboard *k, unsigned char byte, int64_t now)
{
	char first = k->seq.s[1];

	if (byte < 0x20 || byte > 0x7e) {
		to_ground(k);
		emit(k, first);
		return 1;
	}
	k->drop = 1;
	k->state = first == '[' ? KEYBOARD_CSI : KEYBOARD_SS3;
	k->deadline = now + KEYBOARD_LATE_MS;
	return 1;
}

static int (*const takes[])(struct keyboard *, unsigned char, int64_t) = {
	[KEYBOARD_GROUND] = in_ground,
	[KEYBOARD_ESC] = after_esc,
	[KEYBOARD_CSI] = in_csi,
	[KEYBOARD_SS3] = in_ss3,
	[KEYBOARD_MOUSE] = in_mouse,
	[KEYBOARD_OPENING] = in_opening,
	[KEYBOARD_REPORT] = in_report,
	[KEYBOARD_UTF8] = in_utf8,
	[KEYBOARD_TAIL] = in_tail,
};

void
keyboard_feed(struct keyboard *k, const char *s, size_t len, int64_t now_ms)
{
	for (; len > 0; s++, len--) {
		while (takes[k->state](k, (unsigned char)*s, now_ms))
			;
	}
	if (k->in_paste)
		k->paste_end = now_ms + KEYBOARD_PASTE_MS;
}

/* The state has waited long enough. */
static void
end_state(struct keyboard *k)
{
	enum keyboard_state state = k->state;
	int second = k->seq.len > 1 ? k->seq.s[1] : 0;

	if (state == KEYBOARD_UTF8) {
		emit_legacy(k);
		return;
	}
	to_ground(k);
	if (state == KEYBOARD_ESC || state == KEYBOARD_OPENING)
		emit(k, TKEY_ESC);
	if (state == KEYBOARD_OPENING || state == KEYBOARD_TAIL)
		emit(k, second);
	if (state == KEYBOARD_ESC)
		k->tail_end = k->deadline + KEYBOARD_LATE_MS;
}

void
keyboard_tick(struct keyboard *k, int64_t now_ms)
{
	if (k->state != KEYBOARD_GROUND && now_ms >= k->deadline)
		end_state(k);
	if (k->in_paste && now_ms >= k->paste_end)
		set_paste(k, 0);
}

int
keyboard_wait(const struct keyboard *k, int64_t now_ms)
{
	int64_t at = -1;

	if (k->state != KEYBOARD_GROUND)
		at = k->deadline;
	if (k->in_paste && (at < 0 || k->paste_end < at))
		at = k->paste_end;
	if (at < 0)
		return -1;
	return at <= now_ms ? 0 : (int)(at - now_ms);
}
