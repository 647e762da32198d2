/* SPDX-License-Identifier: ISC */
#ifndef LECTERN_XML_INCLUDE_H
#define LECTERN_XML_INCLUDE_H
#include "xml/wire.h"
struct frame;
int include_start(struct frame *f, struct wire_place at, unsigned name);
int include_end(struct frame *f, struct wire_place at);
#endif
