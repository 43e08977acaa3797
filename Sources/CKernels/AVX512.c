#if defined(__x86_64__)
#include "Tables.h"

#define LANES 8
#define TILE_ROWS 8
#define TILE_COLUMNS 16
#define TABLE avx512_kernels
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma"))), apply_to = function)
#include "Table.h"
#pragma clang attribute pop
#endif
