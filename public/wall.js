// The script of the wall: advances the slides, loads new ones every minute, and continues without a network.
const REFRESH_MS = 60_000;
const { seconds, zone, offline, pages, hold: holdLabel, resume: resumeLabel } = document.body.dataset;
const about = document.querySelector("#about");
const holder = document.querySelector("#slides");
const state = document.querySelector("#state");
const place = document.querySelector("#place");
const dots = document.querySelector("#dots");
const clock = document.querySelector("#clock");
const hold = document.querySelector("#hold");
const full = document.querySelector("#full");
/** The time in the city, wherever the screen is. */
const timeFormat = new Intl.DateTimeFormat(document.documentElement.lang, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: zone,
});

let index = 0;
let isHeld = false;
let knownAt = new Date();
let isOffline = false;

const slides = () => [...holder.querySelectorAll("section")];

function show() {
  const all = slides();
  index = (index + all.length) % all.length;
  for (const [at, slide] of all.entries()) slide.classList.toggle("shown", at === index);
  dots.replaceChildren(
    ...all.map((_, at) => {
      const dot = document.createElement("span");
      dot.classList.toggle("on", at === index);
      return dot;
    }),
  );
  hold.textContent = isHeld ? resumeLabel : holdLabel;
  place.textContent = pages.replace("{page}", index + 1).replace("{count}", all.length) + (isHeld ? " ‖" : "");
}

function tick() {
  const time = timeFormat.format(new Date());
  if (clock.textContent !== time) clock.textContent = time;
}

function tell() {
  if (!isOffline) {
    state.textContent = "";
    return;
  }
  const time = timeFormat.format(knownAt);
  const minutes = Math.max(1, Math.round((Date.now() - knownAt.getTime()) / 60_000));
  state.textContent = offline.replace("{time}", time).replace("{minutes}", minutes);
}

/** Replaces slides only if their content differs, to avoid flicker. */
async function refresh() {
  try {
    const response = await fetch(location.href, { signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#slides");
    if (fresh === null) throw new Error("no slides");
    about.replaceChildren(...page.querySelector("#about").childNodes);
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

function toggleHold() {
  isHeld = !isHeld;
  show();
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === "ArrowRight") turn(1);
  else if (event.key === "ArrowLeft") turn(-1);
  else if (event.key === " " && event.target.closest("button") === null) {
    event.preventDefault();
    toggleHold();
  }
});

hold.hidden = false;
hold.addEventListener("click", toggleHold);
clock.hidden = false;
if (document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener("click", () => document.documentElement.requestFullscreen());
  document.addEventListener("fullscreenchange", () => {
    full.hidden = document.fullscreenElement !== null;
  });
}

document.body.classList.add("running");
show();
tick();
setInterval(tick, 1000);
setInterval(() => isHeld || turn(1), Number(seconds) * 1000);
setInterval(refresh, REFRESH_MS);
setInterval(tell, 10_000);
addEventListener("online", refresh);
addEventListener("offline", () => {
  isOffline = true;
  tell();
});
