// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "assay",
  products: [
    .executable(name: "assay", targets: ["AssayCLI"]),
    .library(name: "Assay", targets: ["Assay"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // MARK: C libraries
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CBuiltinRules"),
    .target(name: "CReportSchema"),
    .target(name: "CAllocator"),
    .target(name: "CUnfinishedFiles"),
    .target(name: "Locking", swiftSettings: settings),

    // MARK: The way of the data, in its order
    .target(
      name: "Ingest",
      dependencies: ["CLibXML2", "CCmarkGFM", "CLibZip", "Locking"], swiftSettings: settings),
    .target(name: "Linguistics", dependencies: ["Ingest"], swiftSettings: settings),
    .target(
      name: "Knowledge",
      dependencies: [
        "Ingest", "Linguistics", "CBuiltinRules", "CUnfinishedFiles", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "Claims", dependencies: ["Ingest", "Linguistics", "Knowledge"], swiftSettings: settings),
    .target(
      name: "Judgment", dependencies: ["Locking", "Ingest", "Linguistics", "Knowledge", "Claims"],
      swiftSettings: settings),
    .target(
      name: "Gate", dependencies: ["Ingest", "Knowledge", "Claims", "Judgment"], swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: [
        "CLibXML2", "CReportSchema", "Ingest", "Linguistics", "Knowledge", "Claims", "Judgment",
      ],
      exclude: ["Resources"], swiftSettings: settings),
    .target(name: "Handbook", dependencies: ["Knowledge", "Reporting"], swiftSettings: settings),
    .target(
      name: "Assay",
      dependencies: [
        "Locking", "Ingest", "Linguistics", "Knowledge", "Claims", "Judgment", "Gate", "Reporting",
        "Handbook",
        "CUnfinishedFiles", .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "AssayCLI",
      dependencies: [
        "Assay", "Locking", "Ingest", "Knowledge", "Claims", "Judgment", "Gate", "Reporting", "Handbook",
        "CAllocator", "CUnfinishedFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // MARK: Benchmarks
    .executableTarget(
      name: "AssayBench",
      dependencies: [
        "Assay", "Ingest", "Knowledge", "Claims", "Judgment", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // MARK: Tests
    .testTarget(
      name: "IngestTests", dependencies: ["Ingest", "CLibXML2"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics"], swiftSettings: settings),
    .testTarget(
      name: "KnowledgeTests", dependencies: ["Knowledge", "Linguistics", "Ingest"], swiftSettings: settings),
    .testTarget(
      name: "ClaimsTests", dependencies: ["Claims", "Ingest", "Knowledge"], swiftSettings: settings),
    .testTarget(
      name: "JudgmentTests", dependencies: ["Assay", "Claims", "Ingest", "Judgment", "Knowledge"],
      swiftSettings: settings),
    .testTarget(
      name: "GateTests",
      dependencies: ["Gate", "Assay", "Claims", "Ingest", "Judgment", "Knowledge"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Handbook", "Assay", "Ingest", "Knowledge", "Claims", "Judgment", "CLibXML2",
      ],
      exclude: ["Golden", "Rules"], swiftSettings: settings),
    .testTarget(
      name: "AssayTests", dependencies: ["Assay", "Claims", "Ingest", "Judgment", "Knowledge", "Reporting"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["AssayCLI"], swiftSettings: settings),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["Assay", "Claims", "Gate", "Ingest", "Judgment", "Knowledge", "Reporting"],
      path: "Fuzz/Sources", exclude: ["CLibFuzzer", "Driver"], sources: ["Targets", "Replay"],
      swiftSettings: settings),
  ]
)
