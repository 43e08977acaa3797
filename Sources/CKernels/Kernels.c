#include "Tables.h"

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

const KernelTable *best_kernels(void) {
#if defined(__x86_64__)
  const KernelTable *wide = kernels_of(kernel_path_avx512);
  if (wide == NULL) wide = kernels_of(kernel_path_avx2);
  if (wide != NULL) return wide;
#endif
  return &portable_kernels;
}
