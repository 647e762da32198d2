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

unit_tests += %D%/test_name
%C%_test_name_SOURCES = %D%/test_name.c %D%/unit.h
%C%_test_name_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_name_LDADD = $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_replay
%C%_test_replay_SOURCES = %D%/test_replay.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_replay_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(ZLIB_CFLAGS)
%C%_test_replay_LDADD = $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_itemstats
%C%_test_itemstats_SOURCES = %D%/test_itemstats.c %D%/unit.h
%C%_test_itemstats_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(JANSSON_CFLAGS)
%C%_test_itemstats_LDADD = $(score_libs) $(CMOCKA_LIBS) -lm

unit_tests += %D%/test_score_fault
%C%_test_score_fault_SOURCES = %D%/test_score_fault.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_score_fault_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_score_fault_LDADD = $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_score_race
%C%_test_score_race_SOURCES = %D%/test_score_race.c %D%/score_fixture.c \
	%D%/score_fixture.h %D%/unit.h
%C%_test_score_race_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_score_race_LDADD = $(score_libs) $(CMOCKA_LIBS)
