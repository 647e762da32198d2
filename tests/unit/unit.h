/* SPDX-License-Identifier: ISC */
/* unit.h - cmocka and the headers it wants before it */
#ifndef LECTERN_TESTS_UNIT_H
#define LECTERN_TESTS_UNIT_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#endif
