// The keyboard of the review: every key presses a button or follows a link that is on the page.

const section = document.querySelector("#question");
const help = document.querySelector("#help");
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const go = (address) => location.assign(address);

const acts = {
  j: () => Number(section.dataset.at) + 1 < Number(section.dataset.total) && go(section.dataset.next),
  k: () => Number(section.dataset.at) > 0 && go(section.dataset.previous),
  "/": () => document.querySelector("#find").focus(),
  "?": () => (help.open ? help.close() : help.showModal()),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
  if (help.open && event.key !== "?") return;
  if (event.key === " " && event.target.closest("button, summary, a")) return;
  const act = acts[event.key];
  const pressed = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!act && !pressed) return;
  event.preventDefault();
  if (act) act();
  else pressed.click();
});
document.querySelector("#help-open").addEventListener("click", () => help.showModal());
document.querySelector("#asks")?.focus({ preventScroll: true });
