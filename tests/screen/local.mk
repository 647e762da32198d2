# SPDX-License-Identifier: ISC
# Scripts of keys and the screens they lead to, see run.test.
check_PROGRAMS += %D%/drive
%C%_drive_SOURCES = %D%/drive.c
%C%_drive_LDADD = $(tui_libs)

shell_tests += %D%/run.test
EXTRA_DIST += %D%/broken.xml %D%/garden.xml \
	%D%/ascii.keys %D%/ascii.screen \
	%D%/broken.keys %D%/broken.screen \
	%D%/burst.keys %D%/burst.screen \
	%D%/contents.keys %D%/contents.screen \
	%D%/contents40.keys %D%/contents40.screen \
	%D%/faults.keys %D%/faults.screen \
	%D%/help.keys %D%/help.screen \
	%D%/links.keys %D%/links.screen \
	%D%/moving.keys %D%/moving.screen \
	%D%/palette.keys %D%/palette.screen \
	%D%/place1.keys %D%/place1.screen \
	%D%/place2.keys %D%/place2.screen \
	%D%/place3.keys %D%/place3.screen \
	%D%/psoas.keys %D%/psoas.screen \
	%D%/resize.keys %D%/resize.screen \
	%D%/search.keys %D%/search.screen \
	%D%/search40.keys %D%/search40.screen \
	%D%/sections.keys %D%/sections.screen \
	%D%/sizes.keys %D%/sizes.screen
