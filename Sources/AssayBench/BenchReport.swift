import Assay
import FoundationEssentials
import Knowledge

/// Runs the benchmarks and prints their tables.
struct BenchReport {
  let corpus: BenchCorpus
  /// The built `assay`.
  let program: String
  let rounds: Int
  /// The directory of the rules, for the stages.
  let rules: String
  let python: String?
  /// The script that times other programs.
  let peers: String

  private func check(_ paths: [String], jobs: Int) -> TimedProcess {
    TimedProcess(program, ["check", "--format", "jsonl", "--fail-on", "never", "--jobs", "\(jobs)"] + paths)
  }

  private func bytes(of paths: [String]) -> Double {
    paths.reduce(0.0) { total, path in
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return total + Double(size ?? 0)
    }
  }

  /// Many files against `wc -w`.
  func files() throws {
    let paths = corpus.many
    let work = [TimedProcess("wc", ["-w"] + paths), check(paths, jobs: 1), check(paths, jobs: 2)]
    for process in work { _ = try process.run() }
    let costs = try Measure.inTurns(rounds: rounds, work.map { process in { try process.run() } })
    let processor = costs.map { $0.map(\.processor) }
    let wall = costs.map { $0.map(\.wall) }
    let size = bytes(of: paths) / 1e6
    print("\(paths.count) files, \(size.text(1)) MB, to JSON lines")
    print("  wc -w                       \(Measure.median(processor[0]).text(3)) s of processor time")
    print(
      "  check --jobs 1              \(Measure.median(processor[1]).text(3)) s, "
        + "\(Measure.ratio(processor[1], to: processor[0]).text(2)) times wc -w, "
        + "\((size / Measure.median(processor[1])).text(1)) MB/s")
    print(
      "  check --jobs 2, wall        \(Measure.ratio(wall[1], to: wall[2]).text(2)) times as fast as --jobs 1"
    )
  }

  /// Time for each megabyte of single files.
  func sizes() throws {
    let work = corpus.single.map { check([$0.path], jobs: 1) }
    for process in work { _ = try process.run() }
    let costs = try Measure.inTurns(rounds: rounds, work.map { process in { try process.run().processor } })
    let perMegabyte = zip(costs, corpus.single).map { series, file in
      series.map { $0 / Double(file.megabytes) }
    }
    print("\nOne file of plain text, time for each megabyte")
    for (series, file) in zip(perMegabyte, corpus.single) {
      print(
        "  \(file.megabytes) MB  \(Measure.median(series).text(4)) s, "
          + "\(Measure.ratio(series, to: perMegabyte[0]).text(2)) times that of \(corpus.single[0].megabytes) MB"
      )
    }
  }

  func memory() throws {
    func peak(_ paths: [String]) throws -> String {
      let sizes = try (0..<3).map { _ in Double(try check(paths, jobs: 1).run().peakMemory) / Double(1 << 20)
      }
      return Measure.median(sizes).text(1)
    }
    let few = Array(corpus.many.prefix(20))
    print("\nPeak memory")
    print("  one page     \(try peak([corpus.page])) MiB")
    print("  20 files     \(try peak(few)) MiB")
    print("  \(corpus.many.count) files   \(try peak(corpus.many)) MiB")
  }

  /// From the command to its end, with all rules.
  func start() throws {
    let work = [
      TimedProcess("true", []), TimedProcess(program, ["--version"]), check([corpus.page], jobs: 1),
    ]
    for process in work { _ = try process.run() }
    let costs = try Measure.inTurns(
      rounds: rounds * 3, work.map { process in { try process.run().wall * 1_000 } })
    print("\nOne page of \(Int(bytes(of: [corpus.page]))) bytes, the start included, wall")
    for (name, series) in zip(["true", "assay --version", "assay check"], costs) {
      print(
        "  \(name.padded(to: 16)) \(Measure.median(series).text(1)) ms, at best \((series.min() ?? 0).text(1))"
      )
    }
  }

  func stages() throws {
    let knowledge = try RulesLocation.directory(rules, cache: nil).load()
    let stages = try Stages(Array(corpus.many.prefix(500)), knowledge: knowledge)
    _ = try stages.run()
    let rounds = try Measure.inTurns(rounds: rounds, [{ try stages.run() }])[0]
    let total = Measure.median(rounds.map { $0.reduce(0, +) })
    print("\nStages, of \(min(500, corpus.many.count)) files, without reading them from disk")
    for (index, name) in Stages.names.enumerated() {
      let part = Measure.median(rounds.map { $0[index] / $0.reduce(0, +) })
      print("  \(name.padded(to: 44)) \((part * 100).text(0)) %")
    }
    let size = bytes(of: Array(corpus.many.prefix(500))) / 1e6
    print("  \("together".padded(to: 44)) \((size / total).text(1)) MB/s")
  }

  /// Other programs on the same kind of text.
  func others() throws {
    guard let python else {
      print(
        "\nOther programs: left out; name a Python that has medspacy and proselint: make bench BENCH_PYTHON=…"
      )
      return
    }
    print("\nOther programs, on the first files")
    let texts = corpus.many.filter { $0.hasSuffix(".txt") }.prefix(10)
    _ = try TimedProcess(python, [peers, program] + texts, isSilent: false).run()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }
}
