// The script of the wall: advances the slides, loads new ones every minute, and continues without a network.
const REFRESH_MS = 60_000;
const { seconds, offline, pages } = document.body.dataset;
const holder = document.querySelector("#slides");
const state = document.querySelector("#state");
const place = document.querySelector("#place");
const full = document.querySelector("#full");

let index = 0;
let isHeld = false;
let knownAt = new Date();
let isOffline = false;

const slides = () => [...holder.querySelectorAll("section")];

function show() {
  const all = slides();
  index = (index + all.length) % all.length;
  for (const [at, slide] of all.entries()) slide.classList.toggle("shown", at === index);
  place.textContent = pages.replace("{page}", index + 1).replace("{count}", all.length) + (isHeld ? " ‖" : "");
}

function tell() {
  if (!isOffline) {
    state.textContent = "";
    return;
  }
  const time = knownAt.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const minutes = Math.max(1, Math.round((Date.now() - knownAt.getTime()) / 60_000));
  state.textContent = offline.replace("{time}", time).replace("{minutes}", minutes);
}

/** Replaces slides only if their content differs, to avoid flicker. */
async function refresh() {
  try {
    const response = await fetch(location.href, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("#slides");
    if (fresh === null) throw new Error("no slides");
    const now = slides().map((slide) => slide.innerHTML);
    const then = [...fresh.querySelectorAll("section")].map((slide) => slide.innerHTML);
    if (then.length !== now.length || then.some((text, at) => text !== now[at])) {
      holder.replaceChildren(...fresh.children);
      show();
    }
    knownAt = new Date();
    isOffline = false;
  } catch {
    isOffline = true;
  }
  tell();
}

function turn(by) {
  index += by;
  show();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "ArrowRight") turn(1);
  else if (event.key === "ArrowLeft") turn(-1);
  else if (event.key === " ") {
    event.preventDefault();
    isHeld = !isHeld;
    show();
  }
});

if (document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener("click", () => document.documentElement.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    full.hidden = document.fullscreenElement !== null;
  });
}

document.body.classList.add("running");
show();
setInterval(() => isHeld || turn(1), Number(seconds) * 1000);
setInterval(refresh, REFRESH_MS);
setInterval(tell, 10_000);
addEventListener("online", refresh);
addEventListener("offline", () => {
  isOffline = true;
  tell();
});
