# SPDX-License-Identifier: ISC

unit_tests += %D%/test_notes
%C%_test_notes_SOURCES = %D%/test_notes.c %D%/read_doc.h %D%/unit.h
%C%_test_notes_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_notes_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_pace
%C%_test_pace_SOURCES = %D%/test_pace.c %D%/unit.h
%C%_test_pace_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_pace_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_history
%C%_test_history_SOURCES = %D%/test_history.c $(quiz_fixture)
%C%_test_history_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_history_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_history_property
%C%_test_history_property_SOURCES = %D%/test_history_property.c \
	%D%/read_doc.h %D%/score_fixture.c %D%/score_fixture.h %D%/unit.h
%C%_test_history_property_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_history_property_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_reading
%C%_test_reading_SOURCES = %D%/test_reading.c %D%/read_doc.h %D%/unit.h
%C%_test_reading_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_reading_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_broken
%C%_test_broken_SOURCES = %D%/test_broken.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_broken_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_broken_LDADD = $(course_libs) $(CMOCKA_LIBS)
