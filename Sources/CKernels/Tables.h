#ifndef TABLES_H
#define TABLES_H

#include "CKernels.h"

extern const KernelTable portable_kernels;
#if defined(__x86_64__)
extern const KernelTable avx2_kernels;
extern const KernelTable avx512_kernels;
#endif

#endif
