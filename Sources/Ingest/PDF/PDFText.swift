/// Takes the text out of PDF files with pdftotext (poppler-utils), which is looked for on the user's own PATH.
enum PDFText {
  /// Seconds that it may take.
  private static let seconds = 60

  /// The text of a file in UTF-8, a form feed behind each page, and the program that took it out, with its version.
  ///
  /// The program reads standard input and writes standard output: it is told no path.
  /// - Parameter limit: bytes that the text may have.
  static func extract(_ file: [UInt8], limit: Int) throws(IngestError) -> (tool: String, bytes: [UInt8]) {
    let result = try run(["-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"], input: file, limit: limit)
    guard result.status == 0 else {
      let said =
        result.errors.split(separator: 0x0A).first.map { " (\(String(decoding: $0, as: UTF8.self)))" } ?? ""
      throw .unreadable("pdftotext cannot read the PDF\(said); is it damaged, or does it want a password?")
    }
    return (try version.get(), result.output)
  }

  /// Asked for once.
  private static let version: Result<String, IngestError> = {
    do throws(IngestError) {
      let said = try run(["-v"], input: [], limit: 1 << 16).errors.prefix { $0 != 0x0A }
      return .success("pdftotext \(String(decoding: said, as: UTF8.self).split(separator: " ").last ?? "")")
    } catch {
      return .failure(error)
    }
  }()

  private static func run(
    _ arguments: [String], input: [UInt8], limit: Int
  ) throws(IngestError) -> FilterProgram.Result {
    do throws(FilterProgram.Failure) {
      return try FilterProgram("pdftotext", arguments).run(input, seconds: seconds, outputLimit: limit)
    } catch {
      switch error {
      case .missing:
        throw .unreadable(
          "PDF files are read through pdftotext, which is not installed; install poppler-utils, or check the text instead"
        )
      case .cannotRun(let reason): throw .unreadable("pdftotext could not be run (\(reason))")
      case .tookTooLong:
        throw .unreadable(
          "pdftotext took longer than \(seconds) seconds; check a part of the PDF, or its text")
      case .wroteTooMuch: throw .unreadable("the text of the PDF is longer than \(limit) bytes; split it")
      }
    }
  }
}
