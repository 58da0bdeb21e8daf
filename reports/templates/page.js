"use strict";
(() => {
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const form = document.querySelector(".filters");
  const steps = document.querySelector(".steps");
  const cards = all("[data-card]");
  const claims = all("[data-claim]");
  const rows = all("[data-row]");
  const names = ["verdict", "rule", "field", "source"];
  const marks = new Map(all(".claim").map((mark) => [mark.querySelector("a").hash, mark]));
  let at = -1;

  const wanted = () => names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
  const answers = (element, wishes) =>
    wishes.every(([name, value]) => element.dataset[name].split(" ").includes(value));
  const shown = () => cards.filter((card) => !card.hidden);

  function filter() {
    const wishes = wanted();
    for (const card of cards) card.hidden = !answers(card, wishes);
    for (const claim of claims) {
      claim.hidden = !answers(claim, wishes);
      const mark = marks.get("#" + claim.id);
      if (mark) mark.classList.toggle("dim", claim.hidden);
    }
    for (const row of rows) row.hidden = wishes.length > 0 && !row.querySelector("[data-claim]:not([hidden])");
    const kept = claims.filter((claim) => !claim.hidden).length;
    form.querySelector("[role=status]").textContent = wishes.length
      ? `showing ${shown().length} of ${cards.length} cards, ${kept} of ${claims.length} claims`
      : "";
    at = -1;
    tell();
  }

  function tell() {
    const number = shown().length;
    steps.querySelector("[data-at]").textContent = at < 0 ? `${number} in all` : `${at + 1} of ${number}`;
    for (const button of steps.querySelectorAll("button")) button.disabled = number === 0;
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    at = at < 0 && by < 0 ? list.length - 1 : (at + by + list.length) % list.length;
    go(list[at].querySelector("h3, h4"), list[at]);
    tell();
  }

  function go(focus, place) {
    focus.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
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
    for (let inner = target; inner; inner = inner.parentElement) if (inner.tagName === "DETAILS") inner.open = true;
    const evidence = target.classList.contains("claim") && document.getElementById(target.querySelector("a").hash.slice(1));
    if (evidence) evidence.open = true;
    const card = shown().indexOf(target.closest("[data-card]"));
    if (card >= 0) at = card;
    tell();
    target.scrollIntoView({ block: target.classList.contains("claim") ? "center" : "start" });
  }

  function unfold(button) {
    const open = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(open));
    for (const claim of claims) claim.open = open || claim.hasAttribute("data-open");
  }

  for (const claim of claims) claim.toggleAttribute("data-open", claim.open);
  form.hidden = steps.hidden = false;
  form.addEventListener("change", (event) => names.includes(event.target.name) && filter());
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-unfold]").addEventListener("click", (event) => unfold(event.currentTarget));
  steps.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (!form.elements.keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "Escape") form.reset();
    else return;
    event.preventDefault();
  });
  window.addEventListener("hashchange", reveal);
  filter();
  reveal();
})();
