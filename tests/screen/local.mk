# SPDX-License-Identifier: ISC
# Scripts of keys and the screens they lead to, see run.test.
check_PROGRAMS += %D%/drive
%C%_drive_SOURCES = %D%/drive.c
%C%_drive_LDADD = $(tui_libs)

shell_tests += %D%/run.test
EXTRA_DIST += %D%/broken.xml %D%/garden.xml %D%/meadow.xml %D%/orchard.xml \
	%D%/ascii.keys %D%/ascii.screen \
	%D%/broken.keys %D%/broken.screen \
	%D%/burst.keys %D%/burst.screen \
	%D%/closed.keys %D%/closed.screen \
	%D%/contents.keys %D%/contents.screen \
	%D%/contents40.keys %D%/contents40.screen \
	%D%/copy.keys %D%/copy.screen \
	%D%/faults.keys %D%/faults.screen \
	%D%/find-regex.keys %D%/find-regex.screen \
	%D%/find-regex40.keys %D%/find-regex40.screen \
	%D%/focus.keys %D%/focus.screen \
	%D%/help.keys %D%/help.screen \
	%D%/hits.keys %D%/hits.screen \
	%D%/light1.keys %D%/light1.screen \
	%D%/light2.keys %D%/light2.screen \
	%D%/links.keys %D%/links.screen \
	%D%/marks.keys %D%/marks.screen \
	%D%/marks-again.keys %D%/marks-again.screen \
	%D%/matches.keys %D%/matches.screen \
	%D%/mouse.keys %D%/mouse.screen \
	%D%/mouse-list.keys %D%/mouse-list.screen \
	%D%/moving.keys %D%/moving.screen \
	%D%/no-words.keys %D%/no-words.screen \
	%D%/nothing.keys %D%/nothing.screen %D%/nothing.xml \
	%D%/notes.keys %D%/notes.screen \
	%D%/notes40.keys %D%/notes40.screen \
	%D%/palette.keys %D%/palette.screen \
	%D%/peek.keys %D%/peek.screen \
	%D%/pinned.keys %D%/pinned.screen \
	%D%/place1.keys %D%/place1.screen \
	%D%/place2.keys %D%/place2.screen \
	%D%/place3.keys %D%/place3.screen \
	%D%/bog/article.xml %D%/bog/quiz/bog.xml %D%/bog/quiz/cut.xml \
	%D%/pond/article.xml %D%/pond/quiz/pond.xml \
	%D%/loom/article.xml %D%/loom/quiz/loom.xml \
	%D%/sample/article.xml %D%/sample/quiz/sample.xml \
	%D%/rink/article.xml %D%/rink/quiz/rink.xml \
	%D%/probes.xml %D%/probes.keys %D%/probes.screen \
	%D%/psoas.keys %D%/psoas.screen \
	%D%/quiz-again.keys %D%/quiz-again.screen \
	%D%/quiz-answers.keys %D%/quiz-answers.screen \
	%D%/quiz-ascii.keys %D%/quiz-ascii.screen \
	%D%/quiz-case.keys %D%/quiz-case.screen \
	%D%/quiz-every.keys %D%/quiz-every.screen \
	%D%/quiz-exam.keys %D%/quiz-exam.screen \
	%D%/quiz-faults.keys %D%/quiz-faults.screen \
	%D%/quiz-hint.keys %D%/quiz-hint.screen \
	%D%/quiz-kinds.keys %D%/quiz-kinds.screen \
	%D%/quiz-kinds40.keys %D%/quiz-kinds40.screen \
	%D%/quiz-leave.keys %D%/quiz-leave.screen \
	%D%/quiz-loom.keys %D%/quiz-loom.screen \
	%D%/quiz-loom40.keys %D%/quiz-loom40.screen \
	%D%/quiz-menu.keys %D%/quiz-menu.screen \
	%D%/quiz-nonsense.keys %D%/quiz-nonsense.screen \
	%D%/quiz-passage.keys %D%/quiz-passage.screen \
	%D%/quiz-psoas.keys %D%/quiz-psoas.screen \
	%D%/quiz-psoas40.keys %D%/quiz-psoas40.screen \
	%D%/quiz-quit.keys %D%/quiz-quit.screen \
	%D%/quiz-results.keys %D%/quiz-results.screen \
	%D%/quiz-sizes.keys %D%/quiz-sizes.screen \
	%D%/quiz-unsaved.keys %D%/quiz-unsaved.screen \
	%D%/resize.keys %D%/resize.screen \
	%D%/resume1.keys %D%/resume1.screen \
	%D%/resume2.keys %D%/resume2.screen \
	%D%/resume3.keys %D%/resume3.screen \
	%D%/learned.jsonl \
	%D%/scores.keys %D%/scores.screen \
	%D%/scores-ascii.keys %D%/scores-ascii.screen \
	%D%/scores-none.keys %D%/scores-none.screen \
	%D%/study.keys %D%/study.screen \
	%D%/search.keys %D%/search.screen \
	%D%/search40.keys %D%/search40.screen \
	%D%/sections.keys %D%/sections.screen \
	%D%/sizes.keys %D%/sizes.screen \
	%D%/where.keys %D%/where.screen \
	%D%/wide.keys %D%/wide.screen \
	%D%/wide-listing.keys %D%/wide-listing.screen \
	%D%/words.keys %D%/words.screen
