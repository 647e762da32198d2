/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/vocab.h"
#include "read_doc.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char xml[] =
    "<article><title>T</title>"
    "<para>The <firstterm>Psoas muscle</firstterm> is long.</para>"
    "<para>A <firstterm>fascia</firstterm> wraps<indexterm><primary>fascia"
    "</primary><secondary>of muscles</secondary></indexterm> it.</para>"
    "<para>Nothing <firstterm></firstterm>.</para>"
    "<glossary><glossentry><glossterm>Fascia</glossterm><glossdef><para>Thin "
    "tissue.</para></glossdef></glossentry><glossentry><glossterm>Tendon"
    "</glossterm><glosssee otherterm='x'/></glossentry></glossary></article>";

static void
names_are_in_order(void **state)
{
	static const struct {
		const char *folded;
		uint32_t kind;
	} want[] = {
		{ "fascia", VOCAB_GLOSSARY },
		{ "fascia", VOCAB_FIRST },
		{ "fascia, of muscles", VOCAB_INDEX },
		{ "psoas muscle", VOCAB_FIRST },
		{ "tendon", VOCAB_GLOSSARY },
	};
	struct doc *doc = read_doc(xml);
	struct vocab v;
	size_t i;

	(void)state;
	vocab_init(&v);
	vocab_collect(&v, doc);
	vocab_collect(&v, doc);
	assert_int_equal(v.all.n, COUNT(want));
	for (i = 0; i < COUNT(want); i++) {
		assert_string_equal(v.all.v[i].folded, want[i].folded);
		assert_int_equal(v.all.v[i].kind, want[i].kind);
	}
	vocab_release(&v);
	doc_free(doc);
}

/* A term that the index has as well is listed once a section. */
static void
repeats_are_known(void **state)
{
	static const int repeats[] = { 0, 0, 1, 0 };
	struct doc *doc = read_doc("<article><section><title>A</title><para>"
				   "<firstterm>bone</firstterm><indexterm>"
				   "<primary>Bone</primary></indexterm></para>"
				   "</section><section><title>B</title><para>"
				   "<indexterm><primary>bone</primary>"
				   "</indexterm><firstterm>arm</firstterm>"
				   "</para></section></article>");
	struct vocab v;
	size_t i;

	(void)state;
	vocab_init(&v);
	vocab_collect(&v, doc);
	assert_int_equal(v.all.n, COUNT(repeats));
	for (i = 0; i < v.all.n; i++)
		assert_int_equal(vocab_is_repeat(&v, doc, i), repeats[i]);
	vocab_release(&v);
	doc_free(doc);
}

static void
words_are_explained(void **state)
{
	static const struct {
		const char *word, *says; /* NULL: it is not */
	} rows[] = {
		{ "fascia", "Thin tissue." },
		{ "fascias", "Thin tissue." },
		{ "psoas muscles", "The Psoas muscle is long." },
		{ "psoas", NULL },
		{ "fasciae", NULL },
		{ "", NULL },
		{ "fascia, of muscles", NULL },
	};
	struct doc *doc = read_doc(xml);
	struct buf b = BUF_INIT;
	struct vocab v;
	size_t i;

	(void)state;
	vocab_init(&v);
	vocab_collect(&v, doc);
	for (i = 0; i < COUNT(rows); i++) {
		const struct vocab_entry *e = vocab_explain(&v, rows[i].word);

		assert_int_equal(e == NULL, rows[i].says == NULL);
		if (e == NULL)
			continue;
		buf_reset(&b);
		vocab_definition(doc, e, &b);
		assert_string_equal(b.s, rows[i].says);
	}
	buf_release(&b);
	vocab_release(&v);
	doc_free(doc);
}

static void
nodes_are_found(void **state)
{
	struct doc *doc = read_doc(xml);
	const char *text = doc_text(doc);
	uint32_t at = (uint32_t)(strstr(text, "muscle is") - text);

	(void)state;
	assert_int_equal(
	    doc_node(doc, vocab_node_at(doc, at))->elem, ELEM_FIRSTTERM);
	at = (uint32_t)(strstr(text, "Thin") - text);
	assert_int_equal(
	    doc_node(doc, vocab_node_at(doc, at))->elem, ELEM_PARA);
	assert_int_equal(vocab_node_at(doc, UINT32_MAX), DOC_NONE);
	doc_free(doc);
}

static void
a_section_is_named_once(void **state)
{
	static const char terms[] =
	    "<article><title>T</title><section><title>A</title>"
	    "<para>One<indexterm><primary>hip</primary></indexterm>.</para>"
	    "<para>Two<indexterm><primary>Hip</primary></indexterm>.</para>"
	    "</section><section><title>B</title>"
	    "<para>Three<indexterm><primary>hip</primary></indexterm>.</para>"
	    "</section></article>";
	struct doc *doc = read_doc(terms);
	struct vocab v;

	(void)state;
	vocab_init(&v);
	vocab_collect(&v, doc);
	assert_int_equal(v.all.n, 2);
	assert_string_equal(v.all.v[0].name, "hip");
	assert_int_not_equal(doc_section_of(doc, v.all.v[0].node),
	    doc_section_of(doc, v.all.v[1].node));
	vocab_release(&v);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_in_order),
		cmocka_unit_test(repeats_are_known),
		cmocka_unit_test(words_are_explained),
		cmocka_unit_test(nodes_are_found),
		cmocka_unit_test(a_section_is_named_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
