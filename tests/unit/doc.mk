# SPDX-License-Identifier: ISC
unit_tests += %D%/test_elem
%C%_test_elem_SOURCES = %D%/test_elem.c %D%/unit.h
%C%_test_elem_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_elem_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_doc
%C%_test_doc_SOURCES = %D%/test_doc.c %D%/read_doc.h %D%/unit.h
%C%_test_doc_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_doc_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_index
%C%_test_index_SOURCES = %D%/test_index.c %D%/read_doc.h %D%/unit.h
%C%_test_index_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_index_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_vocab
%C%_test_vocab_SOURCES = %D%/test_vocab.c %D%/read_doc.h %D%/unit.h
%C%_test_vocab_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_vocab_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_gentext
%C%_test_gentext_SOURCES = %D%/test_gentext.c %D%/read_doc.h %D%/unit.h
%C%_test_gentext_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_gentext_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_xref
%C%_test_xref_SOURCES = %D%/test_xref.c %D%/read_doc.h %D%/unit.h
%C%_test_xref_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_xref_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_profile
%C%_test_profile_SOURCES = %D%/test_profile.c %D%/unit.h
%C%_test_profile_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_profile_LDADD = $(doc_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_valid
%C%_test_valid_SOURCES = %D%/test_valid.c %D%/unit.h
%C%_test_valid_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_valid_LDADD = $(doc_libs) $(CMOCKA_LIBS)
