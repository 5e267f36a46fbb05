// What every page has: the switch of light and dark, and sections that are loaded when they are ready.

const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

const button = document.querySelector("#theme");
const say = () => {
  button.setAttribute("aria-pressed", String(dark()));
  button.textContent = dark() ? "Light" : "Dark";
};
if (button) {
  say();
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    localStorage.setItem("bilateral-theme", next);
    document.documentElement.dataset.theme = next;
    say();
    document.dispatchEvent(new CustomEvent("bilateral:theme"));
  });
}

const WAITS = [300, 700, 1500, 3000];
const fill = async (section, tries = 0) => {
  const answer = await fetch(section.dataset.load, { headers: { "X-Part": "1" } });
  if (answer.status === 202) {
    setTimeout(() => fill(section, tries + 1), WAITS[Math.min(tries, WAITS.length - 1)]);
    return;
  }
  const text = await answer.text();
  if (!answer.ok) return;
  const read = new DOMParser().parseFromString(text, "text/html");
  section.replaceChildren(...read.querySelector("main").childNodes);
  section.removeAttribute("aria-busy");
  document.dispatchEvent(new CustomEvent("bilateral:filled", { detail: section }));
};
for (const section of document.querySelectorAll("[data-load]")) fill(section);
