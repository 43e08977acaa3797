import CProgram

/// What a thread that works for others says of itself.
public enum Work {
  /// From now on a fault, which ends the program, is noted first on the standard output with the number of the work at which it came:
  /// `\ncrash\tNUMBER\n`. A fault in one thread ends the others' work, too, which is not to be blamed for it.
  public static func notesCrashes() { gradus_note_crashes() }

  /// The calling thread is at the work of that number, which is above 0.
  public static func begin(_ number: Int) { gradus_set_work(number) }

  /// Lets other threads and programs go before the calling thread from now on. Where the system knows only the priority of whole
  /// programs, nothing is changed.
  public static func stepBack() { gradus_step_back() }
}
