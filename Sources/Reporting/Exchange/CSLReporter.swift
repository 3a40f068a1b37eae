import Judgment
import Knowledge

/// The publications behind the verdicts as CSL-JSON (https://citationstyles.org): for reference managers and styles of
/// citation. Names stay as they are printed, for where a family name ends is not known.
struct CSLReporter: Reporter {
  private let knowledge: KnowledgeBase

  init(knowledge: KnowledgeBase) {
    self.knowledge = knowledge
  }

  func begin(to output: inout [UInt8]) { output.append("[") }

  func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    var tally = Tally(checked)
    tally.collectEvidence(of: checked, knowledge: knowledge)
    tally.collectVocabulary(of: checked, knowledge: knowledge)
    return tally
  }

  var separator: StaticString { "" }

  func end(_ tally: Tally, to output: inout [UInt8]) {
    var isFirst = true
    for place in tally.sources.places {
      output.append(isFirst ? "\n" : ",\n")
      isFirst = false
      append(knowledge.sources[place], to: &output)
    }
    output.append(isFirst ? "]\n" : "\n]\n")
  }

  private func append(_ source: Source, to output: inout [UInt8]) {
    output.append("{\"id\":")
    output.append(json: source.id)
    output.append(",\"type\":\"")
    output.append(source.cslType)
    output.append("\",\"title\":")
    output.append(json: source.title)
    if let authors = source.authors, !authors.isEmpty {
      output.append(",\"author\":[{\"literal\":")
      output.append(json: authors)
      output.append("}]")
    }
    if let journal = source.journal, !journal.isEmpty {
      output.append(",\"container-title\":")
      output.append(json: journal)
    }
    if let year = source.year {
      output.append(",\"issued\":{\"date-parts\":[[")
      output.append(decimal: Int(year))
      output.append("]]}")
    }
    if let doi = source.doi {
      output.append(",\"DOI\":")
      output.append(json: doi)
    }
    if let pmid = source.pmid {
      output.append(",\"PMID\":")
      output.append(json: pmid)
    }
    output.append(",\"URL\":")
    output.append(json: source.url)
    output.append(",\"genre\":")
    output.append(json: EvidenceWords.name(source.design))
    output.append(",\"note\":")
    output.append(json: source.finding)
    output.append("}")
  }
}

extension Source {
  /// The kind of publication in the words of CSL.
  fileprivate var cslType: StaticString {
    switch design {
    case .news: "article-newspaper"
    case .regulator: "webpage"
    case .guideline, .consensus: journal == nil ? "report" : "article-journal"
    case .metaAnalysis, .systematicReview, .rct, .controlledTrial, .cohort, .caseSeries, .inVitro, .animal,
      .narrativeReview:
      journal == nil ? "article" : "article-journal"
    }
  }
}
