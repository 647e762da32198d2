# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/liblayout.a
src_liblayout_a_SOURCES = \
	%D%/builder.c %D%/builder.h \
	%D%/context.c %D%/context.h \
	%D%/elements.c \
	%D%/grid.c %D%/grid.h \
	%D%/inline.c %D%/inline.h \
	%D%/layout.c %D%/layout.h \
	%D%/lines.c %D%/lines.h \
	%D%/links.c \
	%D%/para.c %D%/para.h \
	%D%/synopsis.c \
	%D%/table.c %D%/table.h \
	%D%/unit.c %D%/unit.h \
	%D%/walk.h
layout_libs = src/liblayout.a $(doc_libs)
