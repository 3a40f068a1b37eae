import Claims
import Foundation
import Ingest
import Knowledge

/// The rules of this repository, ready to read claims with.
enum RealRules {
  static let directory: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/rules"
  }()

  static let reader = Result {
    ClaimReader(
      grammar: Grammar(
        knowledge: try KnowledgeBase.at(
          directory: directory, cacheDirectory: NSTemporaryDirectory() + "assay-tests-cache/assay")))
  }
}

/// Everything that is read from a text.
struct Reading {
  let document: Document
  let reading: DocumentReading
  let knowledge: KnowledgeBase

  init(
    _ text: String, as format: DocumentFormat = .plainText, limits: ReadingLimits = ReadingLimits()
  ) throws {
    let reader = try RealRules.reader.get()
    knowledge = reader.grammar.knowledge
    document = try Ingest.document(
      path: "draft", format: format, bytes: Array(text.utf8), options: IngestOptions(limits: limits))
    reading = reader.read(document)
  }

  /// The claims as text, e.g. `kojic-acid + microneedling treats melasma`.
  ///
  /// A state that is named follows in brackets; `it:` stands before what is meant by a pronoun or "this treatment",
  /// `topic:` before what the section is about, `-` where nobody is named.
  var claims: [String] {
    reading.claims.map { claim in
      let partners = claim.partners.map { name(reading.partners[Int($0)]) }
      let agents = [name(claim.agent)] + partners.sorted()
      return agents.joined(separator: " + ") + " "
        + (claim.flags.contains(.definitional) ? "is" : claim.relation.rawValue) + " " + name(claim.target)
    }
  }

  private func name(_ participant: Participant) -> String {
    let origin =
      switch participant.origin {
      case .named, .none: ""
      case .reference: "it:"
      case .topic: "topic:"
      }
    var name = "-"
    if participant.concept >= 0 {
      name = knowledge.concepts[Int(participant.concept)].id
    } else if let moves = participant.moves {
      name = "\(moves.rawValue)-\(knowledge.concepts[Int(participant.movesQuantity)].id)"
    }
    return origin + name + (participant.deviation.map { "(\($0.rawValue))" } ?? "")
  }

  func text(_ range: ByteRange) -> String {
    String(decoding: document.text[range.start..<range.end], as: UTF8.self)
  }
}

/// The claims of a text as text, sorted; see `Reading.claims`.
func claims(in text: String, as format: DocumentFormat = .plainText) throws -> [String] {
  try Reading(text, as: format).claims.sorted()
}
