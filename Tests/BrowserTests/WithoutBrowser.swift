import TestSupport

/// Why no browser is driven; nil where one is.
let withoutBrowser: String? = Browser.missing
