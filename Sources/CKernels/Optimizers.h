// The steps of the optimizers that are used most; formulas and names are Keras's.

static void sgd_step(double *weights, const double *gradients, size_t count, double rate) {
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    store(weights + index, load(weights + index) - rate * load(gradients + index));
  }
  for (; index < count; index++) weights[index] -= rate * gradients[index];
}

static void adam_step(
  double *weights, const double *gradients, double *means, double *squares, size_t count, const AdamRates *rates
) {
  const double first = 1 - rates->beta1, second = 1 - rates->beta2;
  size_t index = 0;
  for (; index + LANES <= count; index += LANES) {
    vector gradient = load(gradients + index), mean = load(means + index), square = load(squares + index);
    mean += (gradient - mean) * first;
    square += (gradient * gradient - square) * second;
    store(means + index, mean);
    store(squares + index, square);
    vector step = (mean * rates->rate) / (__builtin_elementwise_sqrt(square) + rates->epsilon);
    store(weights + index, load(weights + index) - step);
  }
  for (; index < count; index++) {
    double gradient = gradients[index];
    means[index] += (gradient - means[index]) * first;
    squares[index] += (gradient * gradient - squares[index]) * second;
    weights[index] -= (means[index] * rates->rate) / (__builtin_sqrt(squares[index]) + rates->epsilon);
  }
}
