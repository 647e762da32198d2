# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtui.a
src_libtui_a_SOURCES = \
	%D%/app.c %D%/app.h \
	%D%/bar.c %D%/bar.h \
	%D%/closed.c %D%/closed.h \
	%D%/cmd.c %D%/cmd.def %D%/cmd.h \
	%D%/config.c %D%/config.h %D%/set.def \
	%D%/contents.c %D%/contents.h \
	%D%/copy.c %D%/copy.h \
	%D%/crumbs.c %D%/crumbs.h \
	%D%/edit.c %D%/edit.h \
	%D%/find.c \
	%D%/focus.c \
	%D%/help.c %D%/help.h \
	%D%/hints.c %D%/history.c \
	%D%/hits.c %D%/hits.h \
	%D%/jots.c \
	%D%/link_list.c %D%/link_list.h %D%/links.c \
	%D%/list.c %D%/list.h \
	%D%/margin.c %D%/margin.h %D%/marks.c \
	%D%/move.c \
	%D%/number.c \
	%D%/page.c %D%/page.h %D%/page_draw.c %D%/page_wide.c \
	%D%/palette.c %D%/palette.h \
	%D%/pane.c %D%/pane.h \
	%D%/peek.c \
	%D%/picker.c %D%/picker.h \
	%D%/prompt.c %D%/prompt.h \
	%D%/quiz.c %D%/quiz.h %D%/quiz_state.h \
	%D%/quiz_ask.c %D%/quiz_draw.c %D%/quiz_keys.c \
	%D%/quiz_exam.c %D%/quiz_ways.c \
	%D%/quiz_try.c %D%/quiz_try.h \
	%D%/quiz_run.c %D%/quiz_run.h \
	%D%/quiz_folder.c %D%/quiz_folder.h \
	%D%/quiz_menu.c %D%/quiz_menu.h \
	%D%/quiz_page.c %D%/quiz_page.h \
	%D%/quiz_sheet.c %D%/quiz_sheet.h %D%/quiz_told.c \
	%D%/reader.c %D%/reader.h %D%/reader_draw.c \
	%D%/recall.c %D%/refs.c %D%/refs.h %D%/resume.c \
	%D%/results.c %D%/results.h \
	%D%/search.c %D%/search.h \
	%D%/select.c \
	%D%/scores.c %D%/scores.h \
	%D%/study.c %D%/study.h %D%/study_state.h \
	%D%/study_menu.c %D%/study_resume.c \
	%D%/traces.c %D%/tui.h \
	%D%/wide.c
tui_libs = src/libtui.a src/libterm.a $(NCURSES_LIBS) $(course_libs)
