# SPDX-License-Identifier: ISC
# The whole folder is distributed: inputs and what they should look like.
shell_tests += %D%/run.test
EXTRA_DIST += tests/golden
