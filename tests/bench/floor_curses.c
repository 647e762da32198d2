/* SPDX-License-Identifier: ISC */
/*
 * floor_curses: an ncurses program that writes one line and waits for a key.
 * What a full screen costs at the least; linked with the libraries of
 * lectern, so that loading those counts too.
 */
#include "config.h"

#include <locale.h>

#include <curses.h>

int
main(void)
{
	setlocale(LC_ALL, "");
	initscr();
	noecho();
	addstr("floor");
	refresh();
	getch();
	endwin();
	return 0;
}
