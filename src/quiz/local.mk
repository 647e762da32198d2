# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libquiz.a
src_libquiz_a_SOURCES =
quiz_libs = src/libquiz.a $(xml_libs)
