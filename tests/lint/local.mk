# SPDX-License-Identifier: ISC
shell_tests += \
	%D%/content.test \
	%D%/docs.test \
	%D%/headers.test \
	%D%/layers.test \
	%D%/man.test \
	%D%/shell.test \
	%D%/style.test
