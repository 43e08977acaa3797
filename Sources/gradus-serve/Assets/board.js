// What the teacher's board does beyond its links and forms: it shows what comes, and what is behind a name, a column or a cell without
// leaving.
"use strict";
{
  const { base, lesson, order, projected } = document.body.dataset;
  const find = (selector, root = document) => root.querySelector(selector);
  const signs = { open: "·", tried: "◐", right: "✓", late: "◑", shown: "–", handed: "✉", done: "▸" };
  const make = (name, parts = {}, ...children) => {
    const element = Object.assign(document.createElement(name), parts);
    element.append(...children);
    return element;
  };
  const pause = seconds => new Promise(done => {
    setTimeout(done, seconds * 1000);
    document.addEventListener("visibilitychange", done, { once: true });
  });
  const say = text => find("#said").textContent = text;
  const set = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const link = (address, ...content) => {
    const anchor = make("a", { href: address }, ...content);
    anchor.dataset.more = "";
    return anchor;
  };

  // MARK: The table
  const words = ([mark, attempts]) => [
    Object.assign(make("span", { textContent: signs[mark] }), { ariaHidden: "true" }),
    mark === "tried" && attempts > 1 ? ` tried ${attempts}` : ` ${mark}`,
  ];
  const behind = (row, step = "") => `${base}/board/students/${row.id}?lesson=${lesson}${step && "#" + step}`;

  function fill(line, row, state) {
    const steps = state.columns.map(column => column.step);
    const [name, finished, points] = line.cells;
    const trouble = row.help ? " ✋ wants help" : state.stuck.includes(row.id) ? " ! stuck" : "";
    const called = row.name === null ? `Student ${row.id}` : link(behind(row), row.name);
    const mark = trouble ? make("span", { className: "stuck", textContent: trouble }) : "";
    // What has the focus stays.
    if (name.textContent.trim() !== (row.name ?? called) + trouble) name.replaceChildren(called, mark);
    set(finished, `${row.finished} of ${state.steps}`);
    set(points, String(row.points));
    row.cells.forEach((cell, index) => {
      const place = line.cells[3 + index], [mark, attempts] = cell;
      const content = words(cell);
      if (place.textContent === signs[mark] + content[1]) return;
      place.className = mark;
      place.replaceChildren(...(attempts && row.name !== null ? [link(behind(row, steps[index]), ...content)] : content));
    });
  }
  function newLine(row, state) {
    const name = make("th");
    name.scope = "row";
    const cells = Array.from({ length: 2 + state.columns.length }, () => make("td"));
    return make("tr", { id: "student-" + row.id }, name, ...cells);
  }
  function update(state) {
    const body = find("#board tbody");
    for (const row of state.rows) {
      let line = document.getElementById("student-" + row.id);
      if (!line) body.append(line = newLine(row, state));
      fill(line, row, state);
    }
    const lines = state.order.map(id => document.getElementById("student-" + id)).filter(Boolean);
    for (const line of [...body.rows]) if (!lines.includes(line)) line.remove();
    lines.forEach((line, index) => { if (body.rows[index] !== line) body.insertBefore(line, body.rows[index]); });
    state.columns.forEach((column, index) => set(find("#board tfoot tr").cells[1 + index], `${column.right} of ${state.order.length}`));
    set(find("#students"), state.order.length === 1 ? "1 student" : `${state.order.length} students`);
    find("#nobody")?.remove();
  }

  async function watch() {
    let seen = "";
    for (;;) {
      while (document.hidden) await pause(3600);
      try {
        const query = new URLSearchParams({ lesson, order, after: seen });
        if (projected === "true") query.set("projector", "on");
        const reply = await fetch(`${base}/board/state?${query}`, { headers: { Accept: "application/json" } });
        if (reply.ok) {
          const state = await reply.json();
          if (String(state.seq) !== seen) update(state);
          seen = String(state.seq);
        }
        if (find("#notice").dataset.lost) location.reload();
      } catch {
        find("#notice").dataset.lost = "yes";
        set(find("#notice"), "Not connected, trying again.");
      }
      await pause(1);
    }
  }

  // MARK: What is behind
  async function show(address) {
    const reply = await fetch(address);
    if (!reply.ok) return location.assign(address);
    const page = new DOMParser().parseFromString(await reply.text(), "text/html"), dialog = find("#more");
    find("#more > div").replaceChildren(...find("main", page).children);
    if (!dialog.open) dialog.showModal();
    const place = new URL(address, location).hash.slice(1);
    if (place) find("#more > div").querySelector("#" + CSS.escape(place))?.scrollIntoView();
  }
  document.addEventListener("click", event => {
    const anchor = event.target.closest("a[data-more]");
    if (!anchor || !find("#more") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(anchor.href);
  });

  // MARK: Steering
  document.addEventListener("submit", async event => {
    const form = event.target, word = form.action.split("/").pop();
    if (form.method !== "post" || word !== "goto") return;
    event.preventDefault();
    const reply = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    say(reply.ok ? `All pages go to step ${form.elements.step.value}.` : "That did not work. Is there such a step?");
  });

  if (find("#board")) watch();
}
