// Two lanes: what every x86-64 and every 64-bit ARM processor has.
#include "Tables.h"

#define LANES 2
#define TILE_ROWS 4
#define TILE_COLUMNS 8
#define TABLE portable_kernels
#include "Table.h"
