# SPDX-License-Identifier: ISC
# Targets of libFuzzer, which "make" leaves out.  With clang:
#
#	configure CC=clang --enable-fuzzers && make tests/fuzz/fuzz_xml
#	tests/fuzz/fuzz_xml -max_len=4096 FOLDER-OF-DOCUMENTS
EXTRA_PROGRAMS += %D%/fuzz_xml
%C%_fuzz_xml_SOURCES = %D%/fuzz_xml.c
%C%_fuzz_xml_LDFLAGS = $(AM_LDFLAGS) $(FUZZ_LDFLAGS)
%C%_fuzz_xml_LDADD = $(xml_libs)
