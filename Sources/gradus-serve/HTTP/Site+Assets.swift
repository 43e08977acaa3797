import HTTPTypes
import Hummingbird

/// The style and the scripts of all pages.
extension Site {
  func addAssets(to group: RouterGroup<Scene>) {
    for asset in Assets.all {
      group.get(RouterPath("assets/\(asset.name)")) { request, _ in
        var response = Response(200, type: asset.type, asset.text)
        // Under an address with its stamp it never changes.
        response.headers[.cacheControl] = request.uri.query == nil ? "no-cache" : "public, max-age=31536000, immutable"
        return response
      }
    }
  }
}
