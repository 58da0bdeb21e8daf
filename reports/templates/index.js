"use strict";
(() => {
  const form = document.querySelector(".seek");
  const said = form.querySelector("[role=status]");
  const plain = (text) => text.replace(/\s+/g, " ").toLowerCase();
  const most = 10;
  const entries = Array.from(document.querySelectorAll("[data-entry]")).map((entry) => ({
    entry,
    state: entry.dataset.entry,
    title: plain(entry.querySelector("h3 a").textContent + " " + entry.querySelector("[data-known]").textContent),
    list: entry.querySelector(".hits"),
    hits: Array.from(entry.querySelectorAll(".hits li")).map((item) => [item, plain(item.querySelector("bdi").textContent)]),
  }));

  function put(element, hidden) {
    if (element.hidden !== hidden) element.hidden = hidden;
  }

  function seek() {
    const text = plain(form.elements.text.value).trim();
    const state = form.elements.state.value;
    let shown = 0;
    let found = 0;
    for (const { entry, state: own, title, list, hits } of entries) {
      let mine = 0;
      const fits = !state || own === state;
      for (const [item, words] of hits) {
        const hit = fits && text.length > 1 && words.includes(text);
        if (hit) mine += 1;
        put(item, !hit || mine > most);
      }
      put(list, mine === 0);
      put(entry, !fits || (text !== "" && mine === 0 && !title.includes(text)));
      if (!entry.hidden) shown += 1;
      found += mine;
    }
    said.textContent = text || state ? `${shown} of ${entries.length} postmortems` + (text ? `, ${found} claims, the first ${most} of each listed` : "") : "";
  }

  form.hidden = false;
  form.addEventListener("input", seek);
  form.addEventListener("reset", () => setTimeout(seek));
  form.addEventListener("submit", (event) => event.preventDefault());
  seek();
})();
