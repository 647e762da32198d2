# SPDX-License-Identifier: ISC
# The commands of the program, without a terminal.
shell_tests += \
	%D%/check.test \
	%D%/corpus.test \
	%D%/courses.test \
	%D%/doctor.test \
	%D%/drill.test \
	%D%/files.test \
	%D%/print.test \
	%D%/quiz.test \
	%D%/resume.test \
	%D%/study.test \
	%D%/read.test \
	%D%/report.test %D%/scores.test \
	%D%/search.test \
	%D%/settings.test \
	%D%/usage.test
EXTRA_DIST += %D%/cli.sh %D%/kites/article.xml %D%/kites/quiz/kites.xml
