/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/rng.h"

#include <assert.h>

uint32_t
rng_next(struct rng *r)
{
	uint64_t old = r->state;
	uint32_t bits, turn;

	r->state = old * 6364136223846793005u + r->inc;
	bits = (uint32_t)(((old >> 18) ^ old) >> 27);
	turn = (uint32_t)(old >> 59);
	return (bits >> turn) | (bits << (-turn & 31));
}

void
rng_init(struct rng *r, uint64_t seed, uint64_t stream)
{
	r->state = 0;
	r->inc = (stream << 1) | 1;
	rng_next(r);
	r->state += seed;
	rng_next(r);
}

/* Numbers below 2^32 mod n would make the first few results likelier. */
uint32_t
rng_below(struct rng *r, uint32_t n)
{
	uint32_t floor = (uint32_t)(-n % n), x;

	assert(n > 0);
	do
		x = rng_next(r);
	while (x < floor);
	return x % n;
}

uint64_t
rng_mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15u;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
	x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
	return x ^ (x >> 31);
}
