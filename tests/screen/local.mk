# SPDX-License-Identifier: ISC
# Scripts of keys and the screens they lead to, see run.test.
check_PROGRAMS += %D%/drive
%C%_drive_SOURCES = %D%/drive.c
%C%_drive_LDADD = $(tui_libs)
