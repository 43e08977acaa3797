/// The keys of slides.
enum SlideScript {
  /// An XML parser reads it, too.
  static let html = HTML(stringLiteral: "//<![CDATA[\n\(source)\n//]]>")

  private static let source = #"""
    (() => {
      "use strict";
      const root = document.documentElement.classList, slides = [...document.querySelectorAll(".slide")];
      let at = 0, typed = "";
      const isOver = () => root.contains("overview");
      const now = () => isOver() ? at : Math.min(slides.length - 1, Math.round(scrollY / slides[0].offsetHeight));
      const go = place => {
        at = Math.max(0, Math.min(slides.length - 1, place));
        if (!isOver()) location.replace("#" + slides[at].id);
        slides[at].scrollIntoView({ block: isOver() ? "nearest" : "start" });
        slides[at].focus({ preventScroll: true });
      };
      const overview = isOn => {
        at = now();
        root.toggle("overview", isOn);
        go(at);
      };
      // Opens what is folded away next; all of a quiz at once.
      const reveal = () => {
        const fold = [...slides[now()].querySelectorAll("details:not([open], .elided, .note)")]
          .find(one => !one.parentElement.closest("details:not([open])"));
        if (!fold) return false;
        const quiz = fold.closest(".options");
        for (const one of quiz ? quiz.querySelectorAll("details") : [fold]) one.open = true;
        fold.scrollIntoView({ block: "nearest" });
        return true;
      };
      const columns = () => slides.filter(one => one.offsetTop === slides[0].offsetTop).length;
      const keys = {
        ArrowRight: event => { if (isOver() || event.shiftKey || !reveal()) go(now() + 1); },
        ArrowLeft: () => go(now() - 1),
        " ": event => isOver() ? overview(false) : event.shiftKey ? keys.ArrowLeft() : keys.ArrowRight(event),
        Home: () => go(0),
        End: () => go(slides.length - 1),
        Escape: () => overview(!isOver()),
        n: () => root.toggle("notes"),
      };
      keys.PageDown = keys.ArrowRight;
      keys.PageUp = keys.ArrowLeft;
      addEventListener("keydown", event => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const key = event.key, number = typed;
        // What is explored on a slide has its own use for arrows.
        if (event.target.type === "radio" && (key === " " || key.startsWith("Arrow"))) return;
        typed = /^[0-9]$/.test(key) ? typed + key : "";
        const isButton = event.target.closest("a, summary") && !isOver();
        let act = keys[key];
        if (key === "Enter" && number) act = () => go(number - 1);
        else if (key === "Enter" && isOver()) act = () => overview(false);
        else if (isOver() && key === "ArrowDown") act = () => go(at + columns());
        else if (isOver() && key === "ArrowUp") act = () => go(at - columns());
        else if (isButton && (key === " " || key === "Enter")) return;
        if (!act) return;
        event.preventDefault();
        if (key === "Enter" && number && isOver()) overview(false);
        act(event);
      });
      addEventListener("click", event => {
        const slide = isOver() && event.target.closest(".slide");
        if (!slide) return;
        event.preventDefault();
        at = slides.indexOf(slide);
        overview(false);
      });
      for (const note of document.querySelectorAll(".note")) note.open = true;
      root.add("live");
      if (!location.hash) slides[0].focus({ preventScroll: true });
    })();
    """#
}
