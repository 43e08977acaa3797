// All kernels of one path, gathered under the name that the includer has defined as TABLE.

#include "Lanes.h"
#include "Elementary.h"
#include "Sums.h"
#include "MatrixProduct.h"
#include "Optimizers.h"
#include "Rounding.h"
#include "Vectors.h"

const KernelTable TABLE = {
  .exponential = exponential,
  .hyperbolic_tangent = hyperbolic_tangent,
  .logistic = logistic,
  .natural_logarithm = natural_logarithm,
  .add = add_arrays,
  .subtract = subtract_arrays,
  .multiply = multiply_arrays,
  .divide = divide_arrays,
  .compensated_sum = compensated_sum,
  .finiteness = finiteness,
  .matrix_product = matrix_product,
  .round_values = round_values,
  .rounded_product = rounded_product,
  .sgd_step = sgd_step,
  .adam_step = adam_step,
  .dot_product = dot_product,
  .add_scaled = add_scaled,
  .rotate_rows = rotate_rows,
};
