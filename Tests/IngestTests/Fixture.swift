import Foundation

/// Files that other programs wrote; `Fixtures/make.sh` makes them again.
enum Fixture {
  static func bytes(_ name: String, file: String = #filePath) throws -> [UInt8] {
    let directory = URL(filePath: file).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: directory.appending(path: name)))
  }
}
