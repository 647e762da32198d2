# SPDX-License-Identifier: ISC
unit_tests += %D%/test_base
%C%_test_base_SOURCES = %D%/test_base.c %D%/unit.h
%C%_test_base_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_base_LDADD = $(base_libs) $(CMOCKA_LIBS)
