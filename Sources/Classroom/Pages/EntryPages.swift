import Lessons

/// The ways into a class.
extension ServedPage {
  /// Asks for the code of a class.
  ///
  /// - Parameters:
  ///   - typed: what was typed before.
  ///   - problem: why that leads nowhere; nil at first.
  public static func code(_ address: PageAddress, typed: String = "", problem: String? = nil) -> ServedPage {
    ServedPage(
      title: "Join a class", address: address,
      main: """
        <h1>Join a class</h1>
        <form method="get" action="\(address.root)/" class="entry" autocomplete="off">
        \(Self.problem(problem))\
        <p><label for="code">The code that your teacher shows</label>
        <input id="code" name="code" value="\(typed)" required="" autocapitalize="characters" autocorrect="off" spellcheck="false" \
        maxlength="20" placeholder="ABC-123"\(described(problem)) /></p>
        <p><button class="main">Go on</button></p>
        </form>
        """)
  }

  /// Asks for the name of somebody who comes into a class.
  ///
  /// - Parameters:
  ///   - className: the teacher's name for the class; may be empty.
  ///   - code: as it was typed; asked for where it is empty.
  ///   - name: what was typed before, or a proposal.
  public static func join(
    _ address: PageAddress, className: String, code: String, name: String = "", problem: String? = nil
  ) -> ServedPage {
    let codeField: HTML =
      code.isEmpty
      ? """
      <p><label for="code">The code that your teacher shows</label>
      <input id="code" name="code" required="" autocapitalize="characters" autocorrect="off" spellcheck="false" maxlength="20" \
      autocomplete="off" /></p>

      """ : "<input type=\"hidden\" name=\"code\" value=\"\(code)\" />\n"
    return ServedPage(
      title: className.isEmpty ? "Join the class" : "Join \(className)", address: address,
      main: """
        <h1>\(className.isEmpty ? "Join the class" : className)</h1>
        <form method="post" action="\(address.base)/join" class="entry">
        \(Self.problem(problem))\
        <p><label for="name">What shall we call you?</label>
        <input id="name" name="name" value="\(name)" required="" maxlength="200" autocomplete="nickname"\(described(problem)) /></p>
        \(codeField)\
        <p class="muted">Your teacher sees this name and what you answer. Nothing else about you is kept.</p>
        <p><button class="main">Join</button></p>
        </form>
        <details class="back"><summary>I was here before</summary>
        <form method="post" action="\(address.base)/resume" class="entry" autocomplete="off">
        <p>Open your private link, or ask your teacher for a one-time code.</p>
        <p><label for="once">One-time code</label>
        <input id="once" name="once" required="" inputmode="numeric" maxlength="20" /></p>
        <p><button>Go on</button></p>
        </form>
        </details>
        """)
  }

  /// Asks whether somebody who opened a private link is who it is for: opening it alone changes nothing, since programs open
  /// links, too.
  public static func resume(_ address: PageAddress, student: String, token: String) -> ServedPage {
    ServedPage(
      title: "Go on as \(student)?", address: address,
      main: """
        <h1>Go on as \(student)?</h1>
        <form method="post" action="\(address.base)/resume" class="entry">
        <input type="hidden" name="token" value="\(token)" />
        <p>This is the private link of \(student). Everything that was done is still there.</p>
        <p><button class="main">Go on as \(student)</button></p>
        </form>
        <p><a href="\(address.base)/">I am somebody else</a></p>
        """)
  }

  /// Asks whether this browser is to become the teacher's.
  public static func teach(_ address: PageAddress, className: String, token: String) -> ServedPage {
    ServedPage(
      title: "Teach \(className)", address: address,
      main: """
        <h1>Open the board of \(className.isEmpty ? "your class" : className)?</h1>
        <form method="post" action="\(address.base)/teach/\(token)" class="entry">
        <p>Whoever has this link teaches the class. Keep it to yourself, and off the projector.</p>
        <p><button class="main">Open the board</button></p>
        </form>
        """)
  }

  /// Says what is wrong, and what to do.
  ///
  /// - Parameters:
  ///   - typed: what was sent in vain, so that it is not lost.
  ///   - way: where to go on, and what that is called.
  public static func problem(
    _ address: PageAddress, title: String, text: String, typed: String = "", way: (address: String, name: String)? = nil
  ) -> ServedPage {
    let kept: HTML =
      typed.isEmpty
      ? ""
      : """
      <p><label for="typed">What you typed, to be copied:</label></p>
      <div class="line"><textarea id="typed" rows="\(min(12, 1 + typed.count { $0 == "\n" }))" readonly="">\(typed)</textarea></div>

      """
    let link: HTML = way.map { "<p><a href=\"\($0.address)\">\($0.name)</a></p>" } ?? ""
    return ServedPage(
      title: title, address: address,
      main: """
        <h1>\(title)</h1>
        <p>\(text)</p>
        \(kept)\(link)
        """)
  }

  private static func problem(_ text: String?) -> HTML {
    text.map { "<p class=\"problem\" id=\"problem\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  /// Ties a field to what is wrong with it.
  private static func described(_ problem: String?) -> HTML {
    problem == nil ? "" : " aria-describedby=\"problem\" aria-invalid=\"true\""
  }
}
