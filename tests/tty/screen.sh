# shellcheck shell=sh
# SPDX-License-Identifier: ISC
# screen.sh - lectern in a terminal of tmux, for tests; sourced after tap.sh
#
#	open_screen 80x24 "$LECTERN" psoas
#	check "it is there" shows 'Manual psoas'
#	keys Space
#	check "it ends" ends_with 0
#
# tmux is a terminal of its own, whose screen can be read.  Functions that look
# at it try again until they see what they want or $patience is over, so that a
# slow machine makes a test slow and not wrong.  Nothing of the user's is read
# or touched.
: "${tmp:?}" "${top_srcdir:?}" "${LECTERN:?}"
HOME=$tmp/home
XDG_STATE_HOME=$HOME/state
XDG_DATA_HOME=$HOME/data
XDG_CONFIG_HOME=$HOME/config
TERM=xterm-256color
LC_ALL=C.UTF-8
TZ=UTC
ESCDELAY=50
export HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME TERM LC_ALL TZ ESCDELAY
unset NO_COLOR COLUMNS LINES TMUX TMUX_PANE SSH_CONNECTION SSH_TTY LANGUAGE
# Somebody who was here before: who is new is offered a tour (tour.test).
mkdir -p "$HOME" "$XDG_STATE_HOME/lectern"

# shellcheck disable=SC2034 # for whoever sources this
kites=$top_srcdir/tests/cli/kites
patience=400 # times 50 ms

if [ -z "${TMUX_PROG-}" ]; then
	skip "a terminal" "no tmux"
	finish
fi

# A server and a folder for each program, so that none meets the end of the one
# before.
run=$tmp/run0
runs=0
tm() {
	"$TMUX_PROG" -u -S "$run/socket" -f /dev/null "$@"
}

close_screen() {
	[ -d "$run" ] || return 0
	tm kill-server 2>"$tmp/tmux.err"
	[ ! -f "$run/pid" ] || kill -9 "$(cat "$run/pid")" 2>"$tmp/tmux.err"
	rm -rf "$run"
}
trap 'close_screen; rm -rf "$tmp"' EXIT

# What the terminal runs: a program, and then what a shell would find.
cat >"$tmp/job" <<'X'
run=$1
shift
stty -g >"$run/modes"
sh -c 'echo $$ >"$1/pid.new"; mv "$1/pid.new" "$1/pid"; shift; exec "$@"' \
    sh "$run" "$@"
echo $? >"$run/status.new"
stty -g >"$run/modes.after"
mv "$run/status.new" "$run/status"
echo "back in the shell"
exec cat
X

# open_screen COLSxROWS COMMAND...
open_screen() {
	close_screen
	runs=$((runs + 1))
	run=$tmp/run$runs
	mkdir "$run"
	size=$1
	shift
	tm start-server \; set -g status off \; new-session -d \
	    -x "${size%x*}" -y "${size#*x}" \
	    env TERM="$TERM" sh "$tmp/job" "$run" "$@"
}

# Keys by tmux's names, and text as it stands.
keys() {
	tm send-keys "$@"
}
text() {
	tm send-keys -l "$1"
}

resize() {
	tm resize-window -x "${1%x*}" -y "${1#*x}"
}

# The screen as text, its rows from 1 on; it fails where there is none.
screen() {
	tm capture-pane -p
}
look() {
	screen >"$tmp/screen"
}

# eventually COMMAND...: waits for its success, unless there is no terminal.
eventually() {
	tries=0
	until "$@" >"$tmp/try.out" 2>&1; do
		tries=$((tries + 1))
		if [ "$tries" -ge "$patience" ] || ! look 2>"$tmp/tmux.err"; then
			cat "$tmp/try.out"
			echo "the screen:"
			screen
			return 1
		fi
		sleep 0.05
	done
}

screen_has() {
	look && grep -qE -- "$1" "$tmp/screen"
}
screen_lacks() {
	look && ! grep -qE -- "$1" "$tmp/screen"
}
shows() {
	eventually screen_has "$1"
}
hides() {
	eventually screen_lacks "$1"
}

# starts REGEX: the first line of text is so, the one below the header.
first_line_has() {
	look && sed -n 2p "$tmp/screen" | grep -qE -- "$1"
}
starts() {
	eventually first_line_has "$1"
}

# same_screen FILE: it looks as it did when "screen >FILE" was run.
is_screen() {
	look && diff "$1" "$tmp/screen"
}
same_screen() {
	eventually is_screen "$1"
}
is_other_screen() {
	look && ! diff "$1" "$tmp/screen"
}
other_screen() {
	eventually is_other_screen "$1"
}

# settled: it stays as it is for a moment.
is_settled() {
	look && cp "$tmp/screen" "$tmp/before" && sleep 0.3 && look &&
	    cmp "$tmp/before" "$tmp/screen"
}
settled() {
	eventually is_settled
}

# The program's process, whatever shell it was started by.
running() {
	eventually test -f "$run/pid" >"$tmp/out" && cat "$run/pid"
}
send() {
	kill "-$1" "$(running)"
}

# ended: it did, in whatever way.
# line_dies: the terminal goes away, and what ran in it ends.
# ends_with STATUS: it ends by itself, and leaves the terminal as it was: its
# modes and its first screen.
restored() {
	echo "modes before and after:"
	cat "$run/modes" "$run/modes.after"
	cmp "$run/modes" "$run/modes.after" &&
	    [ "$(tm display-message -p '#{alternate_on}#{cursor_flag}')" = 01 ]
}
gone() {
	! kill -0 "$1" || grep '^State:.*Z' "/proc/$1/status"
}
line_dies() {
	pid=$(running)
	tm kill-session
	tries=0
	until gone "$pid" 2>"$tmp/tmux.err"; do
		tries=$((tries + 1))
		[ "$tries" -lt "$patience" ] || return 1
		sleep 0.05
	done
}
ended() {
	eventually test -f "$run/status"
}
ends_with() {
	ended || return 1
	echo "status $(cat "$run/status")"
	[ "$(cat "$run/status")" -eq "$1" ] && restored &&
	    shows 'back in the shell'
}
