# SPDX-License-Identifier: ISC
# The documents of others, which are not in the tree.
shell_tests += %D%/recall.test
EXTRA_DIST += %D%/recall.py %D%/shortfalls
