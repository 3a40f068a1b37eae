import Foundation
import Testing

/// `assay check --consistency`: the documents of a run against each other.
@Suite struct ConsistencyTests {
  private func site() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("a.md", "# Needling\n\nMicroneedling breaks down melanin. It takes an hour.\n")
    try scratch.write("b.md", "Our serum contains 10% azelaic acid.\n")
    try scratch.write("c.md", "Wear a hat.\n\nMicroneedling stimulates melanin production.\n")
    try scratch.write("d.md", "Our serum contains 20% azelaic acid.\n")
    return scratch
  }

  @Test func theLaterDocumentPointsToTheEarlierOne() throws {
    let scratch = try site()
    let result = try Tool.run(["check", "--consistency", scratch.path])
    let message =
      "here microneedling is said to raise melanin; in \(scratch.path)/a.md, line 3, it is said to lower"
    #expect(result.output.contains("c.md:3:1: warning: \(message)"), "\(result.output)")
    #expect(result.output.contains("see also:"))
    #expect(result.output.components(separatedBy: "contradiction/across-documents").count == 2)
  }

  @Test func documentsAreHeldAgainstEachOtherOnlyWhereAsked() throws {
    let scratch = try site()
    let result = try Tool.run(["check", scratch.path])
    #expect(!result.output.contains("across-documents"))
  }

  @Test func productsAreNotHeldAgainstEachOther() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "Our laser is painless. For microneedling we use needles of 0.5 mm.\n")
    try scratch.write("b.md", "Our laser is painful. For microneedling we use needles of 2.5 mm.\n")
    try scratch.write("c.md", "The treatment takes one session.\n")
    try scratch.write("d.md", "The treatment takes six sessions.\n")
    let result = try Tool.run(["check", "--consistency", scratch.path])
    #expect(!result.output.contains("across-documents"), "\(result.output)")
  }

  @Test(arguments: ["text", "jsonl", "xml"]) func oneJobAndTwoGiveTheSameBytes(format: String) throws {
    let scratch = try site()
    let arguments = ["check", "--consistency", "--format", format, scratch.path, Tool.repository + "/corpus"]
    let one = try Tool.run(arguments + ["--jobs", "1"])
    let two = try Tool.run(arguments + ["--jobs", "2"])
    #expect(one.output == two.output)
    #expect(one.output.contains("across-documents"))
  }

  @Test func standardInputAndUnreadableFilesTakePart() throws {
    let scratch = try site()
    let result = try Tool.run(
      ["check", "--consistency", scratch.path + "/a.md", scratch.path + "/none.md", "-"],
      input: "Microneedling raises melanin.\n")
    #expect(result.code == 2)
    #expect(result.output.contains("<stdin>:1:1: warning: here microneedling is said to raise melanin"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
