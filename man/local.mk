# SPDX-License-Identifier: ISC
dist_man_MANS = %D%/lectern.1 %D%/lectern-keys.7 %D%/lectern-quiz.5 \
	%D%/lectern-scores.5
