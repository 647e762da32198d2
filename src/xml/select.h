/* SPDX-License-Identifier: ISC */
#ifndef LECTERN_XML_SELECT_H
#define LECTERN_XML_SELECT_H
struct frame;
struct select;
void select_free(struct select *s);
void select_end(struct frame *f);
#endif
