"use strict";
(() => {
  const form = document.querySelector(".paste");
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    button.textContent = "Checking …";
    button.setAttribute("aria-busy", "true");
  });
})();
