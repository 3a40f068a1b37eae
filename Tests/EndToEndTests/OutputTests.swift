import Foundation
import Testing

/// What is written is complete or absent, and what cannot be written is told.
@Suite struct OutputTests {
  private func names(_ scratch: Scratch) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test(arguments: [SIGHUP, SIGINT, SIGTERM, SIGQUIT]) func aSignalLeavesNoHalfFile(signal: Int32) throws {
    let scratch = try Scratch()
    let input = Pipe()
    // It waits for its input with the report begun.
    let process = try Tool.start(
      ["check", "-", "--format", "json", "--output", scratch.path + "/report.json"], input: input)
    while try names(scratch).isEmpty, process.isRunning { usleep(1000) }
    #expect(try names(scratch).count == 1)
    kill(process.processIdentifier, signal)
    // Whatever happens, its input has an end.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try names(scratch) == [])
  }

  @Test func aSignalThatIsIgnoredStaysIgnored() throws {
    let scratch = try Scratch()
    try scratch.write("good.md", ExitCodeTests.good)
    let result = try Tool.shell(
      "trap '' HUP; (sleep 0.2; kill -HUP $$) & (sleep 0.6; cat good.md) | \"$assay\" check - -o r.txt; echo $?",
      in: scratch)
    #expect(result.output == "0\n", "\(result)")
    #expect(try names(scratch) == ["good.md", "r.txt"])
  }

  @Test func aHandbookThatIsCutOffLeavesNothing() throws {
    let scratch = try Scratch()
    let process = try Tool.start(
      ["rules", "handbook", "-o", scratch.path + "/book"], input: FileHandle.nullDevice)
    while try names(scratch).isEmpty, process.isRunning { usleep(500) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    // Either it was done before, or nothing is left of it.
    let isDone = process.terminationReason == .exit
    #expect(try names(scratch) == (isDone ? ["book"] : []))
  }

  @Test(arguments: [
    "check bad.md", "check bad.md --format json", "report bad.md", "claims bad.md",
    "claims bad.md --format json",
    "explain score", "explain kojic-acid --format json", "rules list", "rules list --format json",
    "rules validate \"$ASSAY_RULES\"", "rules test treat --rules \"$ASSAY_RULES\"", "--help", "check --help",
    "--version", "baseline write bad.md -o b.json", "init . --force", "rules handbook -o book",
    "--generate-completion-script bash", "eval articles .",
  ]) func aFullDiskBehindStandardOutputIsTold(command: String) throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    try scratch.write("bad.json", #"{"kind": "blog", "sentences": []}"#)
    let result = try Tool.shell("\"$assay\" \(command) > /dev/full", in: scratch)
    expectTold(result, "the disk is full")
  }

  @Test(arguments: ["check bad.md", "rules list", "--help"])
  func aClosedStandardOutputIsTold(command: String) throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    expectTold(try Tool.shell("\"$assay\" \(command) >&-", in: scratch), "it is closed")
  }

  private func expectTold(_ result: Tool.Result, _ reason: String) {
    #expect(result.code == 2)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("standard output: it cannot be written: \(reason)"), "\(result.errors)")
  }

  @Test(arguments: [
    "check bad.md -o out", "report bad.md -o out", "baseline write bad.md -o out",
    "rules compile \"$ASSAY_RULES\" -o out", "rules handbook -o out",
  ]) func aFileThatMayNotGrowIsAbsent(command: String) throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    // The limit holds for the files of this test's output too, which therefore goes through pipes.
    let result = try Tool.shell(
      "{ (ulimit -f 0; \"$assay\" \(command) 2>&1; echo \"code $?\") | cat; }", in: scratch)
    #expect(result.output.hasSuffix("code 2\n"), "\(result)")
    #expect(result.output.contains("larger than a file may be"), "\(result)")
    #expect(try names(scratch) == ["bad.md"])
  }

  @Test func aReaderThatHasGoneIsNoFault() throws {
    let scratch = try Scratch()
    let result = try Tool.shell(
      """
      for command in "rules list" "explain score" "--help"; do "$assay" $command | head -1 >/dev/null; done
      (trap '' PIPE; "$assay" rules list; echo "code $?" >&2) | head -1 >/dev/null
      """, in: scratch)
    #expect(result.errors == "code 0\n", "\(result.errors)")
  }

  @Test func aLinkStaysAndItsFileIsReplaced() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    try scratch.write("below/real.txt", "old")
    let result = try Tool.shell(
      "chmod 640 below/real.txt; ln -s below/real.txt link; \"$assay\" check bad.md -o link; "
        + "test -L link && stat -c %a below/real.txt", in: scratch)
    #expect(result.output == "640\n")
    #expect(try scratch.read("below/real.txt").contains("bad.md:1:1: error: "))
    #expect(try names(scratch) == ["bad.md", "below", "link"])
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func standardOutputIsNotReplaced(name: String) throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    let result = try Tool.shell(
      "echo before >out; \"$assay\" check bad.md -o \(name) >>out; echo after >>out; cat out", in: scratch)
    #expect(
      result.output.hasPrefix("before\nbad.md") && result.output.hasSuffix("after\n"), "\(result.output)")
  }

  @Test func theSummaryIsWholeOrAsItWas() throws {
    let scratch = try Scratch()
    try scratch.write("bad.md", ExitCodeTests.bad)
    try scratch.write("summary.md", String(repeating: "x", count: 510) + "\n")
    let result = try Tool.shell(
      "{ (ulimit -f 1; GITHUB_STEP_SUMMARY=summary.md \"$assay\" check bad.md --format github 2>&1; echo \"code $?\") | cat; }",
      in: scratch)
    // The unit of the limit is 512 or 1,024 bytes, by the shell.
    let summary = try scratch.read("summary.md")
    #expect(summary.count == 511 || result.output.hasSuffix("code 1\n"), "\(summary.count) \(result)")
  }
}

/// What a run must not do to the files of its user.
@Suite struct SafeOutputTests {
  @Test(arguments: [["check"], ["report"], ["baseline", "write"]])
  func anOutputNeverTakesThePlaceOfADraft(command: [String]) throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "Kojic acid treats vitiligo.\n")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/link", withDestinationPath: "a.md")
    for output in ["/a.md", "/./a.md", "/link"] {
      let result = try Tool.run(command + [scratch.path + "/a.md", "--output", scratch.path + output])
      #expect(result.code == 2 && result.errors.contains("the output would replace it"), "\(result.errors)")
    }
    #expect(try scratch.read("a.md") == "Kojic acid treats vitiligo.\n")
  }

  @Test func aBaselineIsWrittenWholeOrNotAtAll() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "Kojic acid treats vitiligo.\n")
    try scratch.write("b.md", "Kojic acid cures vitiligo.\n")
    let path = scratch.path + "/base.json"
    let whole = try Tool.run(["baseline", "write", scratch.path, "--output", path])
    #expect(whole.code == 0)
    let before = try scratch.read("base.json")
    let failed = try Tool.run(["baseline", "write", scratch.path + "/none.md", "--output", path])
    #expect(failed.code == 2 && failed.errors.contains("base.json: not written"), "\(failed.errors)")
    #expect(try scratch.read("base.json") == before)
    // Of files that are not named the entries stay.
    let part = try Tool.run(["baseline", "write", scratch.path + "/a.md", "--output", path])
    #expect(part.code == 0 && part.output.contains("of files that were not named"), "\(part.output)")
    #expect(try scratch.read("base.json") == before)
  }

  @Test func aLowScoreIsTheReasonThatIsTold() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "Kojic acid treats vitiligo.\n")
    let result = try Tool.run(
      ["check", scratch.path + "/a.md", "--fail-on", "never", "--min-score", "99", "--format", "json"])
    #expect(result.code == 1 && result.errors.hasPrefix("the lowest score is "), "\(result.errors)")
  }

  @Test func standardInputHasNoHistory() throws {
    let result = try Tool.run(["check", "-", "--changed-since", "HEAD"], input: "Some words.")
    #expect(result.code == 2 && result.errors.contains("does not know standard input"), "\(result.errors)")
  }
}
