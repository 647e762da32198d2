# SPDX-License-Identifier: ISC
unit_tests += %D%/test_canvas %D%/test_key %D%/test_keyboard %D%/test_look \
	%D%/test_script %D%/test_pty

%C%_test_canvas_SOURCES = %D%/test_canvas.c %D%/unit.h
%C%_test_canvas_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_canvas_LDADD = $(term_libs) $(CMOCKA_LIBS)

%C%_test_key_SOURCES = %D%/test_key.c %D%/unit.h
%C%_test_key_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_key_LDADD = $(term_libs) $(CMOCKA_LIBS)

%C%_test_keyboard_SOURCES = %D%/test_keyboard.c %D%/unit.h
%C%_test_keyboard_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_keyboard_LDADD = $(term_libs) $(CMOCKA_LIBS)

%C%_test_look_SOURCES = %D%/test_look.c %D%/unit.h
%C%_test_look_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_look_LDADD = $(term_libs) $(CMOCKA_LIBS) -lm

%C%_test_script_SOURCES = %D%/test_script.c %D%/unit.h
%C%_test_script_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_script_LDADD = $(term_libs) $(CMOCKA_LIBS)

# test_pty runs term_demo in a pseudo-terminal.
check_PROGRAMS += %D%/term_demo
%C%_term_demo_SOURCES = %D%/term_demo.c
%C%_term_demo_LDADD = $(term_libs)

%C%_test_pty_SOURCES = %D%/test_pty.c %D%/pty_session.c %D%/pty_session.h %D%/unit.h
%C%_test_pty_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_pty_LDADD = $(base_libs) $(CMOCKA_LIBS) -lutil
%C%_test_pty_DEPENDENCIES = src/libbase.a %D%/term_demo$(EXEEXT)

unit_tests += %D%/test_osc52
%C%_test_osc52_SOURCES = %D%/test_osc52.c %D%/unit.h
%C%_test_osc52_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_osc52_LDADD = $(term_libs) $(CMOCKA_LIBS)

unit_tests += %D%/test_osc8
%C%_test_osc8_SOURCES = %D%/test_osc8.c %D%/unit.h
%C%_test_osc8_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
%C%_test_osc8_LDADD = $(term_libs) $(CMOCKA_LIBS)
