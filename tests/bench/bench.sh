#!/bin/sh
# SPDX-License-Identifier: ISC
# How fast lectern is: one table of what was measured, what it is held against
# in the same run, and the limit.
#
#	make bench			a book of 12 MB, made here; with
#					LECTERN_SHARED the PostgreSQL manual too
#	make bench BENCH_BOOK=FILE	a book of your own: BENCH_TITLE is in its
#					title, BENCH_RARE a word near its end
#	make bench BENCH_LARGE=1	and one 16 times as large
#	make bench BENCH_COUNT=1	instructions too, with valgrind: slow, and
#					the same on a busy machine
#
# Times are processor time, of all processes of a program, where it does not say
# "wall"; each is the least of BENCH_ROUNDS rounds (default 7), in which both
# sides of a ratio run in turn.  Where other programs keep the machine busy, a
# row of wall time that is over its limit says so, and does not count.  The exit
# status is 1 if a limit is passed.
set -u
: "${LECTERN:?}" "${top_builddir:?}" "${top_srcdir:?}"

bin=$top_builddir/tests/bench
rounds=${BENCH_ROUNDS:-7}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export TERM=xterm-256color XDG_STATE_HOME="$work/state" HOME="$work" \
    LECTERN_PATH="$top_srcdir/content"
over=0
load=0
[ ! -r /proc/loadavg ] || load=$(cut -d ' ' -f 1 /proc/loadavg)
echo ':quit' >"$work/quit.keys"

# head TEXT: begins a part of the table
head_row() {
	printf '\n%-46s %12s  %-26s %8s\n' "$1" measured ratio limit
}

# row WHAT FIGURE UNIT LIMIT [FLOOR NAME]: the limit is of the figure, or of its
# ratio to a floor
row() {
	awk -v what="$1" -v figure="$2" -v unit="$3" -v limit="$4" \
	    -v floor="${5:-}" -v name="${6:-}" -v load="$load" 'BEGIN {
		value = floor == "" ? figure : floor > 0 ? figure / floor : 0
		ratio = floor == "" ? "" : sprintf("%5.2f x %s", value, name)
		form = unit == "ms" || unit == "MB" || unit == "s" ? "%.1f %s" : "%d %s"
		if (unit == "s")
			form = "%.2f %s"
		bad = figure == "" || value > limit + 0
		busy = bad && what ~ /wall/ && load > 0.3
		printf "  %-44s %12s  %-26s %8s  %s\n", what,
		    figure == "" ? "nothing" : sprintf(form, figure, unit),
		    ratio, "<= " limit, busy ? "busy" : bad ? "OVER" : "ok"
		exit bad && !busy
	}' || over=$((over + 1))
}

# least NAME FILE: the least value of NAME=value in a file; NAME is a pattern
least() {
	tr ' ' '\n' <"$2" | sed -n "s/^$1=//p" | sort -g | head -n 1
}

# times NAME FILE COMMAND...: adds NAME_cpu and NAME_wall, in ms, to a file
times() {
	name=$1
	to=$2
	shift 2
	"$bin/cputime" "$@" | sed "s/\(.*\) \(.*\)/${name}_cpu=\1 ${name}_wall=\2/" >>"$to"
}

# on_screen ...: ptytime, for somebody who has never read anything
on_screen() {
	rm -rf "$work/state"
	"$bin/ptytime" "$@"
}

# mb KB
mb() {
	echo "$1" | awk '{ print $1 / 1000 }'
}

# instructions COMMAND...: in millions, with the parser in the same process
instructions() {
	LECTERN_PARSER=inside valgrind --tool=callgrind \
	    --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
	    sed -n 's/.*Collected : //p' | awk '{ print $1 / 1e6 }'
}

# What is typed first, as keys 2 to 10, and last.
lines_and_pages='j j j <32> <32> <32> <32> <32> <32>'
ahead='30*<32> ^81x24 ^80x24 ~1500'

# keys_rows FILE N: what they cost and send; $ahead begins with key N
keys_rows() {
	row 'line down, to the paint' "$(least 'k[234]_us' "$1")" us 300
	row 'page down, to the paint' "$(least 'k\([5-9]\|10\)_us' "$1")" us 300
	row 'line down, sent' "$(least 'k[234]_bytes' "$1")" B 100
	row 'page down, sent' "$(least 'k\([5-9]\|10\)_bytes' "$1")" B 1300
	row '30 pages typed ahead, sent: one paint' \
	    "$(least "k$2_bytes" "$1")" B 1.3 \
	    "$(least "k$(($2 + 2))_bytes" "$1")" 'that page anew'
	row 'idle for 1.5 s, wake-ups' "$(least "k$(($2 + 3))_wakes" "$1")" '' 0
}

# measure WHAT BOOK TITLE RARE [KEYS]: all that is measured on one book; KEYS is
# empty for one whose pages are not like those of others
measure() {
	book=$2
	out=$work/$1
	text=$("$LECTERN" print "$book" | wc -c)
	i=0
	while [ "$i" -lt "$rounds" ]; do
		i=$((i + 1))
		times sax "$out" "$bin/floor_sax" "$book"
		times pull "$out" "$bin/pull" "$book"
		times whole "$out" "$LECTERN" "$book" --script "$work/quit.keys"
		times print "$out" "$LECTERN" print "$book"
		on_screen "$3" "~700 $lines_and_pages ] ] G g G g \
		    /$4<13> ^132x43 ^80x24 ^132x43 ^80x24 g $ahead" \
		    "$LECTERN" "$book" >>"$out"
	done
	size=$(wc -c <"$book")
	head_row "$1, $(mb $((size / 1000))) MB of XML"
	row 'first screen, wall' "$(least paint "$out")" ms 1.3 \
	    "$(least paint "$work/small")" 'the small article'
	row 'parsed in the child, read, nothing built' \
	    "$(least pull_cpu "$out")" ms 2 "$(least sax_cpu "$out")" SAX2
	row 'complete in memory' "$(least whole_cpu "$out")" ms 3 \
	    "$(least sax_cpu "$out")" SAX2
	row 'complete in memory, wall' "$(least whole_wall "$out")" ms 2.5 \
	    "$(least sax_wall "$out")" 'SAX2, wall'
	row 'printed as text' "$(least print_cpu "$out")" ms 10 \
	    "$(least sax_cpu "$out")" SAX2
	if [ -n "${BENCH_COUNT:-}" ]; then
		sax=$(instructions "$bin/floor_sax" "$book")
		row 'complete, million instructions' "$(instructions \
		    "$LECTERN" "$book" --script "$work/quit.keys")" M 3 \
		    "$sax" SAX2
		row 'printed, million instructions' "$(instructions \
		    "$LECTERN" print "$book")" M 10 "$sax" SAX2
	fi
	row 'memory, searched and all' "$(mb "$(least rss "$out")")" MB 4 \
	    "$(mb $((text / 1000)))" 'its text'
	row 'section jump' "$(least 'k1[12]_us' "$out")" us 1000
	row 'end of the book' "$(least 'k1[35]_us' "$out")" us 1000
	row 'back to its beginning' "$(least 'k1[46]_us' "$out")" us 1000
	row 'first search, a rare word, all counted' \
	    "$(least k17_us "$out")" us 15000
	row 'resize to 132x43' "$(least 'k\(18\|20\)_us' "$out")" us 1000
	[ -z "$5" ] || keys_rows "$out" 23
}

i=0
while [ "$i" -lt $((3 * rounds)) ]; do
	i=$((i + 1))
	on_screen floor '' "$bin/floor_curses" >>"$work/floor"
	on_screen 'release: before' j "$LECTERN" psoas >>"$work/small"
done
i=0
while [ "$i" -lt "$rounds" ]; do
	i=$((i + 1))
	on_screen 'release: before' "~300 $lines_and_pages g $ahead" \
	    "$LECTERN" psoas >>"$work/keys"
done
head_row 'A small article, 40 KB of XML'
row 'first screen, wall' "$(least paint "$work/small")" ms 4 \
    "$(least paint "$work/floor")" 'empty ncurses'
keys_rows "$work/keys" 12

if [ -n "${BENCH_BOOK:-}" ]; then
	measure 'The book' "$BENCH_BOOK" "${BENCH_TITLE:-}" \
	    "${BENCH_RARE:-quagga}" keys
else
	"$bin/book" 12 >"$work/book.xml"
	measure 'A book made here' "$work/book.xml" 'large book' quagga ''
	manual=${LECTERN_SHARED:-/nowhere}/corpus/docbook/single/postgres15.xml
	[ ! -r "$manual" ] || measure 'The PostgreSQL manual' "$manual" \
	    'PostgreSQL 15' relabelfrom keys
fi

if [ -n "${BENCH_LARGE:-}" ]; then
	"$bin/book" 192 >"$work/huge.xml"
	mv "$work/small" "$work/small.kept"
	cp "$work/A book made here" "$work/small" 2>/dev/null ||
	    cp "$work/The book" "$work/small"
	huge=$work/huge
	i=0
	while [ "$i" -lt 4 ]; do
		i=$((i + 1))
		times sax "$huge" "$bin/floor_sax" "$work/huge.xml"
		times whole "$huge" "$LECTERN" "$work/huge.xml" \
		    --script "$work/quit.keys"
		times print "$huge" "$LECTERN" print "$work/huge.xml"
		on_screen 'large book' '~2000 j j j G /quagga<13>' "$LECTERN" \
		    "$work/huge.xml" >>"$huge"
	done
	text=$("$LECTERN" print "$work/huge.xml" | wc -c)
	head_row '16 such books in one, 192 MB of XML'
	row 'first screen, wall' "$(least paint "$huge")" ms 1.3 \
	    "$(least paint "$work/small")" 'one book'
	row 'complete in memory' "$(least whole_cpu "$huge")" ms 3 \
	    "$(least sax_cpu "$huge")" SAX2
	row 'printed as text' "$(least print_cpu "$huge")" ms 10 \
	    "$(least sax_cpu "$huge")" SAX2
	row 'memory, searched and all' "$(mb "$(least rss "$huge")")" MB 4 \
	    "$(mb $((text / 1000)))" 'its text'
	row 'line down, to the paint' "$(least 'k[234]_us' "$huge")" us 300
	row 'end of the book' "$(least k5_us "$huge")" us 1000
	row 'first search, a rare word, all counted' \
	    "$(least k6_us "$huge")" us 240000
fi

"$bin/scores" "$work" >"$work/scores"
head_row 'Scores'
row 'an answer on disk, wall' "$(least append "$work/scores")" us 1.2 \
    "$(least bare "$work/scores")" 'write, fdatasync'
row '"lectern scores" of 1,000,000 events, one file' \
    "$(least one "$work/scores")" s 0.4
row 'memory that it takes more' "$(least one_mb "$work/scores")" MB 100
row '"lectern report" of 1,000,000 events, 1000 files' \
    "$(least many "$work/scores")" s 0.4
row 'memory that it takes more' "$(least many_mb "$work/scores")" MB 10

echo
[ "$over" -eq 0 ] && echo 'All within their limits.' ||
    echo "$over over the limit."
[ "$over" -eq 0 ]
