import Vocabulary

extension Board {
  /// For `board/state`:
  ///
  /// ```
  /// {"lesson": "10-he", "title": "He", "columns": [{"step": KEY, "number": 4, "kind": "exercise", "label": "sd", "points": 2,
  ///   "right": 17, "answered": 20}], "order": [7, 3], "stuck": [3], "rows": [{"id": 7, "name": "Anna", "points": 5,
  ///   "finished": 12, "step": KEY or null, "help": false, "cells": [["right", 2], ["open", 0]]}]}
  /// ```
  ///
  /// - Parameter isWanted: which rows; the others are as they were sent before. `order` and `stuck` name all.
  public func members(rows isWanted: (Row) -> Bool = { _ in true }) -> [(String, JSON)] {
    [
      ("lesson", JSON(string: lesson.name)), ("title", JSON(string: lesson.title)),
      ("steps", JSON(number: lesson.steps.count)),
      ("columns", JSON(array: columns.map(\.json))),
      ("order", JSON(array: rows.map { JSON(number: $0.student) })),
      ("stuck", JSON(array: rows.filter(\.isStuck).map { JSON(number: $0.student) })),
      ("rows", JSON(array: rows.filter(isWanted).map(\.json))),
    ]
  }
}

extension Board.Column {
  fileprivate var json: JSON {
    JSON(object: [
      ("step", JSON(string: step.key)), ("number", JSON(number: number)), ("kind", JSON(string: step.kind.rawValue)),
      ("label", JSON(string: step.label)), ("points", JSON(number: step.points)), ("right", JSON(number: right)),
      ("answered", JSON(number: answered)),
    ])
  }
}

extension Board.Row {
  fileprivate var json: JSON {
    JSON(object: [
      ("id", JSON(number: student)), ("name", name.map { JSON(string: $0) } ?? .null), ("points", JSON(number: points)),
      ("finished", JSON(number: finished)), ("step", step.map { JSON(string: $0) } ?? .null),
      ("help", JSON(truth: wantsHelp)),
      ("cells", JSON(array: cells.map { JSON(array: [JSON(string: $0.mark.rawValue), JSON(number: $0.attempts)]) })),
    ])
  }
}

extension AnswerCounts {
  /// For `board/columns/LESSON/STEP`:
  /// `{"students": 28, "answered": 20, "right": 17, "options": [["a", 3], ["b", 17]], "wrong": [["1/2", 4]]}`.
  public var members: [(String, JSON)] {
    func pairs(_ counts: [Count]) -> JSON {
      JSON(array: counts.map { JSON(array: [JSON(string: $0.answer), JSON(number: $0.count)]) })
    }
    return [
      ("students", JSON(number: students)), ("answered", JSON(number: answered)), ("right", JSON(number: right)),
      ("options", pairs(options)), ("wrong", pairs(wrong)),
    ]
  }
}
