/* SPDX-License-Identifier: ISC */
/*
 * rng.h - chance that can be repeated
 *
 * Layer quiz: may include base.  PCG-XSH-RR 64/32 by M. O'Neill ("PCG: A Family
 * of Simple Fast Space-Efficient Statistically Good Algorithms for Random
 * Number Generation", 2014): 64 bits of state, an odd increment that picks one
 * of 2^63 sequences, 32 bits out.  The same seed and stream give the same
 * numbers on every machine.  Good for drawing questions, not for secrets.
 */
#ifndef LECTERN_QUIZ_RNG_H
#define LECTERN_QUIZ_RNG_H

#include <stddef.h>
#include <stdint.h>

struct rng {
	uint64_t state, inc;
};

/* Numbers of one stream do not depend on how many another has given. */
void rng_init(struct rng *r, uint64_t seed, uint64_t stream);

uint32_t rng_next(struct rng *r);

/* A number from 0 to n - 1, each as likely; n > 0. */
uint32_t rng_below(struct rng *r, uint32_t n);

/* Scatters the bits of a number, one to one: the finalizer of SplitMix64
 * (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators",
 * 2014). */
uint64_t rng_mix(uint64_t x);

#endif
