dnl SPDX-License-Identifier: ISC
# LECTERN_BUILD_FLAGS - warnings, hardening, --enable-{werror,sanitizers,fuzzers,coverage}
# Sets WARN_CFLAGS, HARDEN_CPPFLAGS/CFLAGS/LDFLAGS, SAN_CFLAGS, FUZZ_LDFLAGS.
# Never touches CFLAGS or LDFLAGS: those belong to whoever runs make.
AC_DEFUN([LECTERN_BUILD_FLAGS], [
AC_ARG_ENABLE([werror], [AS_HELP_STRING([--enable-werror], [treat warnings as errors])],
	[], [enable_werror=no])
AC_ARG_ENABLE([sanitizers], [AS_HELP_STRING([--enable-sanitizers@<:@=LIST@:>@],
	[build with sanitizers, default LIST address,undefined])], [], [enable_sanitizers=no])
AC_ARG_ENABLE([fuzzers], [AS_HELP_STRING([--enable-fuzzers],
	[build fuzz targets with libFuzzer (needs CC=clang)])], [], [enable_fuzzers=no])
AC_ARG_ENABLE([coverage], [AS_HELP_STRING([--enable-coverage], [build for gcov])],
	[], [enable_coverage=no])
AC_ARG_ENABLE([hardening], [AS_HELP_STRING([--disable-hardening],
	[leave out hardening flags])], [], [enable_hardening=yes])

AS_IF([test "$enable_sanitizers" = yes], [enable_sanitizers=address,undefined])
AS_IF([test "$enable_fuzzers" = yes && test "$enable_sanitizers" = no],
	[enable_sanitizers=address,undefined])

AX_APPEND_COMPILE_FLAGS([-Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes dnl
 -Wold-style-definition -Wwrite-strings -Wpointer-arith -Wcast-qual -Wformat=2 -Wvla dnl
 -Wundef -Wswitch-enum -Wimplicit-fallthrough -Wnull-dereference dnl
 -Wduplicated-cond -Wlogical-op -Wno-missing-field-initializers -fno-common],
	[WARN_CFLAGS], [-Werror])
AS_IF([test "$enable_werror" = yes], [AX_APPEND_FLAG([-Werror], [WARN_CFLAGS])])

AS_IF([test "$enable_sanitizers" != no], [
	AX_APPEND_COMPILE_FLAGS([-fsanitize=$enable_sanitizers -fno-sanitize-recover=all dnl
 -fno-omit-frame-pointer], [SAN_CFLAGS])
	AS_CASE([$SAN_CFLAGS], [*-fsanitize=*], [],
		[AC_MSG_ERROR([$CC cannot build with -fsanitize=$enable_sanitizers])])
], [test "$enable_hardening" = yes], [
	# _FORTIFY_SOURCE needs optimisation and hides bugs from ASan: not with sanitizers.
	HARDEN_CPPFLAGS="-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2"
	AX_APPEND_COMPILE_FLAGS([-fstack-protector-strong -fstack-clash-protection dnl
 -fcf-protection -fPIE], [HARDEN_CFLAGS], [-Werror])
	AX_APPEND_LINK_FLAGS([-pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack], [HARDEN_LDFLAGS])
])
AS_IF([test "$enable_fuzzers" = yes], [
	AX_CHECK_LINK_FLAG([-fsanitize=fuzzer-no-link], [],
		[AC_MSG_ERROR([no libFuzzer: use CC=clang (Debian: libclang-rt-14-dev)])])
	AX_APPEND_FLAG([-fsanitize=fuzzer-no-link], [SAN_CFLAGS])
	FUZZ_LDFLAGS=-fsanitize=fuzzer
])
AS_IF([test "$enable_coverage" = yes], [AX_APPEND_COMPILE_FLAGS([--coverage], [SAN_CFLAGS])])
AM_CONDITIONAL([FUZZERS], [test "$enable_fuzzers" = yes])
AC_SUBST([WARN_CFLAGS]) AC_SUBST([SAN_CFLAGS]) AC_SUBST([FUZZ_LDFLAGS])
AC_SUBST([HARDEN_CPPFLAGS]) AC_SUBST([HARDEN_CFLAGS]) AC_SUBST([HARDEN_LDFLAGS])
])

