// Files dropped on the page are sent, and the page tells how far the record is with them.

const form = document.querySelector("#drop");
const told = document.querySelector("#uploads");
const proof = document.querySelector("meta[name=proof]").content;

const line = (job) => {
  const paragraph = document.createElement("p");
  const of = job.total ? ` of ${job.total}` : "";
  const words = {
    waiting: "waiting",
    reading: `${job.done}${of} read`,
    done: `${job.read} read, ${job.known} known before, ${job.events} events`,
    failed: job.error,
  };
  paragraph.textContent = `${job.files} file${job.files === 1 ? "" : "s"}: ${words[job.state]}`;
  if (job.state === "reading" && job.total) {
    const bar = document.createElement("progress");
    bar.max = job.total;
    bar.value = job.done;
    bar.setAttribute("aria-label", "documents read");
    paragraph.append(bar);
  }
  for (const one of job.failed) {
    const wrong = document.createElement("span");
    wrong.className = "wrong small";
    wrong.textContent = ` ${one.name}: ${one.reason}.`;
    paragraph.append(wrong);
  }
  return paragraph;
};

const open = (job) => job.state === "waiting" || job.state === "reading";
let waited = false;
const show = async () => {
  const jobs = (await (await fetch(form.dataset.address)).json()).uploads;
  told.replaceChildren(...jobs.slice(0, 5).map(line));
  if (jobs.some(open)) {
    waited = true;
    setTimeout(show, 800);
  } else if (waited && jobs[0]?.events) {
    const link = document.createElement("a");
    link.href = "/";
    link.textContent = "Show the record as it is now";
    told.append(link);
  }
};

const send = async (files) => {
  if (!files.length) return;
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  told.textContent = "sending …";
  const headers = { "X-Bilateral-Proof": proof };
  const answer = await fetch(form.dataset.address, { method: "POST", body, headers });
  if (!answer.ok) {
    told.textContent = (await answer.json()).error;
    return;
  }
  show();
};

if (form) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("input").addEventListener("change", (event) => send([...event.target.files]));
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    send([...event.dataTransfer.files]);
  });
  show();
}
