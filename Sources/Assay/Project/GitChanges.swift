import Gate
import Subprocess

/// Asks git which lines of which files differ from a revision.
public enum GitChanges {
  /// Why git could not tell.
  public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
    public var description: String
    /// There is no git at all.
    var isMissing = false
  }

  /// The lines that differ between a revision and the files as they are now: committed, staged or not. Files that git does
  /// not know yet are new as a whole; of a renamed file only what was changed counts.
  ///
  /// - Parameters:
  ///   - revision: a commit, branch or tag.
  ///   - paths: the files of the run, as it names them.
  public static func since(_ revision: String, paths: [String]) async throws(Failure) -> ChangedLines {
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw Failure(description: "'\(revision)' is no revision; name a commit, a branch or a tag")
    }
    var byRoot: [String: [String: String]] = [:]
    for directory in Set(paths.map { AbsolutePath.directory(of: AbsolutePath.of($0)) }).sorted() {
      let root = try await line(of: ["rev-parse", "--show-toplevel"], in: directory) { _ in
        "'\(directory)' is in no git repository; leave --changed-since out, or run it inside one"
      }
      let prefix = try await line(of: ["rev-parse", "--show-prefix"], in: directory) { $0 }
      for path in paths where AbsolutePath.directory(of: AbsolutePath.of(path)) == directory {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        byRoot[root, default: [:]][prefix + name] = path
      }
    }
    var changes = ChangedLines()
    for (root, files) in byRoot.sorted(by: { $0.key < $1.key }) {
      let base = try await line(of: ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"], in: root) {
        _ in
        "git knows no commit '\(revision)' in \(root); in CI, fetch it first (a shallow clone has no history)"
      }
      let diff = try await git(
        [
          "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--unified=0", "-M",
          "--src-prefix=a/", "--dst-prefix=b/", base, "--",
        ], in: root)
      GitDiff(diff).add(to: &changes, files: files)
      let new = try await git(["ls-files", "--others", "--exclude-standard", "-z"], in: root)
      for path in new.split(separator: 0) {
        if let file = files[String(decoding: path, as: UTF8.self)] { changes.addFile(file) }
      }
    }
    return changes
  }

  private static func line(
    of arguments: [String], in directory: String, problem: (String) -> String
  ) async throws(Failure) -> String {
    do {
      let output = try await git(arguments, in: directory)
      return String(decoding: output.last == 0x0A ? output.dropLast() : output[...], as: UTF8.self)
    } catch {
      throw error.isMissing ? error : Failure(description: problem(error.description))
    }
  }

  /// Inside a hook git says where its repository is, as seen from the root; here the directory decides.
  private static let environment = Environment.inherit.updating([
    "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_PREFIX": nil,
  ])

  /// Diffs that are larger are refused.
  private static let limit = 256 << 20

  private static func git(_ arguments: [String], in directory: String) async throws(Failure) -> [UInt8] {
    do {
      let result = try await run(
        .name("git"), arguments: Arguments(["-C", directory] + arguments), environment: environment,
        output: .bytes(limit: limit), error: .string(limit: 1 << 16))
      guard result.terminationStatus.isSuccess else {
        let said = result.standardError.split(separator: "\n").first.map(String.init) ?? "it failed"
        throw Failure(description: "git: \(said)")
      }
      return result.standardOutput
    } catch let error as Failure {
      throw error
    } catch {
      throw Failure(
        description: "git could not be run (\(error)); install it or leave --changed-since out",
        isMissing: true)
    }
  }
}
