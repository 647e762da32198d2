# SPDX-License-Identifier: ISC
xml_dump = %D%/xml_dump.c %D%/xml_dump.h %D%/unit.h
xml_test_libs = $(xml_libs) $(CMOCKA_LIBS)
xml_test_flags = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)

unit_tests += %D%/test_xml
%C%_test_xml_SOURCES = %D%/test_xml.c $(xml_dump)
%C%_test_xml_CPPFLAGS = $(xml_test_flags)
%C%_test_xml_LDADD = $(xml_test_libs)

unit_tests += %D%/test_xml_files
%C%_test_xml_files_SOURCES = %D%/test_xml_files.c $(xml_dump)
%C%_test_xml_files_CPPFLAGS = $(xml_test_flags)
%C%_test_xml_files_LDADD = $(xml_test_libs)

unit_tests += %D%/test_xml_wire
%C%_test_xml_wire_SOURCES = %D%/test_xml_wire.c %D%/unit.h
%C%_test_xml_wire_CPPFLAGS = $(xml_test_flags)
%C%_test_xml_wire_LDADD = $(xml_test_libs)

unit_tests += %D%/test_folder
%C%_test_folder_SOURCES = %D%/test_folder.c %D%/unit.h
%C%_test_folder_CPPFLAGS = $(xml_test_flags)
%C%_test_folder_LDADD = $(xml_test_libs)

unit_tests += %D%/test_jail
%C%_test_jail_SOURCES = %D%/test_jail.c %D%/unit.h
%C%_test_jail_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_jail_LDADD = $(xml_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_ring
%C%_test_ring_SOURCES = %D%/test_ring.c %D%/unit.h
%C%_test_ring_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_ring_LDADD = $(xml_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_encodings
%C%_test_encodings_SOURCES = %D%/test_encodings.c %D%/unit.h
%C%_test_encodings_CPPFLAGS = $(xml_test_flags)
%C%_test_encodings_LDADD = $(xml_test_libs)
