import Foundation
import Testing

/// The built executable, and the rules of this repository.
enum Tool {
  static let repository: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  static let path = Bundle.main.bundleURL.appending(path: "assay").path(percentEncoded: false)

  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Runs the tool with rules from the repository, unless `rules` says otherwise.
  static func run(
    _ arguments: [String], input: String = "", rules: String? = nil, environment extra: [String: String] = [:]
  ) throws -> Result {
    let scratch = try Scratch()
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    // A cache of its own, shared by the tests.
    environment["XDG_CACHE_HOME"] = NSTemporaryDirectory() + "assay-tests-cache"
    environment["ASSAY_RULES"] = rules ?? repository + "/rules"
    environment.merge(extra) { $1 }
    process.environment = environment
    // Files rather than pipes: neither side ever waits for the other.
    try scratch.write("in", input)
    for name in ["out", "err"] { try scratch.write(name, "") }
    process.standardInput = try FileHandle(forReadingFrom: scratch.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("err"))
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit)
    return Result(
      code: process.terminationStatus, output: try scratch.read("out"), errors: try scratch.read("err"))
  }
}

extension Tool {
  /// Starts the tool with rules of its own and waits for nothing.
  static func start(_ arguments: [String], input: Any, output: Any? = nil, errors: Any? = nil) throws
    -> Process
  {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_CACHE_HOME": NSTemporaryDirectory() + "assay-tests-cache", "ASSAY_RULES": repository + "/rules",
    ]) { $1 }
    process.standardInput = input
    process.standardOutput = output ?? FileHandle.nullDevice
    process.standardError = errors ?? FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs a script of the shell, where `$assay` is the tool.
  static func shell(_ script: String, in scratch: Scratch) throws -> Result {
    for name in [".out", ".err"] { try scratch.write(name, "") }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: scratch.path)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_CACHE_HOME": NSTemporaryDirectory() + "assay-tests-cache", "ASSAY_RULES": repository + "/rules",
      "assay": path,
    ]) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: scratch.url(".out"))
    process.standardError = try FileHandle(forWritingTo: scratch.url(".err"))
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: try scratch.read(".out"), errors: try scratch.read(".err"))
  }
}

/// A directory of its own, removed with the test.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "assay-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(filePath: path + "/" + name) }

  func write(_ name: String, _ text: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url(name))
  }

  func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: url(name)), as: UTF8.self)
  }
}
