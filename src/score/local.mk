# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libscore.a
src_libscore_a_SOURCES = \
	%D%/corrections.c %D%/corrections.h \
	%D%/crc.c %D%/crc.h \
	%D%/held.c %D%/held.h \
	%D%/day.c %D%/day.h \
	%D%/decode.c \
	%D%/event.c %D%/event.def %D%/event.h \
	%D%/field.def %D%/field.h \
	%D%/itemstats.c %D%/itemstats.h \
	%D%/lines.c %D%/lines.h \
	%D%/log.c %D%/log.h \
	%D%/logfile.c %D%/logfile.h \
	%D%/map.c %D%/map.h \
	%D%/name.c %D%/name.h \
	%D%/parse.c \
	%D%/replay.c %D%/replay.h \
	%D%/scan.c \
	%D%/seen.c %D%/seen.h \
	%D%/stream.c %D%/stream.h \
	%D%/sys.c %D%/sys.h \
	%D%/tail.c %D%/tail.h
src_libscore_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS) $(ZLIB_CFLAGS)
score_libs = src/libscore.a $(JANSSON_LIBS) $(ZLIB_LIBS) $(text_libs)
