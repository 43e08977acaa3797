#include "CProgram.h"

#ifdef __linux__

/// Swift's own: tells it the arguments, which it otherwise reads from /proc. Where that is not mounted it would find none.
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count) __attribute__((weak));

/// The C libraries of Linux hand the arguments to what runs before `main`.
__attribute__((constructor)) static void hand_over_arguments(int count, char **arguments) {
  if (_swift_stdlib_overrideUnsafeArgvArgc) _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

#endif
