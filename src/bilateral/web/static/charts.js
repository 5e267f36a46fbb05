// Draws every figure.chart with the bundle of Vega: a specification by address, in the colours of the page.

const look = () => {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const [ink, soft, line] = [value("--ink"), value("--soft"), value("--line")];
  const font = getComputedStyle(document.body).fontFamily;
  const words = { labelColor: soft, titleColor: soft, labelFont: font, titleFont: font };
  return {
    background: "transparent",
    font,
    view: { stroke: null },
    title: { color: ink, subtitleColor: soft },
    axis: { ...words, gridColor: line, domainColor: line, tickColor: line },
    legend: words,
    header: words,
  };
};

// What a selection of the chart means for the address, once the pointer is let go.
const brushing = (figure, view) => {
  const meta = figure.meta.brush;
  if (!meta) return;
  let chosen = null;
  view.addSignalListener(meta.signal, (_, value) => {
    chosen = value?.[meta.field] ?? null;
  });
  figure.canvas.addEventListener("pointerup", () => setTimeout(() => {
    const address = new URL(location.href);
    address.searchParams.delete("offset");
    if (!chosen) return;
    const [first, last] = chosen.map((day) => new Date(day).toISOString().slice(0, 10));
    if (first === last) return;
    address.searchParams.set("since", first);
    address.searchParams.set("until", last);
    location.assign(address);
  }));
};

const following = (view) => {
  view.addEventListener("click", (_, item) => {
    const address = item?.datum?.href;
    if (typeof address === "string" && address.startsWith("/")) location.assign(address);
  });
};

// The specification for the room there is; asked for again while the server reckons.
const WAITS = [200, 500, 1000, 2000];
const specification = async (figure) => {
  const address = new URL(figure.dataset.spec, location.href);
  address.searchParams.set("width", String(Math.floor(figure.clientWidth)));
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(address);
    if (answer.status !== 202) return answer;
    await new Promise((go) => setTimeout(go, WAITS[Math.min(tries, WAITS.length - 1)]));
  }
};

const draw = async (figure) => {
  const answer = await specification(figure);
  if (!answer.ok) {
    figure.querySelector(".chart-wait").textContent = (await answer.json()).error ?? "This chart cannot be drawn.";
    figure.dataset.drawn = "not";
    return;
  }
  const spec = await answer.json();
  const canvas = figure.querySelector(".chart-canvas");
  const theme = dark() ? "dark" : "light";
  const options = {
    ast: true,
    mode: "vega-lite",
    defaultStyle: false,
    actions: false,
    renderer: "svg",
    tooltip: { disableDefaultStyle: true },
    config: { ...look(), ...(spec.usermeta?.bilateral?.[theme] ?? {}) },
  };
  const { view } = await window.vegaEmbed(canvas, spec, options);
  figure.querySelector(".chart-wait")?.remove();
  // The canvas is one picture with a name; its marks would be read out one after the other.
  canvas.querySelector("svg")?.setAttribute("aria-hidden", "true");
  const known = { canvas, meta: spec.usermeta?.bilateral ?? {} };
  brushing(known, view);
  following(view);
  figure.view = view;
  figure.dataset.drawn = "true";
};

const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

const all = (root) => root.querySelectorAll("figure.chart");
let bundle = null;
const start = (root) => {
  if (!all(root).length) return;
  bundle ??= import(document.querySelector("meta[name=charts-bundle]").content);
  bundle.then(() => all(root).forEach(draw));
};
const again = () => all(document).forEach((figure) => {
  figure.view?.finalize();
  draw(figure);
});

start(document);
document.addEventListener("bilateral:theme", again);
document.addEventListener("bilateral:filled", (event) => start(event.detail));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
