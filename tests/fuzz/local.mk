# SPDX-License-Identifier: ISC
# Targets of libFuzzer, which "make" leaves out.  With clang:
#
#	configure CC=clang --enable-fuzzers && make tests/fuzz/fuzz_xml
#	tests/fuzz/fuzz_xml -max_len=4096 FOLDER-OF-DOCUMENTS
#
# Inputs to begin with are in seeds/TARGET; for fuzz_xml and fuzz_doc they are
# the documents of tests/golden, for fuzz_quiz those of tests/golden/quiz too.
EXTRA_PROGRAMS += \
	%D%/fuzz_doc %D%/fuzz_quiz %D%/fuzz_score %D%/fuzz_search %D%/fuzz_xml

%C%_fuzz_doc_SOURCES = %D%/fuzz_doc.c %D%/fuzz.h
%C%_fuzz_doc_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_doc_LDADD = $(layout_libs)

%C%_fuzz_quiz_SOURCES = %D%/fuzz_quiz.c %D%/fuzz.h
%C%_fuzz_quiz_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_quiz_LDADD = $(quiz_libs)

%C%_fuzz_score_SOURCES = %D%/fuzz_score.c %D%/fuzz.h
%C%_fuzz_score_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_score_LDADD = $(course_libs) -lm

%C%_fuzz_search_SOURCES = %D%/fuzz_search.c %D%/fuzz.h
%C%_fuzz_search_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_search_LDADD = $(text_libs)

%C%_fuzz_xml_SOURCES = %D%/fuzz_xml.c %D%/fuzz.h
%C%_fuzz_xml_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_xml_LDADD = $(xml_libs)
