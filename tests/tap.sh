# shellcheck shell=sh
# SPDX-License-Identifier: ISC
# tap.sh - what a shell test needs to print TAP
#
#	. "$top_srcdir/tests/tap.sh"
#	check "two and two are four" test $((2 + 2)) -eq 4
#	skip "colours" "no terminal"
#	finish
#
# check runs a command: its success is the result, and what it printed is shown
# where it fails.  The test's own folder for files is "$tmp", removed at the
# end.
tap_count=0
tmp=$(mktemp -d "${TMPDIR:-/tmp}/lectern-test.XXXXXX") || exit 99
trap 'rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM

# Turn what a command printed into TAP comments.
tap_comment() {
	sed 's/^/# /'
}

# check NAME COMMAND...
check() {
	tap_count=$((tap_count + 1))
	tap_name=$1
	shift
	if "$@" >"$tmp/tap.out" 2>&1; then
		echo "ok $tap_count - $tap_name"
	else
		echo "not ok $tap_count - $tap_name"
		tap_comment <"$tmp/tap.out"
	fi
}

# skip NAME WHY
skip() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# Does COMMAND fail?  For a test of a test.
fails() {
	! "$@"
}

# Does COMMAND succeed and print nothing?  For checkers that print faults.
silent() {
	silent_out=$("$@") || return 1
	[ -z "$silent_out" ] || echo "$silent_out"
	[ -z "$silent_out" ]
}

finish() {
	echo "1..$tap_count"
	exit 0
}
