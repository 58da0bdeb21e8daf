"use strict";
(() => {
  const form = document.querySelector("form"), words = document.getElementById("words");
  const state = document.getElementById("state"), shown = document.getElementById("shown");
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let number = 0;
    for (const [row, text] of rows) {
      const fits = (!state.value || row.dataset.state === state.value) && wanted.every((word) => text.includes(word));
      row.hidden = !fits;
      number += fits;
    }
    shown.textContent = `${number} of ${rows.length}`;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", filter);
  state.addEventListener("change", filter);
  filter();
})();
