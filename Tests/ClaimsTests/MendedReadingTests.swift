import Claims
import Testing

/// Ways of speaking that were read wrongly once: the claims they make, and none beside them.
@Suite struct MendedReadingTests {
  @Test(
    arguments: [
      // An abbreviation in brackets is the same treatment, and no other beside it.
      (
        "Microneedling combined with platelet-rich plasma (PRP) treats acne scars.",
        ["microneedling + platelet-rich-plasma treats acne-scars"]
      ),
      // What changes a quantity is no state of it.
      ("An increase in collagen after microneedling was measured.", ["microneedling increases collagen"]),
      ("Sebum is reduced by topical green tea.", ["green-tea-topical decreases sebum"]),
      ("With kojic acid, melanin goes down.", ["kojic-acid decreases melanin"]),
      // The words of a frame mean what they mean as a whole.
      ("You cannot beat tretinoin for wrinkles.", ["tretinoin treats wrinkles"]),
      ("Nothing works better than minoxidil for hair loss.", ["minoxidil treats hair-loss"]),
      // What is asked has a subject of its own.
      ("It is unclear whether tretinoin treats acne.", ["tretinoin treats acne"]),
      // A verb that names its quantity.
      ("Hydroquinone bleaches the skin.", ["hydroquinone decreases skin-pigmentation"]),
      ("PUVA re-pigments vitiligo.", ["puva treats vitiligo"]),
      // The last word of a name is no article.
      ("Botulinum toxin type A smooths wrinkles.", ["botulinum-toxin treats wrinkles"]),
      // A gift is no advice.
      ("A glutathione drip gives you skin whitening.", ["injectable-glutathione treats skin-lightening"]),
      ("Wipe salicylic acid over acne.", ["salicylic-acid treats acne"]),
      ("Biotin strengthens brittle nails.", ["biotin treats brittle-nails"]),
      ("Scars heal faster with vitamin E cream.", ["vitamin-e-topical treats scar"]),
    ]) func makesTheseClaims(text: String, expected: [String]) throws
  {
    #expect(try claims(in: text) == expected)
  }

  @Test(
    arguments: [
      ("Side effects of isotretinoin include dry skin.", "isotretinoin-oral causes dry-skin"),
      ("The risks of lemon or lime juice include burns.", "lemon-juice causes burn"),
      ("Blindness can be a side effect of dermal fillers.", "dermal-filler causes blindness"),
    ]) func harmsAreNamedOneByOne(text: String, claim: String) throws
  {
    #expect(try claims(in: text).contains(claim))
  }

  @Test(arguments: [
    "You cannot beat tretinoin for wrinkles.", "Nothing works better than minoxidil for hair loss.",
  ])
  func praiseIsNoDenial(text: String) throws {
    let claim = try #require(try Reading(text).reading.claims.first)
    #expect(!claim.negated && claim.strength == .absolute)
  }
}
