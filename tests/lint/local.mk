# SPDX-License-Identifier: ISC
EXTRA_DIST += %D%/elements.txt
shell_tests += \
	%D%/content.test \
	%D%/docs.test \
	%D%/elements.test \
	%D%/headers.test \
	%D%/layers.test \
	%D%/man.test \
	%D%/shell.test \
	%D%/style.test
