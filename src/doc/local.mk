# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libdoc.a
src_libdoc_a_SOURCES =
doc_libs = src/libdoc.a $(xml_libs)
