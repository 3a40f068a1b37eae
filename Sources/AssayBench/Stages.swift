import Assay
import Claims
import FoundationEssentials
import Ingest
import Judgment
import Knowledge
import Reporting

/// The stages of a check, one by one, in this process.
struct Stages {
  private let reader: ClaimReader
  private let judge: Judge
  private let reporter: any Reporter
  private let files: [(format: DocumentFormat, bytes: [UInt8])]

  init(_ paths: [String], knowledge: KnowledgeBase) throws {
    reader = ClaimReader(grammar: Grammar(knowledge: knowledge))
    judge = Judge(knowledge: knowledge, options: Judge.Options(), reader: reader)
    reporter = Format.jsonl.reporter(knowledge: knowledge, options: ReportOptions(version: Tool.version))
    files = try paths.map { path in
      guard let data = FileManager.default.contents(atPath: path),
        let format = Ingest.format(ofFileNamed: path)
      else {
        throw BenchError(message: "\(path) cannot be read")
      }
      return (format, Array(data))
    }
  }

  static let names = [
    "ingest", "tokens, sentences, phrases (the automaton)", "claims", "judgment", "writing (jsonl)",
  ]

  /// Seconds of each stage over all files.
  func run() throws -> [Double] {
    var seconds = [Double](repeating: 0, count: Self.names.count)
    var output: [UInt8] = []
    for (format, bytes) in files {
      let start = TimedProcess.now
      let document = try Ingest.document(path: "x", format: format, bytes: bytes)
      let ingested = TimedProcess.now
      let hits = reader.phraseCount(in: document)
      let scanned = TimedProcess.now
      let reading = reader.read(document)
      let read = TimedProcess.now
      let judgment = judge.judge(document, reading)
      let judged = TimedProcess.now
      output.removeAll(keepingCapacity: true)
      _ = reporter.write(
        CheckedDocument(document: document, reading: reading, judgment: judgment), to: &output)
      let written = TimedProcess.now
      precondition(hits >= 0 && !output.isEmpty, "the work is done")
      seconds[0] += ingested - start
      seconds[1] += scanned - ingested
      // Reading scans once more.
      seconds[2] += (read - scanned) - (scanned - ingested)
      seconds[3] += judged - read
      seconds[4] += written - judged
    }
    return seconds
  }
}
