// All kernels of one path, gathered under the name that the includer has defined as TABLE.

#include "Lanes.h"
#include "Elementary.h"
#include "Sums.h"
#include "MatrixProduct.h"
#include "Optimizers.h"

const KernelTable TABLE = {
  .exponential = exponential,
  .hyperbolic_tangent = hyperbolic_tangent,
  .logistic = logistic,
  .natural_logarithm = natural_logarithm,
  .compensated_sum = compensated_sum,
  .finiteness = finiteness,
  .matrix_product = matrix_product,
  .sgd_step = sgd_step,
  .adam_step = adam_step,
};
