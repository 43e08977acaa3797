#if defined(__x86_64__)
#include "Tables.h"

#define LANES 4
#define TILE_ROWS 6
#define TILE_COLUMNS 8
#define TABLE avx2_kernels
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "Table.h"
#pragma clang attribute pop
#endif
