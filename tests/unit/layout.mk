# SPDX-License-Identifier: ISC
unit_tests += %D%/test_layout
%C%_test_layout_SOURCES = %D%/test_layout.c %D%/read_doc.h %D%/unit.h
%C%_test_layout_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_layout_LDADD = $(layout_libs) $(CMOCKA_LIBS)
