# SPDX-License-Identifier: ISC
TEST_EXTENSIONS = .test
TAP = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP)
TEST_LOG_DRIVER = $(TAP)
TEST_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	LC_ALL=C.UTF-8 TZ=UTC CMOCKA_MESSAGE_OUTPUT=TAP \
	LECTERN='$(abs_top_builddir)/lectern' TMUX_PROG='$(TMUX_PROG)' \
	MANDOC='$(MANDOC)' XMLLINT='$(XMLLINT)' SHELLCHECK='$(SHELLCHECK)' \
	LECTERN_PATH='$(abs_top_srcdir)/content' \
	srcdir='$(srcdir)' top_srcdir='$(abs_top_srcdir)' \
	top_builddir='$(abs_top_builddir)' ; \
	export LC_ALL TZ CMOCKA_MESSAGE_OUTPUT LECTERN TMUX_PROG MANDOC XMLLINT \
	SHELLCHECK LECTERN_PATH srcdir top_srcdir top_builddir ;

shell_tests =
unit_tests =

include tests/unit/base.mk
include tests/unit/text.mk
include tests/unit/xml.mk
include tests/unit/doc.mk
include tests/unit/layout.mk
include tests/unit/quiz.mk
include tests/unit/score.mk
include tests/unit/course.mk
include tests/unit/term.mk
include tests/unit/tui.mk
include tests/golden/local.mk
include tests/screen/local.mk
include tests/tty/local.mk
include tests/cli/local.mk
include tests/lint/local.mk

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
TESTS += $(shell_tests)
EXTRA_DIST += $(shell_tests)
