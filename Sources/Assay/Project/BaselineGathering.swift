import Gate
import Ingest
import Judgment
import Knowledge
import Locking
import Reporting

/// Takes the findings of a run down as a baseline; writes nothing itself.
public final class BaselineGathering: Reporter {
  private let knowledge: KnowledgeBase
  private let file: Locked<BaselineFile>

  public init(file: BaselineFile, knowledge: KnowledgeBase) {
    self.knowledge = knowledge
    self.file = Locked(file)
  }

  /// The baseline with what was found.
  public var gathered: BaselineFile { file.withLock { $0 } }

  public func begin(to output: inout [UInt8]) {}

  public func write(_ checked: CheckedDocument, to output: inout [UInt8], drain: Drain?) -> Tally {
    file.withLock {
      $0.baseline.add(checked, path: $0.entryPath(checked.document.path), knowledge: knowledge)
    }
    return Tally(checked)
  }

  public var separator: StaticString { "" }

  public func end(_ tally: Tally, to output: inout [UInt8]) {}
}
