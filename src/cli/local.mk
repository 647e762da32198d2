# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcli.a
src_libcli_a_SOURCES =
cli_libs = src/libcli.a $(tui_libs)
