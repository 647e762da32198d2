# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES = \
	%D%/ascii.c %D%/ascii.def %D%/ascii.h \
	%D%/bars.c %D%/bars.h \
	%D%/breaks.c %D%/breaks.h \
	%D%/exact.c %D%/exact.h \
	%D%/fold.c %D%/fold.h \
	%D%/match.c %D%/match.h \
	%D%/norm.c %D%/norm.h \
	%D%/records.c %D%/records.h \
	%D%/regex.c %D%/regex.h \
	%D%/rich.c %D%/rich.h \
	%D%/script.c %D%/script.h \
	%D%/utf8.c %D%/utf8.h \
	%D%/width.c %D%/width.h \
	%D%/wrap.c %D%/wrap.h
src_libtext_a_CPPFLAGS = $(AM_CPPFLAGS) $(PCRE2_CFLAGS)
text_libs = src/libtext.a $(base_libs) $(UNISTRING_LIBS) $(PCRE2_LIBS)
