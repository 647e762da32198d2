# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtui.a
src_libtui_a_SOURCES =
tui_libs = src/libtui.a src/libterm.a $(NCURSES_LIBS) $(course_libs)
