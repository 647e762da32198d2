# SPDX-License-Identifier: ISC
shell_tests += %D%/layers.test
