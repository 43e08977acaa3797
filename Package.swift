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
        "CLibEdit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "Classroom", dependencies: ["Platform", "Lessons", "Workbench", "Language", "Vocabulary"]),
    // What serves a class to browsers; a program of its own, since it needs much.
    .executableTarget(
      name: "gradus-serve",
      dependencies: [
        "Platform", "Classroom", "Builtins", "Lessons", "Workbench", "Vocabulary", "CQRCode",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
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
    .systemLibrary(
      name: "CQRCode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]
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
      name: "FuzzingTests",
      dependencies: ["Platform", "Fuzzing", "Builtins", "Workbench", "Vocabulary", "TestSupport"]),
    .testTarget(name: "DeployTests", dependencies: ["Platform", "TestSupport"], exclude: ["packing_laws.py"]),
    .testTarget(
      name: "ClassroomTests", dependencies: ["Platform", "Classroom", "Lessons", "Builtins", "gradus", "TestSupport"]),
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
