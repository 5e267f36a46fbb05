// A document: selected words become a new mention (n), cards light up their words, cut furniture unfolds.

import "./lights.js";

const text = document.querySelector("#text");
const adding = document.querySelector("#adding");
const LONGEST = 400;

// Positions count characters as Python does, not the units of 16 bits that a browser counts.
const length = (string) => Array.from(string).length;

const position = (node, offset) => {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!paragraph || !text.contains(paragraph)) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return Number(paragraph.dataset.start) + length(range.toString());
};

const chosen = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const start = position(range.startContainer, range.startOffset);
  const end = position(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  return { start, end, words: selection.toString() };
};

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const found = chosen();
  if (!found) return;
  event.preventDefault();
  adding.hidden = false;
  adding.querySelector("#adding-words").textContent =
    found.end - found.start > LONGEST ? `Too long: choose at most ${LONGEST} characters.` : found.words;
  adding.querySelector("[name=start]").value = found.start;
  adding.querySelector("[name=end]").value = found.end;
  adding.querySelector("select").focus();
});
document.querySelector("#adding-no").addEventListener("click", () => {
  adding.hidden = true;
  text.focus();
});

const furniture = document.querySelector("#furniture");
furniture.addEventListener("click", () => {
  const open = furniture.getAttribute("aria-pressed") !== "true";
  furniture.setAttribute("aria-pressed", String(open));
  for (const one of document.querySelectorAll("details.cut")) one.open = open;
});
