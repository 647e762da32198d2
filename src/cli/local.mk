# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcli.a
src_libcli_a_SOURCES = \
	%D%/cli.c %D%/cli.def %D%/cli.h %D%/opt.def \
	%D%/cmd_check.c %D%/cmd_courses.c %D%/cmd_doctor.c \
	%D%/cmd_help.c %D%/cmd_print.c \
	%D%/cmd_quiz.c %D%/cmd_read.c %D%/cmd_report.c %D%/cmd_scores.c %D%/cmd_search.c %D%/cmd_tour.c \
	%D%/chosen.c %D%/chosen.h \
	%D%/common.c %D%/common.h \
	%D%/nearest.c %D%/nearest.h \
	%D%/ask.c %D%/ask_cmd.c %D%/ask_show.c %D%/ask_state.h \
	%D%/plain.h \
	%D%/plain_find.c %D%/plain_mine.c %D%/plain_note.c %D%/plain_view.c %D%/plain_move.c \
	%D%/plain_study.c %D%/plain_read.c %D%/plain_read.h %D%/plain_state.h \
	%D%/scores_out.c %D%/scores_out.h \
	%D%/screen.c %D%/screen.h
cli_libs = src/libcli.a $(tui_libs)
