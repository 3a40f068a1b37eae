import ArgumentParser
import Knowledge

/// The option that says by which day evidence is too old.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day to hold reviews of evidence against.",
      discussion: "Without it: the review date of the rules, so that no clock decides.",
      valueName: "yyyy-mm-dd"),
    transform: day)
  var asOf: ReviewDate?

  /// A day as it is written on the command line.
  static func day(_ text: String) throws -> ReviewDate {
    guard let day = ReviewDate(text) else {
      throw ValidationError("'\(text)' is no day; write it as yyyy-mm-dd")
    }
    return day
  }
}
