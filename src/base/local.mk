# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libbase.a
src_libbase_a_SOURCES = \
	%D%/arena.c %D%/arena.h %D%/block.h \
	%D%/buf.c %D%/buf.h \
	%D%/diag.c %D%/diag.def %D%/diag.h \
	%D%/file.c %D%/file.h \
	%D%/vec.c %D%/vec.h \
	%D%/xalloc.c %D%/xalloc.h
base_libs = src/libbase.a
