# SPDX-License-Identifier: ISC
quiz_fixture = %D%/quiz_fixture.c %D%/quiz_fixture.h %D%/unit.h
quiz_cppflags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) \
	-DTOP_SRCDIR='"$(abs_top_srcdir)"'

unit_tests += %D%/test_answer
%C%_test_answer_SOURCES = %D%/test_answer.c $(quiz_fixture)
%C%_test_answer_CPPFLAGS = $(quiz_cppflags)
%C%_test_answer_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_bank
%C%_test_bank_SOURCES = %D%/test_bank.c $(quiz_fixture)
%C%_test_bank_CPPFLAGS = $(quiz_cppflags)
%C%_test_bank_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_craft
%C%_test_craft_SOURCES = %D%/test_craft.c $(quiz_fixture)
%C%_test_craft_CPPFLAGS = $(quiz_cppflags)
%C%_test_craft_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_draw
%C%_test_draw_SOURCES = %D%/test_draw.c $(quiz_fixture)
%C%_test_draw_CPPFLAGS = $(quiz_cppflags)
%C%_test_draw_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_grade
%C%_test_grade_SOURCES = %D%/test_grade.c $(quiz_fixture)
%C%_test_grade_CPPFLAGS = $(quiz_cppflags)
%C%_test_grade_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_loader
%C%_test_loader_SOURCES = %D%/test_loader.c $(quiz_fixture)
%C%_test_loader_CPPFLAGS = $(quiz_cppflags)
%C%_test_loader_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_session
%C%_test_session_SOURCES = %D%/test_session.c $(quiz_fixture)
%C%_test_session_CPPFLAGS = $(quiz_cppflags)
%C%_test_session_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_typed
%C%_test_typed_SOURCES = %D%/test_typed.c $(quiz_fixture)
%C%_test_typed_CPPFLAGS = $(quiz_cppflags)
%C%_test_typed_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_memory
%C%_test_memory_SOURCES = %D%/test_memory.c %D%/fsrs_reviews.def %D%/unit.h
%C%_test_memory_CPPFLAGS = $(quiz_cppflags)
%C%_test_memory_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_memory_shared
%C%_test_memory_shared_SOURCES = %D%/test_memory_shared.c %D%/unit.h
%C%_test_memory_shared_CPPFLAGS = $(quiz_cppflags) $(JANSSON_CFLAGS)
%C%_test_memory_shared_LDADD = $(quiz_libs) $(score_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_kinds
%C%_test_kinds_SOURCES = %D%/test_kinds.c $(quiz_fixture)
%C%_test_kinds_CPPFLAGS = $(quiz_cppflags)
%C%_test_kinds_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_made
%C%_test_made_SOURCES = %D%/test_made.c $(quiz_fixture)
%C%_test_made_CPPFLAGS = $(quiz_cppflags)
%C%_test_made_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_order
%C%_test_order_SOURCES = %D%/test_order.c $(quiz_fixture)
%C%_test_order_CPPFLAGS = $(quiz_cppflags)
%C%_test_order_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_property
%C%_test_property_SOURCES = %D%/test_property.c $(quiz_fixture)
%C%_test_property_CPPFLAGS = $(quiz_cppflags)
%C%_test_property_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_modes
%C%_test_modes_SOURCES = %D%/test_modes.c $(quiz_fixture)
%C%_test_modes_CPPFLAGS = $(quiz_cppflags)
%C%_test_modes_LDADD = $(quiz_libs) $(CMOCKA_LIBS)

shell_tests += tests/golden/quiz/plain.test tests/golden/quiz/schema.test
