"use strict";
// Runs before the page is drawn, so that a chosen look does not flash in.
(() => {
  const chosen = localStorage.getItem("bilateral-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  document.documentElement.classList.add("scripted");
})();
