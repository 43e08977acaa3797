import Networks
import Probability
import Vocabulary

/// The catalogs with one more thing each: a file beside this one, and a line here.
enum Extended {
  static let distributions = Catalog("distribution", Probability.distributions.declarations + [Arcsine.declaration])
  static let activations = Catalog("activation", Networks.activations.declarations + [BentIdentity.declaration])
  static let losses = Catalog("loss", Networks.losses.declarations + [QuarticError.declaration])
  static let optimizers = Catalog("optimizer", Networks.optimizers.declarations + [SignDescent.declaration])
  static let layers = Catalog("layer", Networks.layers.declarations + [ScaleLayer.declaration])
  static let datasets = Catalog("data set", Networks.datasets.declarations + [Stairs.declaration])
}
