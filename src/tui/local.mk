# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtui.a
src_libtui_a_SOURCES = \
	%D%/app.c %D%/app.h \
	%D%/bar.c \
	%D%/cmd.c %D%/cmd.def %D%/cmd.h \
	%D%/contents.c %D%/contents.h \
	%D%/crumbs.c %D%/crumbs.h \
	%D%/edit.c %D%/edit.h \
	%D%/find.c \
	%D%/help.c %D%/help.h \
	%D%/history.c \
	%D%/links.c \
	%D%/list.c %D%/list.h \
	%D%/move.c \
	%D%/page.c %D%/page.h %D%/page_draw.c \
	%D%/palette.c %D%/palette.h \
	%D%/reader.c %D%/reader.h %D%/reader_draw.c \
	%D%/search.c %D%/search.h \
	%D%/tui.h
tui_libs = src/libtui.a src/libterm.a $(NCURSES_LIBS) $(course_libs)
