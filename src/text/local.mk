# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES =
text_libs = src/libtext.a $(base_libs) $(UNISTRING_LIBS)
