# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libquiz.a
src_libquiz_a_SOURCES = \
	%D%/answer.c %D%/answer.h \
	%D%/answer_log.c \
	%D%/bank.c %D%/bank_after.c %D%/bank_enemies.c %D%/bank.h \
	%D%/choice.c %D%/choice.h \
	%D%/craft.c %D%/craft.h %D%/crafting.h \
	%D%/craft_bank.c \
	%D%/craft_item.c \
	%D%/draw.c %D%/draw.h \
	%D%/draw_after.c %D%/drawing.h \
	%D%/form.c %D%/form.h \
	%D%/grade.c %D%/grade.h \
	%D%/ids.c %D%/ids.h \
	%D%/item.h \
	%D%/kind.c %D%/kind.def %D%/kind.h \
	%D%/kind_card.c \
	%D%/kind_cloze.c \
	%D%/kind_label.c \
	%D%/kind_match.c \
	%D%/kind_multi.c \
	%D%/kind_numeric.c \
	%D%/kind_open.c \
	%D%/kind_order.c \
	%D%/kind_short.c \
	%D%/kind_single.c \
	%D%/kind_truefalse.c \
	%D%/load.c %D%/load.h \
	%D%/load_attr.c \
	%D%/load_facts.c %D%/load_file.c \
	%D%/load_parts.c \
	%D%/load_quiz.c \
	%D%/load_text.c \
	%D%/memory.c %D%/memory.h \
	%D%/memory_other.c %D%/memory_other.h \
	%D%/mode.def \
	%D%/number.c %D%/number.h \
	%D%/parts.c %D%/parts.h \
	%D%/parts_parse.c \
	%D%/rank.c \
	%D%/rng.c %D%/rng.h \
	%D%/session.c %D%/session.h \
	%D%/session_order.c %D%/session_state.h \
	%D%/session_result.c \
	%D%/typed.c %D%/typed.h
quiz_libs = src/libquiz.a $(xml_libs)
