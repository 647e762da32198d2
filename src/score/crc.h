/* SPDX-License-Identifier: ISC */
/*
 * crc.h - the checksum of a line
 *
 * Layer score.  CRC-32 as zlib has it, by the processor's multiplication
 * without carries where it has one: a report sums all bytes of all files.
 */
#ifndef LECTERN_SCORE_CRC_H
#define LECTERN_SCORE_CRC_H

#include <stddef.h>
#include <stdint.h>

uint32_t crc_of(const char *s, size_t len);

#endif
