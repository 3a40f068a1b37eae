import Testing

/// What prevents a thing is not said to cause it, and what an outcome's own verb promises is judged.
@Suite struct PreventionTests {
  @Test(arguments: [
    "Sunscreen causes melanoma.", "Wearing sunscreen gives you skin cancer.",
    "Sunscreen raises the risk of skin cancer.", "Sunscreen blocks all UV rays.", "SPF 50 blocks every ray.",
  ]) func isRefuted(text: String) throws {
    #expect(try findings(in: text).map(\.rule) == ["evidence/refuted"], "\(text)")
  }

  @Test(arguments: [
    "Sunscreen does not cause skin cancer.", "There is no evidence that sunscreen causes melanoma.",
    "Does sunscreen cause skin cancer?", "Sunscreen lowers the risk of melanoma.",
    "No sunscreen blocks all UV rays.", "Sunscreen blocks most UV rays.",
    "Does sunscreen leave you with fine lines? Sunscreen has far stronger evidence behind it.",
    // A harm that the text explains.
    "Long use of hydroquinone can cause ochronosis, a blue-grey darkening.",
  ]) func isNoFault(text: String) throws {
    #expect(try findings(in: text) == [], "\(text)")
  }

  @Test(arguments: ["Biotin regrows hair.", "Biotin gummies make your hair grow back."])
  func hairIsWhatRegrows(text: String) throws {
    #expect(try findings(in: text).map(\.rule) == ["evidence/insufficient"], "\(text)")
  }
}
