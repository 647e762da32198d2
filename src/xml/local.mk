# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libxml.a
src_libxml_a_SOURCES = \
	%D%/child.c %D%/child.h \
	%D%/dtd.c \
	%D%/entities.c %D%/entities.def %D%/entities.h \
	%D%/expand.c \
	%D%/fault.c \
	%D%/fence.c %D%/fence.h \
	%D%/feed.c %D%/feed.h \
	%D%/folder.c %D%/folder.h \
	%D%/frame.c %D%/frame.h \
	%D%/include.c %D%/include.h \
	%D%/input.c %D%/input.h \
	%D%/jail.c %D%/jail.h \
	%D%/mend.c \
	%D%/names.c %D%/names.h \
	%D%/place.c %D%/place.h \
	%D%/ring.c %D%/ring.h \
	%D%/sax.c \
	%D%/select.c %D%/select.h \
	%D%/splice.c %D%/splice.h \
	%D%/stream.c %D%/stream.h \
	%D%/tag.c \
	%D%/wire.c %D%/wire.h \
	%D%/wire_reader.c \
	%D%/xml.h
src_libxml_a_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
xml_libs = src/libxml.a $(text_libs) $(LIBXML_LIBS)
