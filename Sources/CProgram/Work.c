#include "CProgram.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static _Thread_local volatile long work;

/// Allocates nothing and takes no lock: the thread may be anywhere.
static void note(int signal) {
  // Comes when this is over, and then the system does what it does by default.
  raise(signal);
  char text[40];
  char *start = text + sizeof text;
  long number = work;
  if (number <= 0) return;
  *--start = '\n';
  for (; number > 0; number /= 10) *--start = (char)('0' + number % 10);
  static const char word[] = "\ncrash\t";
  for (int index = sizeof word - 2; index >= 0; index--) *--start = word[index];
  if (write(STDOUT_FILENO, start, (size_t)(text + sizeof text - start)) < 0) return;
}

void gradus_note_crashes(void) {
  static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
  struct sigaction action = {0};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  action.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND);
  for (size_t index = 0; index < sizeof faults / sizeof *faults; index++) sigaction(faults[index], &action, NULL);
}

void gradus_set_work(long number) {
  // Where the stack has overflowed, there is room for the note.
  static _Thread_local char room[16384] __attribute__((aligned(16)));
  stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
  sigaltstack(&stack, NULL);
  work = number;
}

void gradus_step_back(void) {
#ifdef __linux__
  setpriority(PRIO_PROCESS, 0, 10);
#endif
}
