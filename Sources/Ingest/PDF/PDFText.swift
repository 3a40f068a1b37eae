internal import Subprocess

/// Takes the text out of PDF files with pdftotext (poppler-utils), which is asked for on the user's own PATH.
enum PDFText {
  /// Bytes that the text may have.
  static let limit = 64 << 20
  /// Seconds that it may take.
  private static let seconds = 60

  /// The text of a file in UTF-8, a form feed behind each page, and the program that took it out, with its version.
  ///
  /// The program reads standard input and writes standard output: it is told no path.
  static func extract(_ file: [UInt8]) throws(IngestError) -> (tool: String, bytes: [UInt8]) {
    let output = try Blocking.run { () async throws(IngestError) in
      try await pdftotext(["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: file)
    }
    return (try version.get(), output)
  }

  /// Asked for once.
  private static let version: Result<String, IngestError> = {
    do throws(IngestError) {
      return .success(
        try Blocking.run { () async throws(IngestError) in
          let said = try await pdftotext(["-v"], input: [], wantsErrors: true)
          let words = String(decoding: said.prefix { $0 != 0x0A }, as: UTF8.self).split(separator: " ")
          return "pdftotext \(words.last ?? "")"
        })
    } catch {
      return .failure(error)
    }
  }()

  private struct TimedOut: Error {}

  private static func pdftotext(
    _ arguments: [String], input: [UInt8], wantsErrors: Bool = false
  ) async throws(IngestError) -> [UInt8] {
    do {
      return try await withThrowingTaskGroup(of: [UInt8].self) { group in
        group.addTask {
          let result = try await run(
            .name("pdftotext"), arguments: Arguments(arguments), input: .array(input),
            output: .bytes(limit: limit),
            error: .string(limit: 1 << 16))
          guard result.terminationStatus.isSuccess else {
            let said = result.standardError.split(separator: "\n").first.map { " (\($0))" } ?? ""
            throw IngestError.unreadable(
              "pdftotext cannot read the PDF\(said); is it damaged, or does it want a password?")
          }
          return wantsErrors ? Array(result.standardError.utf8) : result.standardOutput
        }
        group.addTask {
          try await Task.sleep(for: .seconds(seconds))
          throw TimedOut()
        }
        defer { group.cancelAll() }
        return try await group.next() ?? []
      }
    } catch let error as IngestError {
      throw error
    } catch is TimedOut {
      throw .unreadable("pdftotext took longer than \(seconds) seconds; check a part of the PDF, or its text")
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw .unreadable("the text of the PDF is longer than \(limit) bytes; split it")
    } catch {
      throw .unreadable(
        "PDF files are read through pdftotext, which could not be run; install poppler-utils, or check the text instead"
      )
    }
  }
}
