# shellcheck shell=sh
# SPDX-License-Identifier: ISC
# cli.sh - lectern from the command line, for tests; sourced after tap.sh
#
#	check "it prints" gives 0 "$LECTERN" print "$kites"
#	check "the title" has out '^Kites'
#
# Commands read nothing, or what "say" has put down for the next one; what they
# write is in $tmp/out and $tmp/err.  Nothing of the user's is read or touched.
: "${tmp:?}" "${top_srcdir:?}" "${LECTERN:?}"
HOME=$tmp/home
XDG_STATE_HOME=$HOME/state
XDG_DATA_HOME=$HOME/data
XDG_CONFIG_HOME=$HOME/config
LC_ALL=C.UTF-8
TZ=UTC
export HOME XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME LC_ALL TZ
unset NO_COLOR COLUMNS LINES TERM LANGUAGE
mkdir -p "$HOME"

# shellcheck disable=SC2034 # for whoever sources this
kites=$top_srcdir/tests/cli/kites
: >"$tmp/in"

# Everything that lectern writes to must have an end.
limited() {
	timeout 60 "$@"
}

# say TEXT: the next command reads this, with printf's escapes.
say() {
	# shellcheck disable=SC2059
	printf "$1" >"$tmp/in"
}

# run COMMAND...: sets $status.
run() {
	status=0
	limited "$@" <"$tmp/in" >"$tmp/out" 2>"$tmp/err" || status=$?
	: >"$tmp/in"
}

# What happened, for whoever reads why a test failed.
tell() {
	echo "status $status; out:"
	cat -v "$tmp/out"
	echo "err:"
	cat -v "$tmp/err"
}

# gives STATUS COMMAND...
gives() {
	want=$1
	shift
	run "$@"
	tell
	[ "$status" -eq "$want" ]
}

# gives_not STATUS COMMAND...: another one, and no crash.
gives_not() {
	want=$1
	shift
	run "$@"
	tell
	[ "$status" -ne "$want" ] && [ "$status" -lt 124 ]
}

# has out|err REGEX
has() {
	tell
	grep -qE -- "$2" "$tmp/$1"
}

# lacks out|err REGEX
lacks() {
	tell
	! grep -qE -- "$2" "$tmp/$1"
}

# lines out|err N
lines() {
	tell
	[ "$(wc -l <"$tmp/$1")" -eq "$2" ]
}

# counts N out|err REGEX: so many lines have it.
counts() {
	tell
	[ "$(grep -cE -- "$3" "$tmp/$2")" -eq "$1" ]
}

# The last line of what was written.
ends() {
	tell
	tail -n 1 "$tmp/$1" | grep -qE -- "$2"
}

# Nothing in the file can steer a terminal: no C0 but newlines, no DEL, no C1,
# no bidirectional controls, no tags.
clean() {
	cat -v "$1"
	[ "$(tr -d '\n\040-\176\200-\377' <"$1" | wc -c)" -eq 0 ] || return 1
	! LC_ALL=C grep -qE "$(printf \
	    '\302[\200-\237]|\342\200[\216\217\252-\256]|\342\201[\246-\251]|\363\240[\200\201]')" "$1"
}

harmless() {
	clean "$tmp/out" && clean "$tmp/err"
}

# A usage or other error: this status, nothing on standard output, one harmless
# line on standard error.
refuses() {
	gives "$@" && [ ! -s "$tmp/out" ] && lines err 1 && harmless
}

# full COMMAND...: where nothing can be written it says so, and fails.
full() {
	status=0
	: >"$tmp/out"
	limited "$@" >/dev/full 2>"$tmp/err" </dev/null || status=$?
	tell
	[ "$status" -eq 1 ] && lines err 1 && has err 'cannot write'
}
