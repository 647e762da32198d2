# SPDX-License-Identifier: ISC
# Not part of "make check": figures are for people, and for a quiet machine.
bench_programs = %D%/book %D%/cputime %D%/floor_curses %D%/floor_sax \
	%D%/ptytime %D%/pull %D%/scores
EXTRA_PROGRAMS = $(bench_programs)
CLEANFILES += $(bench_programs)
EXTRA_DIST += %D%/bench.sh

%C%_book_SOURCES = %D%/book.c
%C%_cputime_SOURCES = %D%/cputime.c
%C%_ptytime_SOURCES = %D%/ptytime.c
%C%_ptytime_LDADD = -lutil
%C%_pull_SOURCES = %D%/pull.c
%C%_pull_LDADD = $(xml_libs)
%C%_scores_SOURCES = %D%/scores.c
%C%_scores_CPPFLAGS = $(AM_CPPFLAGS) $(ZLIB_CFLAGS)
%C%_scores_LDADD = $(course_libs) -lm
%C%_floor_sax_SOURCES = %D%/floor_sax.c
%C%_floor_sax_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
%C%_floor_sax_LDADD = $(LIBXML_LIBS)
%C%_floor_curses_SOURCES = %D%/floor_curses.c
%C%_floor_curses_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
%C%_floor_curses_LDADD = $(NCURSES_LIBS)

# A learner who forgets, drilled by lectern and by a fixed schedule: no figures of
# this machine, so it is a test as well.
check_PROGRAMS += %D%/learner
%C%_learner_SOURCES = %D%/learner.c
%C%_learner_LDADD = $(quiz_libs) -lm
TESTS += %D%/learner.test
EXTRA_DIST += %D%/learner.test

bench: lectern $(bench_programs)
	@LECTERN='$(abs_top_builddir)/lectern' LC_ALL=C.UTF-8 \
	top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)' \
	$(SHELL) $(srcdir)/tests/bench/bench.sh
.PHONY: bench
