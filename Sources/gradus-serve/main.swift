import CQRCode
import GRDB
import Hummingbird
import HummingbirdTLS

let router = Router()
router.get("healthz") { _, _ in "ok" }
let queue = try DatabaseQueue()
print(try await queue.read { try Int.fetchOne($0, sql: "select 1") ?? 0 })
try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8080))).runService()
