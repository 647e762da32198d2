/* SPDX-License-Identifier: ISC */
/*
 * termtype.h - what to take for a terminal that terminfo does not know
 *
 * Layer term: may include base and text.  New terminals bring their own TERM,
 * and the machine at the far end of an SSH line has never heard of it; nearly
 * all of them do what some known one does.
 */
#ifndef LECTERN_TERM_TERMTYPE_H
#define LECTERN_TERM_TERMTYPE_H

/* NULL-terminated names to try for the unknown `term`, best first. */
const char *const *termtype_stand_ins(const char *term);

/* 1 for names of what cannot move a cursor: "dumb", "unknown" and such. */
int termtype_is_dumb(const char *term);

#endif
