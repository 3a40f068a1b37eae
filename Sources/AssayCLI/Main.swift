import Assay
import Claims
import Ingest
import Judgment
import Knowledge
import FoundationEssentials

@main struct Main {
  static func main() throws {
    let args = CommandLine.arguments
    let knowledge: KnowledgeBase
    if args[1] == "validate" {
      let (_, faults) = RulesLoader.load(directory: "rules")
      for f in faults { print(f) }
      print(faults.count)
      return
    }
    do { knowledge = try KnowledgeBase.at(directory: "rules", cacheDirectory: "/tmp/assaycache") } catch { print(error); return }
    let checker = Checker(knowledge: knowledge)
    if args[1] == "time" {
      let bytes = Array(try Data(contentsOf: URL(filePath: args[2])))
      for _ in 0..<3 {
        let clock = ContinuousClock()
        var n = 0
        let d = clock.measure { let c = try! checker.check(path: "a.txt", format: .plainText, bytes: bytes); n = c.reading.claims.count }
        print(bytes.count, n, d, Double(bytes.count) / 1e6 / (Double(d.components.attoseconds) / 1e18 + Double(d.components.seconds)), "MB/s")
      }
    } else if args[1] == "dump" {
      debugReading = ProcessInfo.processInfo.environment["DEBUG"] != nil
      for path in args.dropFirst(2) {
        let bytes: [UInt8] = path == "-" ? Array(FileHandleReader.all()) : Array(try Data(contentsOf: URL(filePath: path)))
        dump(checker, path, bytes)
      }
    } else if args[1] == "eval" {
      var total = ArticleEvaluation.Figures()
      var byKind: [String: ArticleEvaluation.Figures] = [:]
      for dir in args.dropFirst(2) {
        let names = try FileManager.default.contentsOfDirectory(atPath: dir).sorted()
        for name in names where name.hasSuffix(".json") {
          let stem = name.dropLast(5)
          guard let file = names.first(where: { $0.hasPrefix(stem + ".") && !$0.hasSuffix(".json") }) else { continue }
          let gold = try ArticleGold(json: Array(try Data(contentsOf: URL(filePath: dir + "/" + name))))
          let checked = try checker.check(path: file, format: Ingest.format(ofFileNamed: file)!, bytes: Array(try Data(contentsOf: URL(filePath: dir + "/" + file))))
          let e = ArticleEvaluation(gold: gold, checked: checked, knowledge: knowledge)
          total = total + e.figures
          byKind[gold.kind] = (byKind[gold.kind] ?? .init()) + e.figures
          print("== \(file) must \(e.figures.mustFound)/\(e.figures.must) right \(e.figures.rightAlarms) false \(e.figures.falseAlarms)")
          for d in e.differences where (ProcessInfo.processInfo.environment["CLAIMS"] != nil) || (d.kind != .claimExtra && d.kind != .claimMissed) { print("   \(d.kind.rawValue) [\(d.what)] \(d.sentence)") }
        }
      }
      for (k, f) in byKind.sorted(by: { $0.key < $1.key }) + [("all", total)] {
        print(k, "recall", f.recall, "(\(f.mustFound)/\(f.must))", "precision", f.precision, "right", f.rightAlarms, "false", f.falseAlarms, "per1000", f.falseAlarmsPerThousandWords, "claims P", f.claimPrecision, "R", f.claimRecall, "F1", f.claimF1)
      }
    }
  }
  static func dump(_ checker: Checker, _ path: String, _ bytes: [UInt8]) {
    guard let c = try? checker.check(path: path, format: Ingest.format(ofFileNamed: path) ?? .plainText, bytes: bytes) else { return }
    let k = checker.knowledge
    func t(_ r: ByteRange) -> String { String(decoding: c.document.text[r.start..<r.end], as: UTF8.self) }
    func who(_ p: Participant) -> String {
      (p.concept >= 0 ? k.concepts[Int(p.concept)].id : p.moves != nil ? "[\(k.concepts[Int(p.movesQuantity)].id) \(p.moves!)]" : "-") + (p.deviation.map { ":\($0)" } ?? "") + (p.origin == .named ? "" : "/\(p.origin)")
    }
    for (i, s) in c.reading.sentences.enumerated() {
      print("[\(i)] \(t(s.range))")
      for ci in s.claims {
        let cl = c.reading.claims[Int(ci)], j = c.judgment.claims[Int(ci)]
        print("     <\(who(cl.agent))|\(cl.relation.rawValue)|\(who(cl.target))\(cl.negated ? "|NEG" : "")|\(cl.certainty)/\(cl.strength)/\(cl.attribution)|fl \(cl.flags.rawValue)> \(j.verdict) \(j.statement >= 0 ? k.statements[Int(j.statement)].id : "") frame \(cl.frame >= 0 ? k.frames[Int(cl.frame)].id : "-") partners \(cl.partners.map { who(c.reading.partners[Int($0)]) })")
      }
      for f in c.judgment.findings where Int(f.sentence) == i { print("   !! \(f.severity) \(k.findingRules[Int(f.rule)].id) «\(t(f.range))»: \(f.message) → \(f.suggestion)") }
    }
    print("score", c.judgment.score)
  }
}
enum FileHandleReader { static func all() -> [UInt8] { var out: [UInt8] = []; while let l = readLine(strippingNewline: false) { out += Array(l.utf8) }; return out } }
