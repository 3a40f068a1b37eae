import Foundation
import Testing

/// Inputs that fuzzing found and that were mended, through the same code again.
@Suite struct RegressionTests {
  static let inputs = FuzzTarget.allCases.flatMap { target in
    Repository.files(in: "Fuzz/Regressions/\(target.rawValue)").map { (target, $0) }
  }

  @Test(arguments: inputs) func whatOnceFellStands(target: FuzzTarget, path: String) throws {
    try target.run(Repository.bytes(of: path))
  }

  /// Targets with what they begin with: a target whose seeds are all refused would test nothing.
  @Test(arguments: FuzzTarget.allCases) func seedsStand(target: FuzzTarget) throws {
    let seeds = target.seeds()
    #expect(!seeds.isEmpty)
    for seed in seeds.prefix(8) { try target.run(seed) }
  }
}
