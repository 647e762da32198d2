# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES =
src_libterm_a_CPPFLAGS = $(AM_CPPFLAGS) $(NCURSES_CFLAGS)
term_libs = src/libterm.a $(text_libs) $(NCURSES_LIBS)
