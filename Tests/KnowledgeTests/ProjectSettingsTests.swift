import Knowledge
import Testing

struct ProjectSettingsTests {
  private func read(_ text: String) -> (settings: ProjectSettings, faults: [String]) {
    let result = ProjectSettings.read(
      Array(text.utf8), path: ".assay.yml", known: .init(jurisdictions: ["eu", "uk", "us"]))
    return (result.settings, result.faults.map(\.description))
  }

  @Test func marketsAndProductAreRead() {
    let (settings, faults) = read("jurisdictions: [US, uk]\nproduct: cosmetic\n")
    #expect(settings.jurisdictions == ["us", "uk"] && settings.product == .cosmetic)
    #expect(faults.isEmpty)
  }

  @Test(arguments: [
    ("jurisdiction: [us]\n", ".assay.yml:1:1: error: unknown key 'jurisdiction'"),
    ("jurisdictions: [us, uq]\n", ".assay.yml:1:21: error: there are no rules for 'uq'"),
    ("product: cosmetics\n", ".assay.yml:1:10: error: 'cosmetics' is no value of 'product'"),
    ("jurisdictions: us\n", ".assay.yml:1:16: error: 'jurisdictions'"),
  ])
  func whatIsWrongIsToldWithItsPlace(text: String, fault: String) {
    let faults = read(text).faults
    #expect(faults.count == 1 && faults[0].hasPrefix(fault), "\(faults)")
  }
}
