/* Live: keeps what is on the screen true while others work. It listens to one socket that says only which address
   changed; the page then asks for that fragment through the ordinary checked view. It never touches a form: what
   somebody is typing stays. Without this script everything works, after a reload. */

const SIGNED_OUT = 4401;
const TOO_MANY = 4429;
const SHORTEST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const STEADY_AFTER = 5000;

let socket = null;
let wait = SHORTEST_WAIT;
let timer = 0;
let connectedBefore = false;
let ended = false;

function regions(address) {
  const all = [...document.querySelectorAll("[data-live]")];
  return address === undefined ? all : all.filter((region) => region.dataset.live === address);
}

/* Somebody who is typing inside a region keeps it as it is until the cursor leaves. */
function refresh(region) {
  const typing = document.activeElement;
  if (region.contains(typing) && typing.matches("input, textarea, select")) {
    typing.addEventListener("blur", () => refresh(region), { once: true });
    return;
  }
  region.dispatchEvent(new CustomEvent("live"));
}

function connect() {
  clearTimeout(timer);
  if (ended || socket) return;
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const mine = new WebSocket(`${scheme}//${location.host}${document.body.dataset.socket}`);
  let opened = Infinity;
  socket = mine;
  mine.addEventListener("open", () => {
    opened = Date.now();
    /* What came in while nobody listened is asked for once; after a gap that is everything. */
    regions(connectedBefore ? undefined : "inbox").forEach(refresh);
    connectedBefore = true;
  });
  mine.addEventListener("message", (event) => {
    const { changed } = JSON.parse(event.data);
    if (changed) regions(changed).forEach(refresh);
  });
  mine.addEventListener("close", (event) => {
    if (socket === mine) socket = null;
    if (event.code === SIGNED_OUT) return signedOut();
    /* So many pages are open that the oldest fall silent; this one listens again when somebody looks at it. */
    if (event.code === TOO_MANY && document.visibilityState !== "visible") return;
    if (Date.now() - opened > STEADY_AFTER) wait = SHORTEST_WAIT;
    later();
  });
}

/* Everybody loses the socket at once when the server restarts; chance spreads their return. */
function later() {
  clearTimeout(timer);
  timer = setTimeout(connect, wait / 2 + (Math.random() * wait) / 2);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

function soon() {
  wait = SHORTEST_WAIT;
  connect();
}

/* The server said no. Whether the session is really over, session.js finds out; until then nothing knocks again. */
function signedOut() {
  if (ended) return;
  ended = true;
  clearTimeout(timer);
  socket?.close();
  document.dispatchEvent(new CustomEvent("spil:signed-out"));
}

document.addEventListener("spil:is-signed-out", () => {
  signedOut();
  if (document.querySelector("[data-signed-out]")) return;
  const notice = document.getElementById("signed-out");
  document.querySelector("[data-messages]").append(notice.content.cloneNode(true));
});

document.addEventListener("spil:signed-in", () => {
  if (!ended) return;
  ended = false;
  later();
});

/* What a screen reader would say of a region: its text without what is hidden from the ear. */
function words(region) {
  const heard = region.cloneNode(true);
  heard.querySelectorAll("[aria-hidden=true]").forEach((part) => part.remove());
  return heard.textContent.replace(/\s+/g, " ").trim();
}

/* A person who cannot see the change hears it, politely, and only when there is one. Where the focus is, it stays: what has
   it may be replaced by its like. What came back the same is not put down again. */
const before = new WeakMap();

function isTheSame(region, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  return fresh.innerHTML === region.innerHTML;
}

const likeness = (el) => [el.tagName, el.getAttribute("href"), el.name, el.value, el.getAttribute("href") ? "" : el.textContent].join();

function focusAgain(region, held) {
  if (!held || region.contains(document.activeElement)) return;
  const like = [...region.querySelectorAll("a[href], button, summary")].find((el) => likeness(el) === held);
  if (!like) region.tabIndex = -1;
  (like ?? region).focus({ preventScroll: true });
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const region = event.detail.target;
  if (!region.matches("[data-live]")) return;
  if (event.detail.shouldSwap && isTheSame(region, event.detail.serverResponse)) {
    event.detail.shouldSwap = false;
    return;
  }
  const holder = document.activeElement;
  before.set(region, { words: words(region), held: region !== holder && region.contains(holder) && likeness(holder) });
});

document.addEventListener("htmx:afterSwap", (event) => {
  const region = event.detail.target;
  if (before.has(region)) focusAgain(region, before.get(region).held);
});

document.addEventListener("htmx:afterSettle", (event) => {
  const region = event.target.closest?.("[data-live]");
  if (!region || !before.has(region)) return;
  const changed = before.get(region).words !== words(region);
  before.delete(region);
  if (!changed) return;
  const status = document.querySelector("[data-live-status]");
  status.textContent = region.dataset.liveSay || words(region);
});

/* Nobody did this: it keeps no session alive. */
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt.matches("[data-live]")) event.detail.headers["X-Spil-Background"] = "1";
});

/* A fragment that answers "sign in first" must not carry the whole page away, with what is being typed on it. */
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.target.matches("[data-live]") && event.detail.xhr.getResponseHeader("HX-Redirect")) {
    event.preventDefault();
    signedOut();
  }
});

if (document.body.dataset.socket) {
  connect();
  addEventListener("online", soon);
  addEventListener("pageshow", (event) => event.persisted && soon());
  addEventListener("pagehide", () => socket?.close());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && soon());
}
