# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcourse.a
src_libcourse_a_SOURCES = \
	%D%/classbook.c %D%/classbook.h \
	%D%/classbook_items.c %D%/classbook_state.h \
	%D%/course.c %D%/course.h \
	%D%/history.c %D%/history.h \
	%D%/craft.c %D%/craft.h \
	%D%/history_settle.c %D%/history_state.h \
	%D%/notes.c %D%/notes.h %D%/notes_file.c %D%/notes_text.c \
	%D%/pace.c %D%/pace.h \
	%D%/place.c %D%/place.h \
	%D%/progress.c %D%/progress.h \
	%D%/putaway.c %D%/putaway.h \
	%D%/scorepage.c %D%/scorepage.h \
	%D%/scorepage_charts.c %D%/scorepage_parts.h \
	%D%/broken.c %D%/broken.h \
	%D%/sitting_resume.c %D%/sitting_state.h \
	%D%/reading.c %D%/reading.h \
	%D%/sitting.c %D%/sitting.h
course_libs = src/libcourse.a src/libscore.a src/libquiz.a src/liblayout.a \
	$(JANSSON_LIBS) $(ZLIB_LIBS) $(doc_libs)
