# SPDX-License-Identifier: ISC
unit_tests += %D%/test_day
%C%_test_day_SOURCES = %D%/test_day.c %D%/unit.h
%C%_test_day_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_day_LDADD = $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_event
%C%_test_event_SOURCES = %D%/test_event.c %D%/unit.h
%C%_test_event_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(ZLIB_CFLAGS)
%C%_test_event_LDADD = $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_log
%C%_test_log_SOURCES = %D%/test_log.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_log_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_log_LDADD = $(score_libs) $(CMOCKA_LIBS)
