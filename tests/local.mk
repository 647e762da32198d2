# SPDX-License-Identifier: ISC
# Programs built with cmocka and shell scripts NAME.test, both printing TAP.
# A shell test reads its files from $top_srcdir, which may be read-only, runs
# "$LECTERN", and writes below a temporary folder of its own.
TEST_EXTENSIONS = .test
TAP = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
LOG_DRIVER = $(TAP)
TEST_LOG_DRIVER = $(TAP)
TEST_LOG_COMPILER = $(SHELL)
LOG_COMPILER = $(SHELL) $(top_srcdir)/tests/unit/run.sh

# The program under test; a wrapper may stand in for it.
LECTERN = $(abs_top_builddir)/lectern

# What the sanitizers find is an exit status that no test expects.
# What the terminal and the user's settings say must not reach a test, and what
# a test remembers must not reach the user.
test_home = $(abs_top_builddir)/tests/home
clean-local:
	rm -rf '$(test_home)'

AM_TESTS_ENVIRONMENT = \
	unset NO_COLOR COLUMNS LINES ESCDELAY SSH_CONNECTION SSH_TTY TMUX ; \
	LC_ALL=C.UTF-8 TZ=UTC CMOCKA_MESSAGE_OUTPUT=TAP \
	LECTERN='$(LECTERN)' LECTERN_PATH='$(abs_top_srcdir)/content' \
	TMUX_PROG='$(TMUX_PROG)' MANDOC='$(MANDOC)' XMLLINT='$(XMLLINT)' \
	SHELLCHECK='$(SHELLCHECK)' CC='$(CC)' \
	UNIT_WRAPPER='$(UNIT_WRAPPER)' HOME='$(test_home)' \
	XDG_CONFIG_HOME='$(test_home)/config' XDG_DATA_HOME='$(test_home)/data' \
	XDG_STATE_HOME='$(test_home)/state' \
	ASAN_OPTIONS=exitcode=99 UBSAN_OPTIONS=exitcode=99 \
	srcdir='$(srcdir)' top_srcdir='$(abs_top_srcdir)' \
	top_builddir='$(abs_top_builddir)' ; \
	export LC_ALL TZ CMOCKA_MESSAGE_OUTPUT LECTERN LECTERN_PATH TMUX_PROG \
	MANDOC XMLLINT SHELLCHECK CC UNIT_WRAPPER HOME XDG_CONFIG_HOME \
	XDG_DATA_HOME XDG_STATE_HOME ASAN_OPTIONS UBSAN_OPTIONS \
	srcdir top_srcdir top_builddir ;

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
include tests/corpus/local.mk
include tests/golden/local.mk
include tests/screen/local.mk
include tests/tty/local.mk
include tests/cli/local.mk
include tests/lint/local.mk
include tests/bench/local.mk
include tests/fuzz/local.mk

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
TESTS += $(unit_tests)
endif
TESTS += $(shell_tests)
EXTRA_DIST += $(shell_tests) %D%/tap.sh %D%/unit/run.sh %D%/valgrind.supp

# A folder in EXTRA_DIST brings what the tests have written there.
dist-hook:
	find '$(distdir)/tests' \( -name '*.log' -o -name '*.trs' \) \
		-exec rm -f {} +

# The same tests under valgrind: the unit tests themselves, but for those that
# stop and kill what they start, and the program in the golden tests.  Needs a
# build without sanitizers.
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full \
	--errors-for-leak-kinds=definite \
	--suppressions=$(abs_top_srcdir)/%D%/valgrind.supp
check-valgrind: all $(unit_tests)
	printf '#!/bin/sh\nexec %s "%s" "$$@"\n' '$(VALGRIND)' \
		'$(abs_top_builddir)/lectern' >lectern-valgrind
	chmod +x lectern-valgrind
	LECTERN_PARSER=inside $(MAKE) $(AM_MAKEFLAGS) check-TESTS \
		TESTS="`echo $(unit_tests) | sed 's|[^ ]*/test_pty||'` \
			%D%/golden/run.test" \
		UNIT_WRAPPER='$(VALGRIND)' \
		LECTERN='$(abs_top_builddir)/lectern-valgrind'
CLEANFILES += lectern-valgrind
.PHONY: check-valgrind
