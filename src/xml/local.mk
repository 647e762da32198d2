# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libxml.a
src_libxml_a_SOURCES =
src_libxml_a_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
xml_libs = src/libxml.a $(text_libs) $(LIBXML_LIBS)
