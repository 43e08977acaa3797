// What a student's page does beyond its forms, which work without it: sends without leaving and again after a lost
// connection, completes what is typed, follows the teacher.
"use strict";
{
  const page = document, { body } = page, facts = body.dataset, { base, lesson } = facts;
  const on = (kind, act, options) => page.addEventListener(kind, act, options);
  const named = id => page.getElementById(id);
  const find = (selector, root = page) => root.querySelector(selector);
  const all = (selector, root = page) => [...root.querySelectorAll(selector)];
  const [notice, said, working, words] = ["notice", "said", "working", "words"].map(named);
  const stepOf = element => element?.closest?.(".step");
  const isOver = step => ![undefined, "tried"].includes(step.dataset.outcome);
  const openStep = () => all(".step").find(step => !isOver(step));

  // Kept in this tab.
  const stored = (key, value) => {
    try {
      if (value === undefined) return sessionStorage[key];
      if (value) sessionStorage[key] = value; else delete sessionStorage[key];
    } catch { }
  };
  const draft = field => `draft ${lesson} ${stepOf(field).id} ${field.name}${field.dataset.own || ""}`;
  const past = () => JSON.parse(stored("past " + lesson) || "[]");

  // Said, and shown.
  const say = text => { said.textContent = ""; setTimeout(() => said.textContent = text, 60); };
  let isLost = false, message = "";
  const showNotice = () => {
    const text = isLost ? isLost.say || notice.dataset.lost : notice.dataset[facts.phase] || message;
    if (notice.textContent !== text) notice.textContent = text;
  };
  const lost = is => { isLost = is; showNotice(); };
  const tell = text => { message = text; showNotice(); };

  const show = element => element?.scrollIntoView({ block: "nearest" });

  // Sending: the same body until a reply comes, so that it counts once.
  let wakers = [];
  const pause = seconds => new Promise(done => { setTimeout(done, seconds * 1000); wakers.push(done); });
  const wake = () => { for (const done of wakers.splice(0)) done(); };
  addEventListener("online", wake);
  on("visibilitychange", wake);
  const nonce = () => crypto.getRandomValues(new Uint32Array(4)).reduce((text, word) => text + word.toString(36), "");
  const ask = query => send(base + query);

  async function send(address, content) {
    const kind = "application/json", headers = { Accept: kind, ...content && { "Content-Type": kind } };
    const options = { method: content ? "POST" : "GET", headers, body: JSON.stringify(content) };
    for (let tries = 0; ; tries++) {
      let seconds = [1, 2, 4, 8, 15][tries] || 15;
      try {
        const reply = await fetch(address, { ...options, signal: AbortSignal.timeout(40000) });
        const data = await reply.json().catch(() => ({}));
        if (reply.status < 502 && reply.status !== 429) {
          lost(false);
          return { ...data, status: reply.status };
        }
        seconds = +reply.headers.get("Retry-After") || seconds;
        lost({ say: data.message });
      } catch { lost(true); }
      await pause(seconds);
    }
  }

  let job, isRunning = false;
  const showJob = data => {
    job = data.job;
    working.hidden = find("button", working).hidden = false;
    find("span", working).textContent = data.text || (data.before ? `${data.before} before you …` : "Running …");
    show(working);
  };
  working?.querySelector("button").addEventListener("click", () => send(`${base}/jobs/${job}/stop`, {}));

  async function submit(form, action) {
    const step = stepOf(form), field = find("textarea", form), { after, version } = form.elements;
    if (isRunning) return tell("Your last command still runs.");
    if (facts.phase !== "open") return;
    isRunning = true;
    tell("");
    const text = field ? field.value : all(":checked", form).map(box => box.value).join();
    const key = field && draft(field);
    const replies = find(".replies", step);
    replies.append(working);
    find("span", working).textContent = "Running …";
    find("button", working).hidden = true;
    const slow = setTimeout(() => { working.hidden = false; show(working); }, 400);
    const content = { do: action, text, after: +after.value, version: version.value, nonce: nonce() };
    let reply = await send(form.action, content);
    while (reply.status === 202) {
      showJob(reply);
      reply = await ask(`/jobs/${job}?wait=20`);
      // The server was begun anew and knows no work of before.
      if (reply.status === 404) reply = await send(form.action, content);
    }
    clearTimeout(slow);
    working.hidden = true;
    body.append(working);
    isRunning = false;
    if (reply.status !== 200) {
      tell(reply.message || "Reload the page; what you typed is kept.");
      return reply.status === 409 && renew();
    }
    if (field?.value === text) stored(key, "");
    if (field?.dataset.own) stored("past " + lesson, JSON.stringify([...past(), text].slice(-99)));
    if (action === "reset") replies.replaceChildren();
    // Made by the server, in whose markup all that anybody typed is text.
    replies.insertAdjacentHTML("beforeend", reply.html);
    if (reply.outcome) step.dataset.outcome = reply.outcome;
    if (reply.standing) find(".standing").innerHTML = reply.standing;
    after.value = reply.after;
    if (reply.form) keepFocus(() => find("form", step).outerHTML = reply.form);
    step.ran = find("textarea", step)?.value;
    reach();
    show(replies.lastElementChild);
    const next = openStep();
    if (next) find(".next").hash = next.id;
    say(reply.say);
  }

  // The page anew, with all that is typed and where.
  function keepFocus(change) {
    const active = page.activeElement, id = stepOf(active)?.id, { name, value, selectionStart: place } = active;
    change();
    dress();
    const step = id && named(id);
    const field = step && (find(`[name="${name}"]`, step) || find("textarea", step));
    if (!field || field === page.activeElement) return;
    field.focus({ preventScroll: true });
    if (place >= 0 && field.value === value) field.setSelectionRange(place, place);
  }
  async function renew() {
    const reply = await fetch(location.pathname).catch(() => ({}));
    if (!reply.ok) return;
    const now = new DOMParser().parseFromString(await reply.text(), "text/html");
    facts.phase = now.body.dataset.phase;
    keepFocus(() => ["main", ".standing"].forEach(part => find(part)?.replaceWith(find(part, now))));
    showNotice();
  }
  addEventListener("pageshow", event => event.persisted && renew());

  // Keyboards reach what scrolls sideways.
  const reach = () => all(".reply, .session").forEach(box => box.scrollWidth > box.clientWidth && (box.tabIndex = 0));
  addEventListener("resize", reach);

  // Fields.
  const grow = field => field.rows = field.value.split("\n").length;
  const keep = field => { stored(draft(field), field.value); grow(field); };
  function dress() {
    for (const field of all(".step textarea")) {
      field.value = stored(draft(field)) ?? field.value;
      grow(field);
    }
    for (const set of all(".bare")) set.disabled = facts.phase !== "open";
    reach();
  }

  on("submit", event => {
    const form = event.target, step = stepOf(form);
    if (!step && form.id !== "help") return;
    event.preventDefault();
    if (step) return submit(form, event.submitter.value);
    const button = find("button", form), isOn = button.ariaPressed !== "true";
    const place = stepOf(page.activeElement) || openStep();
    send(form.action, { lesson, step: place?.id || form.elements.step.value, on: isOn, nonce: nonce() }).then(() => {
      button.ariaPressed = isOn;
      say(isOn ? "Your teacher sees that you need help." : "You need no help any more.");
    });
  });
  on("click", event => event.target.matches(".ask") && explain(find("textarea", event.target.form)));
  on("input", event => {
    if (!event.target.matches(".step textarea")) return;
    keep(event.target);
    event.target.isTyped = true;
    close();
  });
  on("focusin", ({ target: field }) => {
    field.isTyped = false;
    const blank = stepOf(field) && field.value?.indexOf("____");
    if (blank > -1 && blank !== null) field.setSelectionRange(blank, blank + 4);
  });
  on("focusout", close);

  on("keydown", event => {
    const { target: field, key } = event, isOpen = !words?.hidden;
    if (!field.matches(".step textarea") || event.isComposing || event.altKey || event.metaKey || event.shiftKey) return;
    const before = field.value.slice(0, field.selectionStart), isCommand = field.dataset.own;
    const way = { ArrowUp: -1, ArrowDown: 1 }[key];
    if (event.ctrlKey) { if (key !== " " || !isCommand) return; complete(field); }
    else if (key === "Escape") { field.isTyped = false; if (!isOpen) return; close(); }
    else if (isOpen && (key === "Enter" || key === "Tab")) accept(field);
    else if (isOpen && way) choose(field, chosen + way);
    else if (key === "Enter") enter(field);
    else if (key === "F1" && isCommand) explain(field);
    else if (key === "Tab" && isCommand && field.isTyped && /\S$/.test(before)) complete(field);
    else if (way && isCommand && !(way < 0 ? before : field.value.slice(field.selectionEnd)).includes("\n")) recall(field, way);
    else return;
    event.preventDefault();
  });

  // Runs; where that was just done and the step is over, goes on to the next one.
  function enter(field) {
    const step = stepOf(field), steps = all(".step"), next = steps[steps.indexOf(step) + 1];
    if (next && isOver(step) && step.ran === field.value) find("textarea, [type=radio], [type=checkbox]", next)?.focus();
    else field.form.requestSubmit(find(".main", field.form));
  }
  function recall(field, way) {
    const lines = past(), place = Math.min(Math.max((field.place ?? lines.length) + way, 0), lines.length);
    field.place = place;
    field.value = lines[place] ?? field.dataset.own;
    keep(field);
  }

  // Words.
  let found, chosen;
  async function complete(field) {
    const { value: line, selectionStart: at } = field;
    found = await ask("/complete?" + new URLSearchParams({ lesson, step: stepOf(field).id, line, at }));
    const { candidates, hint } = found;
    if (!candidates || field.value !== line || page.activeElement !== field) return;
    chosen = 0;
    if (candidates.length === 1) return accept(field);
    say(candidates.length ? candidates.length + " completions" : hint || "Nothing completes this.");
    if (!candidates.length) return;
    words.replaceChildren(...candidates.slice(0, 60).map((word, index) => {
      const item = find("template", body).content.firstElementChild.cloneNode(true);
      item.id = "word-" + index;
      [item.children[0].textContent, item.children[1].textContent] = [word.text, word.summary];
      item.onmousedown = event => { event.preventDefault(); chosen = index; accept(field); };
      return item;
    }));
    field.parentNode.append(words);
    words.hidden = false;
    field.setAttribute("aria-controls", "words");
    choose(field, 0);
  }
  function choose(field, index) {
    const items = words.children;
    chosen = (index + items.length) % items.length;
    all("li", words).forEach((item, place) => item.ariaSelected = place === chosen);
    show(items[chosen]);
    field.setAttribute("aria-activedescendant", "word-" + chosen);
  }
  function accept(field) {
    close();
    field.setRangeText(found.candidates[chosen].text, found.from, found.to, "end");
    keep(field);
  }
  function close() {
    if (!words || words.hidden) return;
    words.hidden = true;
    for (const name of ["aria-controls", "aria-activedescendant"]) find("textarea", words.parentNode).removeAttribute(name);
    body.append(words);
  }
  async function explain(field) {
    const at = field.selectionStart, names = [...field.value.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)];
    const [word] = names.find(({ 0: text, index }) => index + text.length >= at) || names.at(-1) || [];
    if (!word) return say("There is no word at the cursor.");
    const { html } = await ask("/help?" + new URLSearchParams({ word }));
    const replies = find(".replies", stepOf(field));
    find(".help", replies)?.remove();
    if (html) replies.insertAdjacentHTML("afterbegin", `<div class="reply help">${html}</div>`);
    say(html ? find(".help", replies).textContent : "There is no help on " + word);
  }

  // What the teacher does.
  const phase = word => { facts.phase = word; dress(); showNotice(); };
  const events = {
    async goto({ lesson: name, step: key }) {
      if (name !== lesson) return location.assign(`${base}/lessons/${name}#${key}`);
      if (!named(key)) await renew();
      location.replace("#" + key);
      say("Your teacher asks you to look at step " + named(key)?.dataset.number);
    },
    open: data => data.lesson === lesson && renew(),
    state: () => renew(),
    pause: data => phase(data.on ? "paused" : "open"),
    closed: () => phase("ended"),
    progress: data => isRunning && showJob(data),
  };
  const happen = ({ id, event, data }) => { facts.event = id ?? facts.event; events[event]?.(data); };

  // The stream, or asking every five seconds where a proxy holds the stream back; only while the page is seen.
  async function listen() {
    for (let isHeld = false; ; await pause(isHeld ? 5 : 2)) {
      while (page.hidden) await pause(3600);
      const stop = new AbortController(), { signal } = stop;
      const leave = () => page.hidden && stop.abort();
      on("visibilitychange", leave, { signal });
      let alarm;
      const heard = () => { clearTimeout(alarm); alarm = setTimeout(() => { isHeld = true; stop.abort(); }, 25000); };
      try {
        if (isHeld) {
          const { state, events } = await ask("/events?after=" + facts.event);
          (state ? [{ event: "state" }] : events).forEach(happen);
        } else {
          heard();
          const headers = { Accept: "text/event-stream", "Last-Event-ID": facts.event };
          const reader = (await fetch(base + "/events", { headers, signal })).body.pipeThrough(new TextDecoderStream()).getReader();
          for (let text = "", part; !(part = await reader.read()).done;) {
            heard();
            lost(false);
            const blocks = (text + part.value).split("\n\n");
            text = blocks.pop();
            for (const block of blocks) {
              const event = Object.fromEntries(block.split("\n").map(line => line.split(/: (.*)/s)));
              if (event.data) happen({ ...event, data: JSON.parse(event.data) });
            }
          }
        }
      } catch { lost(!signal.aborted); }
      clearTimeout(alarm);
      stop.abort();
    }
  }

  body.classList.add("scripted");
  dress();
  showNotice();
  listen();
}
