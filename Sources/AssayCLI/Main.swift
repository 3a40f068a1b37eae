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
    if args[1] == "cross" { cross(checker, verbose: true); return }
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
extension Main {
  static func cross(_ checker: Checker, verbose: Bool) {
    let k = checker.knowledge
    func concept(_ id: String) -> Int { k.concepts.firstIndex { $0.id == id }! }
    let melanin = concept("melanin")
    func forms(_ pred: (Concept) -> Bool) -> [String] {
      k.concepts.filter(pred).flatMap { c in [c.label] + c.synonyms }.filter { !$0.contains("(") && !$0.contains("/") }
    }
    func moves(_ c: Concept, _ d: Concept.Direction) -> Bool { c.kind.isIntervention && c.effects.contains { $0.quantity.rawValue == melanin && $0.direction == d } }
    func state(_ c: Concept, _ f: (Concept.State) -> Bool) -> Bool { c.kind == .condition && c.states.contains { $0.quantity.rawValue == melanin && f($0.state) } && !c.ancestors.contains { k.concepts[Int($0.concept.rawValue)].id == "adverse-effect" } }
    let down = k.concepts.filter { moves($0, .decreases) }.map(\.label).filter { !$0.contains("(") }, up = k.concepts.filter { moves($0, .increases) }.map(\.label)
    let low = k.concepts.filter { state($0) { $0 == .low || $0 == .absent } }.map(\.label), high = k.concepts.filter { state($0) { $0 == .high } }.map(\.label)
    _ = forms
    let bad = ["Apply {S} to treat {O}.", "{O} can be treated with {S}.", "{S} is an effective treatment for {O}.", "If you have {O}, try {S}.", "Needling combined with {S} improves {O}.", "{S}: the proven solution for {O}.", "{O} responds well to {S}.", "{S} helps reduce {O}.", "Use {S} on {O} every night.", "We recommend {S} for {O}.", "{S} is used for {O}.", "Patients with {O} saw improvement after {S}.", "{S}, sunscreen and patience will improve {O}.", "The benefits of {S} for {O} are well known.", "Say goodbye to {O} with {S}.", "Many people rely on {S} to get rid of {O}.", "{S} may help to fade {O}.", "Treatment of {O} with {S} gives good results.", "Your answer to {O} is {S}.", "{S} has been shown to improve {O}.", "For {O}, dermatologists often suggest {S}.", "{S} works wonders for {O}.", "Among the best options for {O} are {S} and sunscreen.", "{S} is indicated for {O}.", "Serums that contain {S} are great for {O}.", "{O} fades with {S}.", "You should use {S} if you suffer from {O}.", "Creams with {S} can clear {O}."]
    let good = ["{S} does not treat {O}.", "Do not use {S} on {O}.", "Avoid {S} if you have {O}.", "Does {S} help {O}?", "It is a myth that {S} treats {O}.", "{S} can cause {O}.", "{S} is contraindicated in {O}.", "There is no evidence that {S} helps {O}.", "{O} should not be treated with {S}.", "{S} is not recommended for {O}.", "Contrary to popular belief, {S} does not improve {O}.", "{S} may leave {O} behind.", "{S} makes {O} worse.", "People with {O} should stay away from {S}.", "{S} never helped anyone with {O}.", "If {S} is used on {O}, the skin gets worse.", "Unlike {S}, phototherapy helps {O}.", "{S} is the wrong choice for {O}.", "It is unclear whether {S} works in {O}.", "{O} is a known side effect of {S}.", "No lightening cream such as {S} can improve {O}.", "Some websites claim that {S} cures {O}, but this is false.", "{O} after {S} is a known risk.", "We never recommend {S} for {O}.", "{S} has no place in the treatment of {O}.", "Using {S} for {O} is a mistake.", "{S} worsens {O}.", "Stop {S} if {O} appears."]
    func run(_ templates: [String], _ agents: [String], _ conditions: [String], expect: Bool, _ title: String) {
      var total = 0, ok = 0
      for t in templates {
        var o = 0, n = 0
        var example = ""
        for (i, s) in agents.enumerated() {
          for (j, c) in conditions.enumerated() where (i + j) % 3 == 0 {
            var text = t.replacing("{S}", with: s).replacing("{O}", with: c)
            text = text.prefix(1).uppercased() + text.dropFirst()
            let r = try! checker.check(path: "a.txt", format: .plainText, bytes: Array(text.utf8))
            let flagged = r.judgment.findings.contains { k.findingRules[Int($0.rule)].id.hasPrefix("contradiction/") }
            n += 1
            if flagged == expect { o += 1 } else if example.isEmpty { example = text }
          }
        }
        total += n; ok += o
        if o < n { print("   \(o)/\(n)  \(t)   e.g. \(example)") }
      }
      print(title, "\(ok)/\(total)")
    }
    run(bad, down, low, expect: true, "lightening for pale")
    run(bad, up, high, expect: true, "raising for dark")
    run(bad, down, high, expect: false, "lightening for dark")
    run(good, down, low, expect: false, "denied")
    run(good, up, high, expect: false, "denied up")
  }
}
