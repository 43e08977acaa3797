#include "Tables.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

const KernelTable *kernels_of(KernelPath path) {
  switch (path) {
  case kernel_path_portable:
    return &portable_kernels;
#if defined(__x86_64__)
  case kernel_path_avx2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2_kernels : NULL;
  case kernel_path_avx512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")
      ? &avx512_kernels : NULL;
#endif
  default:
    return NULL;
  }
}

const char *kernel_path_name(KernelPath path) {
  switch (path) {
  case kernel_path_portable: return "portable";
  case kernel_path_avx2: return "avx2";
  case kernel_path_avx512: return "avx512";
  }
}

const char *asked_path_name(void) {
  const char *name = getenv("GRADUS_KERNELS");
  return name == NULL || *name == 0 ? NULL : name;
}

static KernelPath chosen_path(void) {
  const char *asked = asked_path_name();
  KernelPath widest = kernel_path_portable;
  for (KernelPath path = kernel_path_portable; path <= kernel_path_avx512; path++) {
    if (kernels_of(path) == NULL) continue;
    if (asked != NULL && strcmp(asked, kernel_path_name(path)) == 0) return path;
    widest = path;
  }
  return widest;
}

KernelPath best_path(void) {
  // Found out once, for it is asked for with every sum; by two threads at once it is found out twice.
  static atomic_int known = -1;
  int path = atomic_load_explicit(&known, memory_order_relaxed);
  if (path < 0) {
    path = (int)chosen_path();
    atomic_store_explicit(&known, path, memory_order_relaxed);
  }
  return (KernelPath)path;
}

const KernelTable *best_kernels(void) {
  const KernelTable *best = kernels_of(best_path());
  return best == NULL ? &portable_kernels : best;
}
