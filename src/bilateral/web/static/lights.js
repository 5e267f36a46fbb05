// A value that is pointed at, focused or chosen lights up the words it rests on, in every report.

const marks = [...document.querySelectorAll("mark[data-keys]")];
let pinned = null;

const light = (key) => {
  for (const mark of marks) mark.classList.toggle("lit", key !== null && mark.dataset.keys.split(" ").includes(key));
};

for (const button of document.querySelectorAll("[data-lights]")) {
  const key = button.dataset.lights;
  if (!marks.some((mark) => mark.dataset.keys.split(" ").includes(key))) {
    button.disabled = true;
    button.title = "no words of its own in the reports";
  }
  for (const name of ["mouseenter", "focus"]) button.addEventListener(name, () => light(key));
  for (const name of ["mouseleave", "blur"]) button.addEventListener(name, () => light(pinned?.dataset.lights ?? null));
  button.addEventListener("click", () => {
    const before = pinned;
    before?.setAttribute("aria-pressed", "false");
    pinned = before === button ? null : button;
    pinned?.setAttribute("aria-pressed", "true");
    light(pinned ? key : null);
    if (pinned) document.querySelector("mark.lit")?.scrollIntoView({ block: "nearest" });
  });
}
