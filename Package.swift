// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "gradus",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "gradus", targets: ["gradus"]),
    .executable(name: "gradus-serve", targets: ["gradus-serve"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // What hummingbird's own interface is made of.
    .package(url: "https://github.com/apple/swift-nio", from: "2.83.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0", traits: []),
  ],
  targets: [
    // Lowest first; arrows only downward.
    .target(
      name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CProgram"),
    .target(name: "Platform", dependencies: ["CProgram"]),
    .target(name: "Vocabulary", dependencies: ["Platform", "CKernels"]),
    .target(name: "ElementaryFunctions", dependencies: ["CKernels"], linkerSettings: [.linkedLibrary("m")]),
    .target(name: "LinearAlgebra", dependencies: ["Vocabulary", "CKernels"]),
    .target(name: "Language", dependencies: ["Platform", "Vocabulary", "ElementaryFunctions"]),
    .target(name: "Probability", dependencies: ["Vocabulary", "ElementaryFunctions"]),
    .target(name: "Networks", dependencies: ["Platform", "Probability", "ElementaryFunctions", "CKernels"]),
    .target(name: "Plotting", dependencies: ["Vocabulary", "ElementaryFunctions"]),
    .target(
      name: "Workbench", dependencies: ["Platform", "Language", "Probability", "Networks", "Plotting"]),
    // Side by side.
    .target(
      name: "Builtins",
      dependencies: [
        "Platform", "Workbench", "Language", "LinearAlgebra", "Probability", "Networks", "Plotting",
        "ElementaryFunctions", "Vocabulary",
      ]),
    .target(
      name: "Lessons", dependencies: ["Platform", "Workbench", "Language", "Plotting", "Vocabulary", "CMarkGFM"]),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "Platform", "Builtins", "Workbench", "Lessons", "Language", "Plotting", "ElementaryFunctions", "Vocabulary",
        "CLibEdit", "ClassroomOptions",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // What `gradus serve` is told, for gradus and for gradus-serve.
    .target(
      name: "ClassroomOptions",
      dependencies: ["Platform", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .target(name: "Classroom", dependencies: ["Platform", "Lessons", "Workbench", "Language", "Vocabulary"]),
    // What serves a class to browsers; a program of its own, since it needs much.
    .executableTarget(
      name: "gradus-serve",
      dependencies: [
        "Platform", "Classroom", "ClassroomOptions", "Builtins", "Lessons", "Workbench", "Vocabulary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("Assets")]
    ),
    .target(
      name: "Fuzzing", dependencies: ["Builtins", "Workbench", "Lessons", "Language", "Probability", "Vocabulary"]),

    // The system libraries.
    .systemLibrary(
      name: "CLibEdit", pkgConfig: "libedit",
      providers: [.apt(["libedit-dev"]), .brew(["libedit"])]
    ),
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]
    ),

    .target(name: "TestSupport", dependencies: ["Platform"], path: "Tests/TestSupport"),
    // Also compiled by .ci/bits, for another processor.
    .target(
      name: "SameBits", dependencies: ["ElementaryFunctions", "CKernels"], path: "Tests/SameBits",
      exclude: ["Driver", "digests.tsv", "numbers.gradus"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform", "TestSupport"]),
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "TestSupport"]),
    .testTarget(
      name: "ElementaryFunctionsTests",
      dependencies: ["Platform", "ElementaryFunctions", "SameBits", "CKernels", "TestSupport"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "Vocabulary", "CKernels", "TestSupport"]),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Workbench", "Vocabulary", "TestSupport"]),
    .testTarget(
      name: "ProbabilityTests", dependencies: ["Probability", "ElementaryFunctions", "Vocabulary", "TestSupport"]),
    .testTarget(name: "NetworksTests", dependencies: ["Networks", "Probability", "Vocabulary", "TestSupport"]),
    .testTarget(
      name: "ExtensionTests",
      dependencies: ["Networks", "Probability", "ElementaryFunctions", "Vocabulary", "TestSupport"]),
    .testTarget(name: "PlottingTests", dependencies: ["Plotting", "ElementaryFunctions", "Vocabulary", "TestSupport"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: ["Platform", "Workbench", "Builtins", "Language", "Vocabulary", "TestSupport"]),
    .testTarget(
      name: "BuiltinsTests",
      dependencies: [
        "Platform", "Builtins", "Workbench", "Lessons", "Plotting", "Probability", "Vocabulary", "TestSupport",
      ]),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["Platform", "Lessons", "Builtins", "Workbench", "Vocabulary", "TestSupport"]),
    .testTarget(
      name: "ClassroomTests",
      dependencies: [
        "Platform", "Classroom", "Lessons", "Builtins", "Workbench", "Vocabulary", "gradus", "TestSupport",
      ]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Platform", "Classroom", "Lessons", "Vocabulary", "gradus", "gradus-serve", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["Platform", "Fuzzing", "Builtins", "Workbench", "Vocabulary", "TestSupport"]),
    .testTarget(name: "BrowserTests", dependencies: ["Platform", "TestSupport", "gradus", "gradus-serve"]),
    .testTarget(name: "DeployTests", dependencies: ["Platform", "TestSupport"], exclude: ["packing_laws.py"]),
    .testTarget(name: "PromptTests", dependencies: ["Platform", "ElementaryFunctions", "gradus", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// What measures gradus and what looks for its faults, asked for by GRADUS_TOOLS=1: nobody else has to build them.
if Context.environment["GRADUS_TOOLS"] != nil {
  package.products += [
    .executable(name: "gradus-bench", targets: ["Benchmarks"]),
    .executable(name: "gradus-fuzz", targets: ["gradus-fuzz"]),
  ]
  package.targets += [
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Platform", "Builtins", "Workbench", "Lessons", "Networks", "Plotting", "Probability", "Vocabulary",
      ],
      exclude: ["Peers"]
    ),
    .executableTarget(
      name: "gradus-fuzz",
      dependencies: [
        "Platform", "Fuzzing", "Builtins", "Workbench", "Vocabulary",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
  ]
}
