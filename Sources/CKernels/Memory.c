// glibc gives the memory of every large array back to the system at once and fetches it anew, page by page, for the next
// one, which costs more than most of what is done with the numbers. So it is told to keep some.
#if defined(__GLIBC__) || __has_include(<gnu/libc-version.h>)
#include <malloc.h>

__attribute__((constructor)) static void keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}
#endif
