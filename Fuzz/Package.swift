// swift-tools-version: 6.2
import PackageDescription

// Fuzzing needs flags for every module, which a manifest cannot give to its dependencies: `make fuzz` passes them.
let package = Package(
  name: "assay-fuzz",
  dependencies: [.package(name: "assay", path: "..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer", path: "Sources/CLibFuzzer"),
    .executableTarget(
      name: "assay-fuzz", dependencies: ["CLibFuzzer", .product(name: "Assay", package: "assay")],
      path: "Sources", exclude: ["CLibFuzzer", "Replay"], sources: ["Targets", "Driver"],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ]
)
