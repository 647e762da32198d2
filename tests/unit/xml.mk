# SPDX-License-Identifier: ISC
unit_tests += %D%/test_xml
%C%_test_xml_SOURCES = %D%/test_xml.c %D%/xml_dump.c %D%/xml_dump.h %D%/unit.h
%C%_test_xml_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_xml_LDADD = $(xml_libs) $(CMOCKA_LIBS)
