import Platform
import TestSupport

/// Why no browser is driven; nil where one is: it is asked for by `GRADUS_BROWSER=1`, since it takes minutes.
let withoutBrowser: String? =
  environmentVariable("GRADUS_BROWSER") == nil ? "GRADUS_BROWSER=1 drives a browser" : Browser.missing
