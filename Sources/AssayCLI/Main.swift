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
    let bad2: [String] = ["{S} is one of the best ingredients for {O}.", "{O}? Nothing beats {S}.", "A serum with {S} evens out {O}.", "Start your day with {S} and watch {O} disappear.", "Dermatologists prescribe {S} to patients with {O}.", "{S} is a must for anyone with {O}.", "To fade {O}, massage {S} into the skin.", "Patients suffering from {O} benefit from {S}.", "By lowering melanin, {S} treats {O}.", "{S} gently corrects {O}.", "{O} improved after eight weeks of {S}.", "{O} can be managed by {S}.", "There are several treatments for {O}, including {S}.", "Treatments such as {S} help people with {O}.", "Common treatments for {O} include {S} and laser therapy.", "{S} offers hope for {O}.", "{S}, which is gentle, is suitable for {O}.", "Doctors treat {O} with {S}.", "{S} is effective against {O}.", "We combine {S} with microneedling to address {O}.", "{S} should be applied to {O} twice daily.", "{S} has become a popular remedy for {O}.", "The treatment of choice for {O} is {S}.", "{S} therapy for {O} is available at our clinic.", "{S} reduces the appearance of {O}.", "{S} is good for {O}.", "{S} and vitamin E are ideal if you have {O}.", "Living with {O}? {S} can help.", "{O} is a common condition. The best remedy is {S}.", "{O} bothers many people. It can be treated with {S}.", "{O} bothers many people. {S} can help.", "Our clinic treats {O} using {S}.", "With {S}, {O} soon becomes less visible.", "{S} for {O} really works.", "What helps against {O}? {S}, of course.", "You can treat {O} at home: just apply {S}.", "{S} promotes repigmentation in {O}.", "Studies show that {S} is beneficial in {O}.", "{S} targets {O} at its source.", "{O} can benefit from {S}.", "Thanks to {S}, {O} is a thing of the past.", "Struggling with {O}, she turned to {S} and her skin cleared."]
    let good2: [String] = ["{S} cannot treat {O}.", "{S} will not help {O}.", "{S} has no effect on {O}.", "Never put {S} on {O}.", "{S} is unsuitable for {O}.", "{O} is not an indication for {S}.", "{S} is harmful in {O}.", "{S} would only make {O} worse.", "Is {S} good for {O}?", "Can you use {S} on {O}?", "Many people wrongly believe that {S} helps {O}.", "The idea that {S} treats {O} is false.", "{S} lightens the skin, so it should be kept away from {O}.", "{O} may appear after {S}.", "{S} was linked to {O}.", "In rare cases {S} leads to {O}.", "{S} does nothing for {O}.", "{S} failed to improve {O}.", "There is no proof that {S} is effective for {O}.", "{S} is useless for {O}.", "Do not treat {O} with {S}.", "{S} is for other problems, not for {O}.", "{S} treats acne but not {O}.", "Rather than {S}, people with {O} need advice.", "{S} should not be offered to people with {O}.", "Long use of {S} carries a risk of {O}.", "Overuse of {S} can trigger {O}.", "Patients with {O} must not use {S}.", "Although {S} is popular, it cannot help {O}.", "{S} is sometimes wrongly recommended for {O}.", "It is not true that {S} helps {O}.", "{O} induced by {S} is well described.", "{S}-induced {O} is well described.", "Some people ask whether {S} helps {O}.", "One patient developed {O} after using {S}.", "{S} is not a treatment for {O}.", "Nobody with {O} should use {S}.", "Neither {S} nor zinc helps {O}.", "{S} can do more harm than good in {O}.", "We do not offer {S} for {O}.", "{S} may be dangerous for people with {O}.", "{O} is one of the side effects of {S}.", "Tell your doctor if {O} appears while you use {S}.", "{S} has not been tested in {O}.", "Before you use {S}, make sure that it is not {O}.", "Misdiagnosed {O} is sometimes treated with {S}, which makes it worse.", "{S} left her with {O}.", "Is it safe to use {S} for {O}? No."]
    run(bad2, down, low, expect: true, "2 lightening for pale")
    run(bad2, up, high, expect: true, "2 raising for dark")
    run(bad2, down, high, expect: false, "2 lightening for dark")
    run(good2, down, low, expect: false, "2 denied")
    run(good2, up, high, expect: false, "2 denied up")
    run(bad, down, low, expect: true, "lightening for pale")
    run(bad, up, high, expect: true, "raising for dark")
    run(bad, down, high, expect: false, "lightening for dark")
    run(good, down, low, expect: false, "denied")
    run(good, up, high, expect: false, "denied up")
  }
}
