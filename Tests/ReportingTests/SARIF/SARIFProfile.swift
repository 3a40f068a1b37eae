/// What the SARIF schema and GitHub's code scanning ask of the objects that reports use, the stricter of the two.
struct SARIFProfile {
  private var faults: [String] = []

  /// What is wrong with a log.
  static func faults(of log: JSONValue) -> [String] {
    var profile = SARIFProfile()
    profile.check(log)
    return profile.faults
  }

  private mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { faults.append(message()) }
  }

  /// All members are known ones, and those that must be there are.
  private mutating func members(
    _ object: JSONValue, _ what: String, required: [String], optional: [String] = []
  ) {
    guard case .object(let members) = object else {
      faults.append("\(what) is no object")
      return
    }
    for key in required { expect(members[key] != nil, "\(what): '\(key)' is missing") }
    for key in members.keys { expect((required + optional).contains(key), "\(what): '\(key)' is not known") }
  }

  private mutating func text(_ value: JSONValue, _ what: String, limit: Int = .max) {
    let text = value.text ?? ""
    expect(!text.isEmpty, "\(what) is empty")
    expect(text.unicodeScalars.count <= limit, "\(what) is longer than \(limit)")
  }

  private mutating func check(_ log: JSONValue) {
    members(log, "log", required: ["$schema", "version", "runs"])
    expect(log["version"].text == "2.1.0", "version")
    expect(log["$schema"].text?.hasSuffix("sarif-schema-2.1.0.json") == true, "$schema")
    expect(log["runs"].list.count == 1, "one run")
    for run in log["runs"].list { check(run: run) }
  }

  private mutating func check(run: JSONValue) {
    members(
      run, "run",
      required: [
        "tool", "automationDetails", "columnKind", "newlineSequences", "results", "artifacts",
        "invocations",
      ])
    expect(run["columnKind"].text == "utf16CodeUnits", "columnKind")
    expect(run["automationDetails"]["id"].text?.contains("/") == true, "automationDetails.id has a category")
    let driver = run["tool"]["driver"]
    members(driver, "driver", required: ["name", "rules"], optional: ["version", "properties"])
    text(driver["name"], "driver.name")
    let rules = driver["rules"].list
    expect(rules.count <= 25_000 && !rules.isEmpty, "number of rules")
    expect(Set(rules.compactMap { $0["id"].text }).count == rules.count, "ids of rules are unique")
    for rule in rules { check(rule: rule) }
    let results = run["results"].list
    expect(results.count <= 25_000, "number of results")
    for result in results { check(result: result, rules) }
    let suppressed = results.count { $0["suppressions"] != .null }
    expect(suppressed == 0 || suppressed == results.count, "all results have suppressions or none")
    for invocation in run["invocations"].list { check(invocation: invocation) }
    let artifacts = run["artifacts"].list
    expect(Set(artifacts.compactMap { $0["location"]["uri"].text }).count == artifacts.count, "artifacts")
    for artifact in artifacts {
      members(
        artifact, "artifact", required: ["location"],
        optional: ["length", "mimeType", "encoding", "roles"])
      check(uri: artifact["location"]["uri"])
      expect(artifact["length"].int >= 0, "artifact.length")
    }
  }

  private mutating func check(invocation: JSONValue) {
    members(
      invocation, "invocation", required: ["executionSuccessful"], optional: ["toolExecutionNotifications"])
    let notifications = invocation["toolExecutionNotifications"].list
    expect(
      (invocation["executionSuccessful"] == .bool(true)) == notifications.isEmpty,
      "what was not checked is told")
    for notification in notifications {
      members(notification, "notification", required: ["level", "message", "locations"])
      expect(notification["level"].text == "error", "notification.level")
      text(notification["message"]["text"], "notification.message")
      for location in notification["locations"].list {
        check(uri: location["physicalLocation"]["artifactLocation"]["uri"])
      }
    }
  }

  private mutating func check(rule: JSONValue) {
    members(
      rule, "rule",
      required: [
        "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties",
      ])
    text(rule["id"], "rule.id", limit: 255)
    text(rule["name"], "rule.name", limit: 255)
    text(rule["shortDescription"]["text"], "rule.shortDescription", limit: 1024)
    text(rule["fullDescription"]["text"], "rule.fullDescription", limit: 1024)
    text(rule["help"]["text"], "rule.help.text")
    text(rule["help"]["markdown"], "rule.help.markdown")
    check(level: rule["defaultConfiguration"]["level"])
    let properties = rule["properties"]
    members(properties, "rule.properties", required: ["tags", "problem.severity", "precision"])
    expect((1...10).contains(properties["tags"].list.count), "rule.tags")
    expect(
      ["error", "warning", "recommendation"].contains(properties["problem.severity"].text), "problem.severity"
    )
    expect(["very-high", "high", "medium", "low"].contains(properties["precision"].text), "precision")
  }

  private mutating func check(level: JSONValue) {
    expect(["error", "warning", "note"].contains(level.text), "level \(level)")
  }

  private mutating func check(result: JSONValue, _ rules: [JSONValue]) {
    members(
      result, "result",
      required: ["ruleId", "ruleIndex", "kind", "level", "message", "locations", "partialFingerprints"],
      optional: ["relatedLocations", "fixes", "suppressions"])
    let index = result["ruleIndex"].int
    expect(rules.indices.contains(index) && rules[index]["id"] == result["ruleId"], "ruleIndex \(index)")
    expect(result["kind"].text == "fail", "a kind other than fail has no level")
    check(level: result["level"])
    check(message: result["message"])
    expect(result["locations"].list.count == 1, "one location")
    for location in result["locations"].list {
      members(location, "location", required: ["physicalLocation"])
      check(place: location["physicalLocation"])
    }
    for (number, location) in result["relatedLocations"].list.enumerated() {
      members(location, "related location", required: ["id", "physicalLocation", "message"])
      expect(location["id"].int == number, "id of a related location")
      check(message: location["message"])
      check(place: location["physicalLocation"])
    }
    let prints = result["partialFingerprints"]
    members(prints, "partialFingerprints", required: ["primaryLocationLineHash", "claimHash/v1"])
    let hash = prints["primaryLocationLineHash"].text?.split(separator: ":") ?? []
    expect(hash.count == 2 && UInt64(hash[0], radix: 16) != nil && Int(hash[1]) ?? 0 > 0, "line hash \(hash)")
    expect(prints["claimHash/v1"].text?.utf8.count == 16, "claimHash/v1")
    for fix in result["fixes"].list { check(fix: fix) }
    for suppression in result["suppressions"].list {
      members(suppression, "suppression", required: ["kind", "status", "justification"])
      expect(["inSource", "external"].contains(suppression["kind"].text), "suppression.kind")
      expect(suppression["status"].text == "accepted", "suppression.status")
      text(suppression["justification"], "suppression.justification")
    }
  }

  /// Braces stand in pairs, and brackets make no link.
  private mutating func check(message: JSONValue) {
    text(message["text"], "message")
    let rest = (message["text"].text ?? "").replacing("{{", with: "").replacing("}}", with: "")
    expect(!rest.contains("{") && !rest.contains("}"), "a placeholder in \(rest)")
    expect(!rest.replacing("\\](", with: "").contains("]("), "a link in \(rest)")
  }

  private mutating func check(place: JSONValue) {
    members(place, "physicalLocation", required: ["artifactLocation", "region"])
    check(uri: place["artifactLocation"]["uri"])
    check(region: place["region"])
  }

  private mutating func check(region: JSONValue) {
    members(
      region, "region",
      required: ["startLine", "startColumn", "endLine", "endColumn", "byteOffset", "byteLength"])
    let start = (region["startLine"].int, region["startColumn"].int)
    let end = (region["endLine"].int, region["endColumn"].int)
    expect(start.0 >= 1 && start.1 >= 1 && end.0 >= 1 && end.1 >= 1 && start <= end, "region \(region)")
    expect(region["byteOffset"].int >= 0 && region["byteLength"].int >= 0, "bytes of \(region)")
  }

  private mutating func check(uri: JSONValue) {
    let uri = uri.text ?? ""
    expect(!uri.isEmpty && !uri.hasPrefix("./"), "URI \(uri)")
    let allowed = "-._~/%"
    expect(
      uri.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (allowed.unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil)
      }, "URI \(uri)")
  }

  private mutating func check(fix: JSONValue) {
    members(fix, "fix", required: ["description", "artifactChanges"])
    check(message: fix["description"])
    for change in fix["artifactChanges"].list {
      members(change, "artifactChange", required: ["artifactLocation", "replacements"])
      check(uri: change["artifactLocation"]["uri"])
      expect(change["replacements"].list.count == 1, "one replacement")
      for replacement in change["replacements"].list {
        members(replacement, "replacement", required: ["deletedRegion", "insertedContent"])
        check(region: replacement["deletedRegion"])
      }
    }
  }
}
