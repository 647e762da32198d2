/* SPDX-License-Identifier: ISC */
/*
 * lang.h - the languages that lectern writes words in
 *
 * Layer doc: may include xml, text and base.  The languages are in lang.def;
 * gentext.h has the words.
 */
#ifndef LECTERN_DOC_LANG_H
#define LECTERN_DOC_LANG_H

enum lang {
#define LANG(id, tag, parent) LANG_##id,
#define ALIAS(id, tag)
#include "doc/lang.def"
#undef ALIAS
#undef LANG
	LANG_COUNT
};

/*
 * The language of a tag such as xml:lang holds it (BCP 47: "zh-Hant-HK") or a
 * locale's name ("pt_BR", "sr@latin"), in any case.  Of the subtags the first
 * that makes a difference counts: zh-TW is ZH_TW, zh-SG is ZH, en-GB is EN.
 * LANG_EN for what is none of ours.
 */
enum lang lang_find(const char *tag);

/* A language's own tag, in lower case. */
const char *lang_tag(enum lang lang);

/* Where words that a language lacks are looked for; English is its own. */
enum lang lang_parent(enum lang lang);

#endif
