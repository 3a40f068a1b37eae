import ArgumentParser
import Assay
import FoundationEssentials
import Knowledge

/// `make bench`: how fast the built program is, as ratios of what ran side by side.
@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay-bench", abstract: "Times a built assay on files made of the drafts of corpus/.")

  @Option(help: "The program that is timed.")
  var assay = ".build/release/assay"

  @Option(help: "The directory of the drafts.")
  var drafts = "corpus"

  @Option(help: "The directory of the rules.")
  var rules = "rules"

  @Option(help: "A Python that has medspacy and proselint, to time these as well.")
  var python: String?

  @Option(help: "Rounds in which all take their turn.")
  var rounds = 7

  @Flag(help: "A tenth of the files and three rounds.")
  var quick = false

  @Option(help: ArgumentHelp("Only make the files, in this directory.", visibility: .hidden))
  var make: String?

  private func corpus(in directory: String) -> BenchCorpus {
    BenchCorpus(in: directory, count: quick ? 200 : 2_000, megabytes: quick ? [1, 2] : [1, 5, 20])
  }

  func run() throws {
    if let make { return try corpus(in: make).write(from: drafts) }
    let directory =
      FileManager.default.temporaryDirectory.path(percentEncoded: false) + "assay-bench-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let corpus = corpus(in: directory)
    let report = BenchReport(
      corpus: corpus, program: assay, rounds: quick ? 3 : rounds, rules: rules, python: python,
      peers: "benchmarks/peers.py")
    do {
      // Made by another process: what this one took at its peak would count as the peak of those that it starts.
      let options = ["--make", directory, "--drafts", drafts] + (quick ? ["--quick"] : [])
      _ = try TimedProcess(CommandLine.arguments[0], options).run()
      try report.memory()
      try report.files()
      try report.sizes()
      try report.start()
      try report.stages()
      try report.others()
    } catch let error as BenchError {
      throw ValidationError(error.message)
    }
  }
}
