# SPDX-License-Identifier: ISC
# The whole program in a terminal: journeys in tmux, whose screen can be read,
# and pseudo-terminals of every kind, whose bytes can.
shell_tests += \
	%D%/ascii.test \
	%D%/kill.test \
	%D%/links.test \
	%D%/mouse.test \
	%D%/notes.test \
	%D%/notices.test \
	%D%/quiz.test \
	%D%/read.test \
	%D%/resume.test \
	%D%/signals.test \
	%D%/slow.test \
	%D%/ssh.test \
	%D%/tmux.test \
	%D%/tour.test
EXTRA_DIST += %D%/screen.sh

# A slow line, for slow.test.
check_PROGRAMS += %D%/slowline
%C%_slowline_SOURCES = %D%/slowline.c
%C%_slowline_LDADD = -lutil

if HAVE_CMOCKA
check_PROGRAMS += %D%/test_terminals
TESTS += %D%/test_terminals
endif
%C%_test_terminals_SOURCES = %D%/test_terminals.c \
	tests/unit/pty_session.c tests/unit/pty_session.h tests/unit/unit.h
%C%_test_terminals_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) \
	-I$(top_srcdir)/tests/unit
%C%_test_terminals_LDADD = $(base_libs) $(CMOCKA_LIBS) -lutil
