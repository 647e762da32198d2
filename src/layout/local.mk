# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/liblayout.a
src_liblayout_a_SOURCES =
layout_libs = src/liblayout.a $(doc_libs)
