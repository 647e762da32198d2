# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES = \
	%D%/ascii.c %D%/ascii.def %D%/ascii.h \
	%D%/breaks.c %D%/breaks.h \
	%D%/fold.c %D%/fold.h \
	%D%/match.c %D%/match.h \
	%D%/norm.c %D%/norm.h \
	%D%/rich.c %D%/rich.h \
	%D%/script.c %D%/script.h \
	%D%/utf8.c %D%/utf8.h \
	%D%/width.c %D%/width.h \
	%D%/wrap.c %D%/wrap.h
text_libs = src/libtext.a $(base_libs) $(UNISTRING_LIBS)
