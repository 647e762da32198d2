# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libdoc.a
src_libdoc_a_SOURCES = \
	%D%/attr.def %D%/elem.def %D%/role.def %D%/elem.c %D%/elem.h \
	%D%/annotation.c %D%/annotation.h \
	%D%/biblio.c %D%/biblio.h \
	%D%/build.h %D%/build_class.c %D%/build_index.c %D%/build_media.c \
	%D%/build_names.c %D%/build_number.c %D%/build_pi.c %D%/build_root.c %D%/build_text.c \
	%D%/build_wait.c \
	%D%/check.c %D%/check.h \
	%D%/deferred.c %D%/deferred.h \
	%D%/doc.c %D%/doc.h %D%/model.h \
	%D%/docbook.c %D%/docbook.h \
	%D%/gentext.c %D%/gentext.def %D%/gentext.h \
	%D%/gentext_inline.c %D%/gentext_label.c %D%/gentext_parts.h \
	%D%/gentext_plain.c %D%/gentext_subject.c %D%/gentext_target.c %D%/gentext_xref.c \
	%D%/ids.c %D%/ids.h \
	%D%/index.c %D%/index.h \
	%D%/name_map.c %D%/name_map.h \
	%D%/lang.c %D%/lang.def %D%/lang.h \
	%D%/lang_latin.def %D%/lang_other.def \
	%D%/media.c %D%/media.h \
	%D%/numeration.c %D%/numeration.h \
	%D%/profile.c %D%/profile.h \
	%D%/picture.c %D%/picture.h \
	%D%/qanda.c %D%/qanda.h \
	%D%/schema.c %D%/schema.def %D%/schema.h \
	%D%/schema_attr.def %D%/schema_set.def \
	%D%/section.c %D%/section.h \
	%D%/valid.c %D%/valid.h \
	%D%/para.c %D%/para.h \
	%D%/vocab.c %D%/vocab.h \
	%D%/tree.c %D%/tree.h
doc_libs = src/libdoc.a $(xml_libs)
