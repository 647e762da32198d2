# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libscore.a
src_libscore_a_SOURCES =
src_libscore_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(ZLIB_CFLAGS)
score_libs = src/libscore.a $(JANSSON_LIBS) $(ZLIB_LIBS) $(quiz_libs)
