import Assay
import Foundation
import Ingest
import Judgment
import Knowledge
import Reporting
import Testing

/// What a person sees of the report in a browser.
@Suite(.enabled(if: Browser.isInstalled), .serialized) struct HTMLPageTests {
  /// What a script of the page around the report saw.
  struct Sight: Decodable {
    var text: String
    var marked: [String]
    var width: Int
    var ground: String
    /// The least contrast of a text with its ground, and of what.
    var contrast: Double
    var faintest: String
    var display: String
  }

  /// Shows the report, as it is, in a frame of a width, and looks at it from outside.
  static func look(width: Int, isDark: Bool) throws -> Sight {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let report = try Reports.write(.html, [checked])
    let folder = try Browser.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let escaped = report.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let page = """
      <!DOCTYPE html><meta charset="utf-8"><iframe id="frame" style="border:0;width:\(width)px;height:900px" srcdoc="\(escaped)"></iframe>
      <pre id="sight"></pre><script>\(script)</script>
      """
    let file = folder.appending(path: "page.html")
    try page.write(to: file, atomically: true, encoding: .utf8)
    let dom = try Browser.run([
      "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)", "--virtual-time-budget=5000", "--dump-dom",
      file.path,
    ])
    let start = try #require(dom.firstRange(of: "<pre id=\"sight\">"))
    let end = try #require(dom.firstRange(of: "</pre>"))
    let json = dom[start.upperBound..<end.lowerBound].replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return try JSONDecoder().decode(Sight.self, from: Data(json.utf8))
  }

  /// Contrast as the Web Content Accessibility Guidelines define it.
  private static let script = """
    onload = () => {
      const page = document.getElementById("frame").contentDocument, see = page.defaultView.getComputedStyle;
      const numbers = c => c.match(/[\\d.]+/g).map(Number);
      const light = c => numbers(c).slice(0, 3).map(v => v / 255)
        .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
      const ground = e => {
        for (; e; e = e.parentElement) {
          const c = see(e).backgroundColor;
          if (numbers(c)[3] !== 0) return c;
        }
        return "rgb(255, 255, 255)";
      };
      let contrast = 21, faintest = "";
      for (const e of page.body.querySelectorAll("*")) {
        if (![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim())) continue;
        const a = light(see(e).color), b = light(ground(e));
        const c = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (c < contrast) { contrast = c; faintest = e.outerHTML.slice(0, 200); }
      }
      document.getElementById("sight").textContent = JSON.stringify({
        text: page.body.innerText, marked: [...page.querySelectorAll("mark")].map(m => m.textContent),
        width: page.documentElement.scrollWidth, ground: see(page.querySelector("mark.e > a")).backgroundColor,
        contrast, faintest, display: see(page.querySelector(".group")).display,
      });
    };
    """

  @Test(arguments: [(1200, false), (1200, true), (400, false), (400, true)])
  func aPersonSeesFindingsAndText(width: Int, isDark: Bool) throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let sight = try Self.look(width: width, isDark: isDark)
    for finding in checked.judgment.findings {
      #expect(sight.text.lowercased().contains(finding.message.lowercased()), "\(finding.message)")
      #expect(sight.text.lowercased().contains(finding.suggestion.lowercased()), "\(finding.suggestion)")
      let words = String(
        decoding: checked.document.text[finding.range.start..<finding.range.end], as: UTF8.self)
      #expect(sight.marked.joined(separator: "|").contains(words), "\(words)")
    }
    #expect(sight.text.contains("of 100"))
    #expect(sight.width <= width, "the page is \(sight.width) wide")
    #expect(sight.contrast >= 4.5, "\(sight.contrast): \(sight.faintest)")
    // The style sheet got past the policy, and the scheme of the reader is followed.
    #expect(sight.ground == (isDark ? "rgb(74, 28, 28)" : "rgb(251, 227, 224)"))
    #expect(sight.display == (width < 960 ? "block" : "grid"))
  }

  /// Paper has no folds: derivation, evidence and the addresses of links stand on it.
  @Test(.enabled(if: Browser.canReadPaper)) func paperShowsWhatIsFolded() throws {
    let checked = try MadeUpRules.check(MadeUpRules.draft)
    let folder = try Browser.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "page.html")
    let paper = folder.path + "/page.pdf"
    try Reports.write(.html, [checked]).write(to: page, atomically: true, encoding: .utf8)
    _ = try Browser.run(["--no-pdf-header-footer", "--print-to-pdf=\(paper)", page.path])
    let text = try Browser.output(of: Browser.paperReader, [paper, "-"])
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let knowledge = try MadeUpRules.checker().knowledge
    let places = Set(checked.judgment.findings.flatMap(\.statements))
    #expect(!places.isEmpty)
    for place in places {
      let statement = knowledge.statements[Int(place)]
      #expect(words.contains(statement.note))
      for source in statement.sources {
        // A long address is broken over lines.
        let address = Citation.address(of: knowledge.sources[Int(source)])
        #expect(words.replacing(" ", with: "").contains(address), "\(address)")
      }
    }
  }
}

/// A browser without a window.
enum Browser {
  private static let path = "/usr/bin/chromium"
  static let paperReader = "/usr/bin/pdftotext"
  static var canReadPaper: Bool { FileManager.default.isExecutableFile(atPath: paperReader) }
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// A directory of its own for a page and the browser's profile.
  static func makeFolder() throws -> URL {
    let folder = URL(filePath: NSTemporaryDirectory() + "assay-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// What the browser writes to its standard output.
  static func run(_ arguments: [String]) throws -> String {
    let profile = try makeFolder()
    defer { try? FileManager.default.removeItem(at: profile) }
    return try output(
      of: path,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1300,1000",
        "--user-data-dir=\(profile.path)",
      ]
        + arguments)
  }

  static func output(of program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
