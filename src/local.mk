# SPDX-License-Identifier: ISC
# One archive a layer, the lowest last on the link line: a call up the stack is
# a link error in that layer's unit test.  The order of these lines is the order
# of the layers, and tests/lint/layers.test reads it from here.
include src/base/local.mk
include src/text/local.mk
include src/xml/local.mk
include src/doc/local.mk
include src/layout/local.mk
include src/quiz/local.mk
include src/score/local.mk
include src/course/local.mk
include src/term/local.mk
include src/tui/local.mk
include src/cli/local.mk

bin_PROGRAMS += lectern
lectern_SOURCES = %D%/main.c
lectern_LDADD = $(cli_libs)
