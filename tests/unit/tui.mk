# SPDX-License-Identifier: ISC
unit_tests += %D%/test_cmd
%C%_test_cmd_SOURCES = %D%/test_cmd.c %D%/unit.h
%C%_test_cmd_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_cmd_LDADD = $(tui_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_tui_parts
%C%_test_tui_parts_SOURCES = %D%/test_tui_parts.c %D%/read_doc.h %D%/unit.h
%C%_test_tui_parts_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_tui_parts_LDADD = $(tui_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_page
%C%_test_page_SOURCES = %D%/test_page.c %D%/read_doc.h %D%/unit.h
%C%_test_page_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_page_LDADD = $(tui_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_place
%C%_test_place_SOURCES = %D%/test_place.c %D%/read_doc.h %D%/unit.h
%C%_test_place_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_place_LDADD = $(course_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_study
%C%_test_study_SOURCES = %D%/test_study.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_study_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) \
	-DTOP_SRCDIR='"$(abs_top_srcdir)"'
%C%_test_study_LDADD = $(tui_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_config
%C%_test_config_SOURCES = %D%/test_config.c %D%/unit.h
%C%_test_config_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_config_LDADD = $(tui_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_try
%C%_test_try_SOURCES = %D%/test_try.c $(quiz_fixture)
%C%_test_try_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_try_LDADD = $(tui_libs) $(CMOCKA_LIBS)
