/// Loops over arrays of doubles, compiled for several widths of vector instructions.
///
/// Every path gives the same bits: only operations that IEEE 754 rounds exactly are used, a product is fused with a sum
/// only where a kernel says `fma`, and the order of sums does not depend on the width.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>

/// Results for each of `count` values; the result may be the values.
typedef void (*ArrayFunction)(const double *_Nonnull values, double *_Nonnull result, size_t count);

/// The kernels of one path.
typedef struct __attribute__((swift_attr("@Sendable"))) {
  ArrayFunction _Nonnull exponential;
  ArrayFunction _Nonnull hyperbolic_tangent;
  ArrayFunction _Nonnull logistic;
  ArrayFunction _Nonnull natural_logarithm;

  /// Eight running sums side by side, value i going to sum i mod 8, with what rounding has lost of each (Knuth's exact
  /// sum of two numbers). The count must be a multiple of 8; the sums start where they are.
  void (*_Nonnull compensated_sum)(
    const double *_Nonnull values, size_t count, double *_Nonnull sums, double *_Nonnull lost);
} KernelTable;

/// What the kernels were compiled for.
typedef enum {
  kernel_path_portable,
  kernel_path_avx2,
  kernel_path_avx512,
} KernelPath;

/// The kernels of a path, null where this processor cannot run them.
const KernelTable *_Nullable kernels_of(KernelPath path);

/// The kernels of the widest path that this processor can run.
const KernelTable *_Nonnull best_kernels(void);

#endif
