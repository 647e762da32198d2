/* SPDX-License-Identifier: ISC */
/*
 * splice.h - what comes from elsewhere is put in its place
 *
 * Layer xml.
 */
#ifndef LECTERN_XML_SPLICE_H
#define LECTERN_XML_SPLICE_H

struct feed;

/*
 * Carries out the next splice of the top frame: puts a frame on top, or says
 * in feed->first why it cannot and what is shown instead.
 */
void splice_next(struct feed *feed);

/* The top frame is over and about to go: the one below takes note. */
void splice_back(struct feed *feed);

#endif
