import Ingest
import Knowledge
import Testing

struct ProjectSettingsTests {
  private func read(_ text: String) -> (settings: ProjectSettings, faults: [String]) {
    let result = ProjectSettings.read(
      Array(text.utf8), path: ".assay.yml",
      known: .init(
        jurisdictions: ["eu", "uk", "us"], rules: ["language/cure", "safety/absolute"],
        formats: ["text", "json"]))
    return (result.settings, result.faults.map(\.description))
  }

  @Test func marketsAndProductAreRead() {
    let (settings, faults) = read("jurisdictions: [US, uk]\nproduct: cosmetic\n")
    #expect(settings.jurisdictions == ["us", "uk"] && settings.product == .cosmetic)
    #expect(faults.isEmpty)
  }

  @Test func limitsAreRead() {
    let (settings, faults) = read("limits: {file_size_mb: 16, xml_depth: 32, sentence_words: 100}\n")
    #expect(settings.limits.fileSize == 16_777_216 && faults.isEmpty)
    #expect(settings.limits.xmlDepth == 32 && settings.limits.sentenceTokens == 100)
    #expect(settings.limits.tableColumns == ReadingLimits().tableColumns)
    #expect(read("limits: {xml_depth: 300}\n").faults.count == 1)
    #expect(read("limits: {sentence_word: 300}\n").faults.count == 1)
  }

  @Test(arguments: [
    ("jurisdiction: [us]\n", ".assay.yml:1:1: error: unknown key 'jurisdiction'"),
    ("jurisdictions: [us, uq]\n", ".assay.yml:1:21: error: there are no rules for 'uq'"),
    ("product: cosmetics\n", ".assay.yml:1:10: error: 'cosmetics' is no value of 'product'"),
    (
      "severity: {language/cur: off}\n",
      ".assay.yml:1:12: error: there is no rule or family 'language/cur'; did you mean"
    ),
    ("severity: {language: low}\n", ".assay.yml:1:22: error: 'low' is no value of 'language'"),
    ("format: jsn\n", ".assay.yml:1:9: error: there is no report format 'jsn'; did you mean 'json'?"),
    ("formats: {njk: rtf}\n", ".assay.yml:1:16: error: files cannot be read as 'rtf'"),
    ("encoding: ebcdic\n", ".assay.yml:1:11: error: text in 'ebcdic' cannot be read"),
    ("min_score: 101\n", ".assay.yml:1:12: error: 'min_score' of the settings is 101"),
    ("limits: {file_size_mb: 257}\n", ".assay.yml:1:24: error: 'file_size_mb' of 'limits' is 257"),
    ("limits: {file_size: 1}\n", ".assay.yml:1:10: error: unknown key 'file_size'"),
    ("fail_on: all\n", ".assay.yml:1:10: error: 'all' is no value of 'fail_on'"),
    ("approved: [{text: a}]\n", ".assay.yml:1:12: error: an approved claim has no 'reference'"),
    ("approved: [{reference: a}]\n", ".assay.yml:1:12: error: an approved claim needs its words"),
    ("approved: [{pattern: '(', reference: a}]\n", ".assay.yml:1:22: error: this is no regular expression"),
    (
      "approved: [{text: a, reference: a, markets: [fr]}]\n",
      ".assay.yml:1:46: error: there are no rules for 'fr'"
    ),
    ("jurisdictions: us\n", ".assay.yml:1:16: error: 'jurisdictions'"),
  ])
  func whatIsWrongIsToldWithItsPlace(text: String, fault: String) {
    let faults = read(text).faults
    #expect(faults.count == 1 && faults[0].hasPrefix(fault), "\(faults)")
  }
}
