/// Loops over arrays of doubles, compiled for several widths of vector instructions.
///
/// Every path gives the same bits: only operations that IEEE 754 rounds exactly are used, a product is fused with a sum
/// only where a kernel says `fma`, and the order of sums does not depend on the width.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// Results for each of `count` values; the result may be the values.
typedef void (*ArrayFunction)(const double *_Nonnull values, double *_Nonnull result, size_t count);

/// Results for each of `count` pairs; the result may be either side.
typedef void (*PairFunction)(
  const double *_Nonnull a, const double *_Nonnull b, double *_Nonnull result, size_t count);

/// A product of matrices, `c = a × b`, with the distances between neighbouring rows and columns in memory.
typedef struct {
  size_t rows, columns, depth;
  const double *_Nonnull a;
  ptrdiff_t a_row, a_column;
  const double *_Nonnull b;
  ptrdiff_t b_row, b_column;
  double *_Nonnull c;
  size_t c_row;
} MatrixProduct;

enum { product_block_depth = 192, product_block_rows = 96 };

/// A binary format with fewer bits than a double's.
typedef struct {
  /// The bits that a double's significand has more, in the place of its exponent.
  unsigned long long surplus_bits;
  /// The exponent of the smallest normal number, in the place and with the bias of a double's.
  unsigned long long smallest_exponent;
  /// The largest finite number.
  double largest;
} NumberFormat;

/// What Adam takes for all weights of a step.
typedef struct {
  /// The learning rate with the corrections for the means' start at 0.
  double rate;
  double beta1, beta2, epsilon;
} AdamRates;

/// The kernels of one path.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ArrayFunction _Nonnull exponential;
  ArrayFunction _Nonnull hyperbolic_tangent;
  ArrayFunction _Nonnull logistic;
  ArrayFunction _Nonnull natural_logarithm;
  PairFunction _Nonnull add;
  PairFunction _Nonnull subtract;
  PairFunction _Nonnull multiply;
  PairFunction _Nonnull divide;

  /// Eight running sums side by side, value i going to sum i mod 8, with what rounding has lost of each (Knuth's exact
  /// sum of two numbers). The count must be a multiple of 8; the sums start where they are.
  void (*_Nonnull compensated_sum)(
    const double *_Nonnull values, size_t count, double *_Nonnull sums, double *_Nonnull lost);

  /// 0 where all are finite, else nan.
  double (*_Nonnull finiteness)(const double *_Nonnull values, size_t count);

  /// The product; the scratch holds `product_scratch(columns)` doubles. Each sum is fused and runs in the order of k.
  void (*_Nonnull matrix_product)(const MatrixProduct *_Nonnull product, double *_Nonnull scratch);

  /// Every value rounded to a format, ties to even.
  void (*_Nonnull round_values)(double *_Nonnull values, size_t count, const NumberFormat *_Nonnull format);
  /// The product with every product and every sum rounded to a format, in the order of k.
  void (*_Nonnull rounded_product)(const MatrixProduct *_Nonnull product, const NumberFormat *_Nonnull format);

  /// `w -= rate × g`
  void (*_Nonnull sgd_step)(
    double *_Nonnull weights, const double *_Nonnull gradients, size_t count, double rate);
  /// `m += (g - m)(1 - β₁)`, `v += (g² - v)(1 - β₂)`, `w -= rate × m / (√v + ε)`
  void (*_Nonnull adam_step)(
    double *_Nonnull weights, const double *_Nonnull gradients, double *_Nonnull means, double *_Nonnull squares,
    size_t count, const AdamRates *_Nonnull rates);

  /// The sum of the products, not fused: sixteen running sums side by side, then those one after the other.
  double (*_Nonnull dot_product)(const double *_Nonnull a, const double *_Nonnull b, size_t count);
  /// `target += factor × values`, not fused.
  void (*_Nonnull add_scaled)(
    double *_Nonnull target, const double *_Nonnull values, double factor, size_t count);
  /// `a, b = cosine × a + sine × b, cosine × b - sine × a`, not fused.
  void (*_Nonnull rotate_rows)(
    double *_Nonnull a, double *_Nonnull b, double cosine, double sine, size_t count);
} KernelTable;

/// How many doubles a product with so many columns needs besides.
static inline size_t product_scratch(size_t columns) {
  return product_block_depth * (product_block_rows + (columns + 15) / 16 * 16);
}

/// What the kernels were compiled for.
typedef enum {
  kernel_path_portable,
  kernel_path_avx2,
  kernel_path_avx512,
} KernelPath;

/// The kernels of a path, null where this processor cannot run them.
const KernelTable *_Nullable kernels_of(KernelPath path);

/// What a path is called.
const char *_Nonnull kernel_path_name(KernelPath path);

/// What the environment variable GRADUS_KERNELS says, null where it is unset or empty.
const char *_Nullable asked_path_name(void);

/// The path that GRADUS_KERNELS names, or else the widest one, of those that this processor can run.
KernelPath best_path(void);

/// The kernels of the best path.
const KernelTable *_Nonnull best_kernels(void);

/// Threads that share out a task and wait for the next one in between.
typedef struct Team Team;
/// One part of a task, counted from 0.
typedef void (*TeamTask)(void *_Nonnull context, size_t part, size_t parts);

/// A team for so many parts at once, the caller's thread among them; of fewer where no more threads can be had, null
/// where there is no memory.
Team *_Nullable team_create(size_t parts);
size_t team_parts(const Team *_Nonnull team);
/// Does all parts of a task and returns when the last is done. Only the thread that made the team may call this.
void team_run(Team *_Nonnull team, TeamTask _Nonnull task, void *_Nonnull context);
void team_destroy(Team *_Nonnull team);

#endif
