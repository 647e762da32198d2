# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/liblayout.a
src_liblayout_a_SOURCES = \
	%D%/blocks.c \
	%D%/builder.c %D%/builder.h \
	%D%/context.c %D%/context.h \
	%D%/ebnf.c \
	%D%/elements.c \
	%D%/fields.c \
	%D%/gap.c %D%/gap.h \
	%D%/grid.c %D%/grid.h %D%/grid_list.c \
	%D%/heading.h \
	%D%/inline.c %D%/inline.h \
	%D%/layout.c %D%/layout.h \
	%D%/lead.c %D%/lead.h \
	%D%/lines.c %D%/lines.h \
	%D%/links.c \
	%D%/listing.c %D%/listing.h \
	%D%/para.c %D%/para.h \
	%D%/math.c \
	%D%/margin.c %D%/margin.h \
	%D%/refs.c \
	%D%/synopsis.c \
	%D%/synopsis_class.c \
	%D%/synopsis_lang.c \
	%D%/synopsis_lang.h \
	%D%/table.c %D%/table.h %D%/table_cards.c %D%/table_cells.c \
	%D%/table_parts.h %D%/table_rules.c %D%/table_width.c \
	%D%/unit.c %D%/unit.h \
	%D%/walk.h
layout_libs = src/liblayout.a $(doc_libs)
