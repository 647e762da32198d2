# SPDX-License-Identifier: ISC
# The courses, each a folder on the course path, and the quiz schema.
# tests/lint/content.test sees to it that every file is in these lists.
psoasdir = $(pkgdatadir)/courses/psoas
dist_psoas_DATA = %D%/psoas/article.xml

psoasquizdir = $(psoasdir)/quiz
dist_psoasquiz_DATA = \
	%D%/psoas/quiz/alternatives.xml \
	%D%/psoas/quiz/anatomy.xml \
	%D%/psoas/quiz/assessment.xml \
	%D%/psoas/quiz/causes.xml \
	%D%/psoas/quiz/controversy.xml \
	%D%/psoas/quiz/procedure.xml \
	%D%/psoas/quiz/recovery.xml \
	%D%/psoas/quiz/risks.xml \
	%D%/psoas/quiz/symptoms.xml

tourdir = $(pkgdatadir)/courses/tour
dist_tour_DATA = %D%/tour/article.xml

tourquizdir = $(tourdir)/quiz
dist_tourquiz_DATA = %D%/tour/quiz/tour.xml

schemadir = $(pkgdatadir)/schema
dist_schema_DATA = %D%/schema/lectern-quiz.rng
