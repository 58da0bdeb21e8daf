"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const form = document.querySelector(".filters");
  const cards = all("[data-card]");
  const bundles = all("[data-bundle]").map((fold) => [fold, Array.from(fold.querySelectorAll("[data-card]"))]);
  const claims = all("[data-claim]");
  const rows = all("[data-row]").map((row) => [row, Array.from(row.querySelectorAll("[data-claim]"))]);
  const names = ["verdict", "rule", "field", "source"];
  const marks = new Map(all(".claim").map((mark) => [mark.querySelector("a").hash, mark]));
  const said = new Map();
  const opened = new Set(claims.filter((claim) => claim.open));
  const long = document.documentElement.classList.contains("long");
  let at = -1;

  const wanted = () => names.filter((name) => form.elements[name].value).map((name) => [`data-${name}`, ` ${form.elements[name].value} `]);
  const sought = () => form.elements.text.value.trim().toLowerCase();
  const walked = () => cards.filter((card) => !card.hidden && card.tagName === "ARTICLE");

  function words(element) {
    if (!said.has(element)) {
      const mark = marks.get("#" + element.id);
      const parts = mark ? [mark] : Array.from(element.querySelectorAll("h3, h4, h5, .side:first-child blockquote, .item > blockquote"));
      const inner = element.classList.contains("item") ? [element] : parts;
      said.set(element, inner.map((part) => part.textContent).join(" ").replace(/\s+/g, " ").toLowerCase());
    }
    return said.get(element);
  }

  const answers = (element, wishes, text) =>
    wishes.every(([name, value]) => ` ${element.getAttribute(name)} `.includes(value)) &&
    (!text || words(element).includes(text));

  function put(element, hidden) {
    if (element.hidden !== hidden) element.hidden = hidden;
    return hidden ? 0 : 1;
  }

  function filter() {
    const wishes = wanted();
    const text = sought();
    const active = wishes.length > 0 || text !== "";
    let shown = 0;
    let kept = 0;
    for (const card of cards) shown += put(card, !answers(card, wishes, text));
    for (const [fold, inner] of bundles) {
      put(fold, inner.every((card) => card.hidden));
      if (active && !fold.hidden) fold.open = true;
    }
    for (const claim of claims) {
      kept += put(claim, !answers(claim, wishes, text));
      const mark = marks.get("#" + claim.id);
      if (mark && mark.classList.contains("dim") !== claim.hidden) mark.classList.toggle("dim");
    }
    for (const [row, inner] of rows) put(row, active && inner.every((claim) => claim.hidden));
    form.querySelector("[role=status]").textContent = active
      ? `showing ${shown} of ${cards.length} cards, ${kept} of ${claims.length} claims`
      : "";
    at = -1;
  }

  // On a long page what is out of sight has no height of its own until it is near: go there until nothing moves any more.
  function land(place, block) {
    let turns = long ? 12 : 1;
    const go = () => {
      place.scrollIntoView({ block });
      turns -= 1;
      if (turns > 0) requestAnimationFrame(go);
    };
    go();
  }

  // What a long page keeps folded is text until somebody unfolds it.
  function fill(fold) {
    const kept = Array.from(fold.children).find((child) => child.tagName === "NOSCRIPT");
    if (kept) kept.outerHTML = kept.textContent;
  }

  // Once the page stands, all of it is put in place bit by bit, so that the browser's own search finds what is folded;
  // then its words are read, so that the first search need not.
  function settle() {
    const left = [...claims, ...cards].map((element) => () => words(element));
    const folds = all("noscript").map((kept) => kept.parentElement);
    left.push(...folds.map((fold) => () => fill(fold)).reverse());
    const later = window.requestIdleCallback || ((run) => setTimeout(() => run({ timeRemaining: () => 8 }), 50));
    const some = (idle) => {
      while (left.length && idle.timeRemaining() > 2) left.pop()();
      if (left.length) later(some);
    };
    later(some);
  }

  function open(fold) {
    fill(fold);
    fold.open = true;
  }

  function step(by) {
    const list = walked();
    if (!list.length) return;
    at = at < 0 && by < 0 ? list.length - 1 : (at + by + list.length) % list.length;
    list[at].querySelector("h3, h4").focus({ preventScroll: true });
    land(list[at], "start");
  }

  function reveal() {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return;
    }
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let inner = target; inner; inner = inner.parentElement) if (inner.tagName === "DETAILS") open(inner);
    const evidence = target.classList.contains("claim") && document.getElementById(target.querySelector("a").hash.slice(1));
    if (evidence) open(evidence);
    const card = walked().indexOf(target.closest("[data-card]"));
    if (card >= 0) at = card;
    land(target, target.classList.contains("claim") ? "center" : "start");
  }

  function unfold(button) {
    const all = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(all));
    for (const claim of claims) {
      if (all) open(claim);
      else claim.open = opened.has(claim);
      for (const more of claim.querySelectorAll(".more")) all ? open(more) : (more.open = false);
    }
    for (const [fold] of bundles) fold.open = all;
  }

  form.hidden = false;
  form.addEventListener("change", (event) => names.includes(event.target.name) && filter());
  form.addEventListener("input", (event) => event.target.name === "text" && filter());
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-unfold]").addEventListener("click", (event) => unfold(event.currentTarget));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-step]");
    if (!link) return;
    event.preventDefault();
    at = walked().indexOf(link.closest("[data-card]"));
    step(Number(link.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (!form.elements.keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.name !== "reason") form.reset();
    else if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    else if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else return;
    event.preventDefault();
  });
  for (const draft of all("[data-draft]")) {
    const key = location.pathname.replace(/[^/]*$/, "") + draft.elements.page.value + "#" + draft.dataset.draft;
    const reason = draft.elements.reason;
    try {
      reason.value = reason.value || sessionStorage.getItem(key) || "";
      reason.addEventListener("input", () => sessionStorage.setItem(key, reason.value));
      draft.addEventListener("submit", () => sessionStorage.removeItem(key));
    } catch {
      break;
    }
  }
  document.addEventListener("toggle", (event) => event.target.open && fill(event.target), true);
  window.addEventListener("load", () => long && setTimeout(settle, 500));
  document.addEventListener("keydown", (event) => {
    if (long && (event.ctrlKey || event.metaKey) && event.key === "f") for (const kept of all("noscript")) fill(kept.parentElement);
  });
  window.addEventListener("hashchange", reveal);
  if (wanted().length || sought()) filter();
  reveal();
  const refused = document.querySelector(".refused");
  if (refused) {
    for (let inner = refused; inner; inner = inner.parentElement) if (inner.tagName === "DETAILS") open(inner);
    refused.focus();
  }
})();
