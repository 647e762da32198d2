# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES = \
	%D%/canvas.c %D%/canvas.h \
	%D%/curses.c \
	%D%/guard.c %D%/guard.h \
	%D%/keyboard.c %D%/keyboard.h \
	%D%/key.c %D%/key.def %D%/key.h \
	%D%/look.c %D%/look.h \
	%D%/osc52.c %D%/osc52.h \
	%D%/osc8.c %D%/osc8.h \
	%D%/probe.c \
	%D%/script.c %D%/script.h \
	%D%/term.c %D%/term.h \
	%D%/terminfo.c %D%/terminfo.h \
	%D%/termtype.c %D%/termtype.h \
	%D%/tty.c %D%/tty.h
src_libterm_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
term_libs = src/libterm.a $(text_libs) $(NCURSES_LIBS)
