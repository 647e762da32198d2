#!/bin/sh
# SPDX-License-Identifier: ISC
# How fast lectern is, as ratios to floors measured in the same run: reading XML
# with libxml2 and doing nothing, and an ncurses program that shows one line.
#
#	make bench			a book of 12 MB, made here
#	make bench BENCH_BOOK=FILE	a book of your own; BENCH_RARE is a word
#					that stands near its end
#	make bench BENCH_LARGE=1	and one 16 times as large
#
# Each row says what was measured, its floor, the ratio and the limit; the exit
# status is 1 if a limit is passed.  Times are the best of several runs.
set -u
: "${LECTERN:?}" "${top_builddir:?}" "${top_srcdir:?}"

bin=$top_builddir/tests/bench
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
export TERM=xterm-256color XDG_STATE_HOME="$work/state" HOME="$work" \
    LECTERN_PATH="$top_srcdir/content"
over=0

# best N COMMAND...: over N runs, least ms of processor time and least ms
best() {
	n=$1
	shift
	while [ "$n" -gt 0 ]; do
		n=$((n - 1))
		"$bin/cputime" "$@" || return 1
	done | awk 'NR == 1 || $1 < cpu { cpu = $1 }
	    NR == 1 || $2 < took { took = $2 }
	    END { print cpu, took }'
}

# field NAME LINE: a value of ptytime's
field() {
	echo "$2" | tr ' ' '\n' | sed -n "s/^$1=//p"
}

# least NAME LINES: the least value over several lines
least() {
	echo "$2" | tr ' ' '\n' | sed -n "s/^$1=//p" | sort -g | head -n 1
}

# row WHAT VALUE UNIT FLOOR LIMIT: LIMIT is of VALUE / FLOOR
row() {
	echo "$2 $4 $5" | awk -v what="$1" -v unit="$3" '{
		ratio = $2 > 0 ? $1 / $2 : 0
		bad = ratio > $3
		printf "%-44s %10.1f %-3s floor %8.1f  ratio %6.2f  limit %6.2f  %s\n",
		    what, $1, unit, $2, ratio, $3, bad ? "OVER" : "ok"
		exit bad
	}' || over=$((over + 1))
}

# runs N EXPECT KEYS COMMAND...: N lines of ptytime
runs() {
	n=$1
	shift
	while [ "$n" -gt 0 ]; do
		n=$((n - 1))
		"$bin/ptytime" "$@" || return 1
	done
}

book=${BENCH_BOOK:-$work/book.xml}
rare=${BENCH_RARE:-quagga}
[ -n "${BENCH_BOOK:-}" ] || "$bin/book" 12 >"$book"
title=${BENCH_TITLE:-large book}

floor=$(runs 7 floor '' "$bin/floor_curses")
small=$(runs 7 'release: before' 'j' "$LECTERN" psoas)
large=$(runs 5 "$title" "j ] G g /$rare<13> ^132x43 ^80x24 g" "$LECTERN" "$book")
sax=$(best 5 "$bin/floor_sax" "$book")
echo ':quit' >"$work/quit.keys"
whole=$(best 5 "$LECTERN" "$book" --script "$work/quit.keys")
print=$(best 3 "$LECTERN" print "$book")
text=$("$LECTERN" print "$book" | wc -c)
line=$(echo "$large" | head -n 1)

row 'first screen, article of 40 KB, to ncurses' \
    "$(least paint "$small")" ms "$(least paint "$floor")" 4
row 'first screen, book, to the article' \
    "$(least paint "$large")" ms "$(least paint "$small")" 1.3
row 'book complete and indexed, to SAX2' \
    "${whole#* }" ms "${sax#* }" 3
row 'the same, processor time of both processes' \
    "${whole% *}" ms "${sax% *}" 3
row 'book printed, to SAX2' "${print#* }" ms "${sax#* }" 10
row 'memory, to the text' "$(($(field rss "$line") * 1024))" B "$text" 4
row 'section jump, to 1 ms of processor' "$(least k2_us "$large")" us 1000 1
row 'end of the book' "$(least k3_us "$large")" us 1000 1
row 'back to its beginning' "$(least k4_us "$large")" us 1000 1
row 'search for a rare word, to 15 ms' "$(least k5_us "$large")" us 15000 1
row 'resize to 132x43' "$(least k6_us "$large")" us 1000 1
row 'line down, to 300 us' "$(least k1_us "$large")" us 300 1
row 'line down, bytes sent' "$(least k1_bytes "$large")" B 100 1.4

if [ -n "${BENCH_LARGE:-}" ]; then
	"$bin/book" 192 >"$work/huge.xml"
	huge=$(runs 2 'large book' 'G' "$LECTERN" "$work/huge.xml")
	row 'first screen, 16 books, to one' \
	    "$(least paint "$huge")" ms "$(least paint "$large")" 1.3
	row '16 books complete, to 16 times one' \
	    "$(least settled "$huge")" ms \
	    "$(least settled "$large" | awk '{ print $1 * 16 }')" 1.3
fi
[ "$over" -eq 0 ]
