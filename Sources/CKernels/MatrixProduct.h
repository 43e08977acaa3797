// The product of two matrices. Every product is fused into its sum, and each sum runs over k from first to last, also where
// k is cut into blocks, so that the result does not depend on widths, blocks or threads.

/// Rows and columns of results that are held in registers at a time.
enum { tile_rows = TILE_ROWS, tile_columns = TILE_COLUMNS };
/// The narrower tile, for what is left over of the columns.
enum { narrow_columns = 8 };
/// How many k at a time, so that a panel of each factor fits into the L1 cache; and rows, so that those fit into the L2.
enum { block_depth = product_block_depth, block_rows = product_block_rows };

INLINE size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

/// Some rows and columns of the result, or of the part of it that the next `depth` products make.
INLINE void tile(
  const int rows, const int columns, size_t depth, const double *a, ptrdiff_t a_row, ptrdiff_t a_column,
  const double *b, ptrdiff_t b_row, double *c, size_t c_row, int is_first
) {
  enum { most = tile_columns / LANES };
  const int vectors = columns / LANES;
  vector sums[tile_rows][most];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) {
      sums[row][v] = is_first ? repeat(0) : load(c + row * c_row + v * LANES);
    }
  }
  for (size_t k = 0; k < depth; k++) {
    vector right[most];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) right[v] = load(b + k * b_row + v * LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      vector left = repeat(a[row * a_row + (ptrdiff_t)k * a_column]);
#pragma clang loop unroll(full)
      for (int v = 0; v < vectors; v++) sums[row][v] = __builtin_elementwise_fma(left, right[v], sums[row][v]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) store(c + row * c_row + v * LANES, sums[row][v]);
  }
}

#define TILE_OF(count, columns)                                                                           \
  case count:                                                                                             \
    tile(count, columns, depth, a, a_row, a_column, b, b_row, c, c_row, is_first);                        \
    break;

#define TILES(name, columns)                                                                              \
  static __attribute__((noinline)) void name(                                                             \
    size_t rows, size_t depth, const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b,     \
    ptrdiff_t b_row, double *c, size_t c_row, int is_first                                                \
  ) {                                                                                                     \
    switch (rows) {                                                                                       \
      EACH_ROW_COUNT(columns)                                                                             \
    }                                                                                                     \
  }

#if TILE_ROWS == 8
#define EACH_ROW_COUNT(columns)                                                              \
  TILE_OF(1, columns) TILE_OF(2, columns) TILE_OF(3, columns) TILE_OF(4, columns)            \
  TILE_OF(5, columns) TILE_OF(6, columns) TILE_OF(7, columns) TILE_OF(8, columns)
#elif TILE_ROWS == 6
#define EACH_ROW_COUNT(columns)                                                              \
  TILE_OF(1, columns) TILE_OF(2, columns) TILE_OF(3, columns)                                \
  TILE_OF(4, columns) TILE_OF(5, columns) TILE_OF(6, columns)
#else
#define EACH_ROW_COUNT(columns)                                                              \
  TILE_OF(1, columns) TILE_OF(2, columns) TILE_OF(3, columns) TILE_OF(4, columns)
#endif

TILES(wide_tile, tile_columns)
#if TILE_COLUMNS > 8
TILES(narrow_tile, narrow_columns)
#else
#define narrow_tile wide_tile
#endif

/// A tile of which only some columns belong to the result.
static void partial_tile(
  size_t rows, size_t columns, size_t depth, const double *a, ptrdiff_t a_row, ptrdiff_t a_column, const double *b,
  ptrdiff_t b_row, double *c, size_t c_row, int is_first
) {
  double whole[tile_rows * tile_columns] = {0};
  const size_t bytes = columns * sizeof(double);
  if (!is_first) {
    for (size_t row = 0; row < rows; row++) __builtin_memcpy(whole + row * tile_columns, c + row * c_row, bytes);
  }
  if (columns > narrow_columns) {
    wide_tile(rows, depth, a, a_row, a_column, b, b_row, whole, tile_columns, is_first);
  } else {
    narrow_tile(rows, depth, a, a_row, a_column, b, b_row, whole, tile_columns, is_first);
  }
  for (size_t row = 0; row < rows; row++) __builtin_memcpy(c + row * c_row, whole + row * tile_columns, bytes);
}

/// The width of the panel at a column: narrow where that is enough for what is left.
INLINE size_t panel_width(size_t left) { return left > narrow_columns ? tile_columns : narrow_columns; }

/// Some rows of b, panel after panel, what is missing of the last panel's columns filled with zeros.
static void pack_right(const MatrixProduct *p, size_t first, size_t depth, double *target) {
  for (size_t column = 0; column < p->columns; column += tile_columns) {
    const size_t width = panel_width(p->columns - column), filled = smaller(width, p->columns - column);
    const double *source = p->b + (ptrdiff_t)first * p->b_row + (ptrdiff_t)column * p->b_column;
    if (p->b_column == 1 && filled == width) {
      for (size_t k = 0; k < depth; k++) {
        __builtin_memcpy(target + k * width, source + (ptrdiff_t)k * p->b_row, width * sizeof(double));
      }
    } else {
      for (size_t j = 0; j < width; j++) {
        const double *line = source + (ptrdiff_t)j * p->b_column;
        if (j < filled) {
          for (size_t k = 0; k < depth; k++) target[k * width + j] = line[(ptrdiff_t)k * p->b_row];
        } else {
          for (size_t k = 0; k < depth; k++) target[k * width + j] = 0;
        }
      }
    }
    target += depth * width;
  }
}

/// Some rows and columns of a, panels of `tile_rows` rows one after the other.
static void pack_left(
  const MatrixProduct *p, size_t first_row, size_t rows, size_t first, size_t depth, double *target
) {
  for (size_t row = 0; row < rows; row += tile_rows) {
    const size_t height = smaller(tile_rows, rows - row);
    const double *source = p->a + (ptrdiff_t)(first_row + row) * p->a_row + (ptrdiff_t)first * p->a_column;
    if (p->a_row == 1 && height == tile_rows) {
      for (size_t k = 0; k < depth; k++) {
        __builtin_memcpy(target + k * tile_rows, source + (ptrdiff_t)k * p->a_column, tile_rows * sizeof(double));
      }
    } else {
      for (size_t r = 0; r < height; r++) {
        const double *line = source + (ptrdiff_t)r * p->a_row;
        for (size_t k = 0; k < depth; k++) target[k * tile_rows + r] = line[(ptrdiff_t)k * p->a_column];
      }
    }
    target += depth * tile_rows;
  }
}

/// Without packing, for small matrices whose right factor's columns lie side by side and are a multiple of 8.
static void direct_product(const MatrixProduct *p) {
  for (size_t column = 0; column < p->columns; ) {
    const int is_wide = p->columns - column >= tile_columns;
    for (size_t row = 0; row < p->rows; row += tile_rows) {
      const size_t rows = smaller(tile_rows, p->rows - row);
      (is_wide ? wide_tile : narrow_tile)(
        rows, p->depth, p->a + (ptrdiff_t)row * p->a_row, p->a_row, p->a_column, p->b + column, p->b_row,
        p->c + row * p->c_row + column, p->c_row, 1);
    }
    column += is_wide ? tile_columns : narrow_columns;
  }
}

static void matrix_product(const MatrixProduct *p, double *scratch) {
  const size_t small = 1 << 15;
  if (p->b_column == 1 && p->columns % narrow_columns == 0 && p->rows * p->columns * p->depth <= small) {
    direct_product(p);
    return;
  }
  if (p->depth == 0) {
    for (size_t row = 0; row < p->rows; row++) {
      for (size_t column = 0; column < p->columns; column++) p->c[row * p->c_row + column] = 0;
    }
  }
  double *const left = scratch, *const right = scratch + block_rows * block_depth;
  const int packs_left = p->a_column != 1 && p->columns > tile_columns;
  for (size_t first = 0; first < p->depth; first += block_depth) {
    const size_t depth = smaller(block_depth, p->depth - first);
    pack_right(p, first, depth, right);
    for (size_t block = 0; block < p->rows; block += block_rows) {
      const size_t rows = smaller(block_rows, p->rows - block);
      if (packs_left) pack_left(p, block, rows, first, depth, left);
      const double *panel = right;
      for (size_t column = 0; column < p->columns; column += tile_columns) {
        const size_t width = panel_width(p->columns - column), filled = smaller(width, p->columns - column);
        for (size_t row = 0; row < rows; row += tile_rows) {
          const size_t height = smaller(tile_rows, rows - row);
          const double *a = packs_left
            ? left + row * depth
            : p->a + (ptrdiff_t)(block + row) * p->a_row + (ptrdiff_t)first * p->a_column;
          const ptrdiff_t a_row = packs_left ? 1 : p->a_row, a_column = packs_left ? tile_rows : p->a_column;
          double *c = p->c + (block + row) * p->c_row + column;
          if (filled < width) {
            partial_tile(height, filled, depth, a, a_row, a_column, panel, width, c, p->c_row, first == 0);
          } else if (width == tile_columns) {
            wide_tile(height, depth, a, a_row, a_column, panel, width, c, p->c_row, first == 0);
          } else {
            narrow_tile(height, depth, a, a_row, a_column, panel, width, c, p->c_row, first == 0);
          }
        }
        panel += depth * width;
      }
    }
  }
}
