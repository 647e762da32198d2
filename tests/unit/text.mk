# SPDX-License-Identifier: ISC
unit_tests += %D%/test_utf8
%C%_test_utf8_SOURCES = %D%/test_utf8.c %D%/unit.h
%C%_test_utf8_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_utf8_LDADD = $(text_libs) $(CMOCKA_LIBS)
unit_tests += %D%/test_width
%C%_test_width_SOURCES = %D%/test_width.c %D%/unit.h
%C%_test_width_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_width_LDADD = $(text_libs) $(CMOCKA_LIBS)
unit_tests += %D%/test_breaks
%C%_test_breaks_SOURCES = %D%/test_breaks.c %D%/unit.h
%C%_test_breaks_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_breaks_LDADD = $(text_libs) $(CMOCKA_LIBS)
unit_tests += %D%/test_rich
%C%_test_rich_SOURCES = %D%/test_rich.c %D%/unit.h
%C%_test_rich_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_rich_LDADD = $(text_libs) $(CMOCKA_LIBS)
