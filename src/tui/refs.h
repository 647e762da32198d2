/* SPDX-License-Identifier: ISC */
/*
 * refs.h - what refers to a section
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_REFS_H
#define LECTERN_TUI_REFS_H

#include <stddef.h>
#include <stdint.h>

struct doc;

/* Calls `each` for every reference from outside to the section or to what is
 * in it; parts of it that refer to each other are left out. */
void refs_to_section(const struct doc *doc, size_t section,
    void (*each)(uint32_t n, void *arg), void *arg);

#endif
