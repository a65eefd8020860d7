/* Session: a session ends when nothing is done, and may be ended from elsewhere. This warns in time, and lets somebody
   sign in again without leaving the page, so that nothing typed is lost. The server decides; this only asks it.
   Other scripts say "spil:signed-out" when the server refused them, and hear "spil:signed-in" when they may go on. */

const WARN = 120;
const LOOK = 10000;
const TELL = 300000;
const BACKGROUND = { "X-Spil-Background": "1" };

const warning = document.getElementById("session-warning");
const again = document.getElementById("session-again");
const steps = again?.querySelector("[data-steps]");

let endsAt = 0;
let asked = 0;
let typedAt = 0;
let toldAt = Date.now();
let out = false;
let busy = false;

const left = () => Math.round((endsAt - Date.now()) / 1000);
const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

/* How many seconds are left, asked without being an act; null when the server could not be reached. */
async function ask(options = { headers: BACKGROUND }) {
  asked = Date.now();
  try {
    const answer = await fetch(warning.dataset.stay, { cache: "no-store", ...options });
    const seconds = Number(await answer.text());
    if (!answer.ok || Number.isNaN(seconds)) return null;
    endsAt = Date.now() + seconds * 1000;
    return seconds;
  } catch {
    return null;
  }
}

/* The person is here: said by the button, and at most every five minutes by typing. */
function stay() {
  toldAt = Date.now();
  return ask({ method: "POST", headers: { "X-CSRFToken": token() } });
}

function show(part) {
  warning.querySelectorAll("[data-part]").forEach((each) => (each.hidden = each.dataset.part !== part));
  if (!warning.open) warning.showModal();
}

async function look() {
  if (out) return;
  if (typedAt > toldAt && Date.now() - toldAt > TELL && left() > 0) await stay();
  if (left() > WARN) return warning.open && warning.close();
  /* Another tab may have kept the session alive. */
  if (Date.now() - asked >= LOOK - 500 && (await ask()) === null) return;
  if (left() <= 0) signedOut();
  else if (left() <= WARN && !warning.open) show("soon");
}

/* --- signing in again --------------------------------------------------------------------------------------------- */

async function signedOut() {
  if (out) return;
  out = true;
  const seconds = await ask();
  if (seconds === null) {
    out = false;
    return void setTimeout(signedOut, LOOK);
  }
  if (seconds > 0) return signedIn();
  if (warning.open) warning.close();
  document.dispatchEvent(new CustomEvent("spil:is-signed-out"));
  open();
}

function open() {
  if (again.open) return;
  again.showModal();
  begin();
}

/* The first step, fetched anew. The form of an earlier time goes first: who typed in it would see it replaced, empty.
   An empty dialog leads nowhere: while the server cannot be reached, this tries again. */
async function begin() {
  steps.replaceChildren();
  await step(`${again.dataset.again}?person=${encodeURIComponent(again.dataset.person)}`, { headers: BACKGROUND });
  const unanswered = () => again.open && !busy && !steps.hasChildNodes();
  if (unanswered()) setTimeout(() => unanswered() && begin(), LOOK);
}

/* One step: fetch it, put it in the dialog, put the cursor where it belongs. */
async function step(address, options) {
  if (busy) return;
  busy = true;
  try {
    const answer = await fetch(address, { cache: "no-store", ...options });
    steps.innerHTML = await answer.text();
  } catch {
    return;
  } finally {
    busy = false;
  }
  const done = steps.querySelector("[data-signed-in]");
  if (done) return renew(done.querySelector("input").value);
  const email = steps.querySelector("input[name=email]");
  if (email) Object.assign(email, { value: again.dataset.email, readOnly: true });
  (steps.querySelector("[aria-invalid=true], input[type=password], input[name=code]") ?? steps.querySelector("a"))?.focus();
}

/* A new session has a new token: what stands in the page can be sent again. */
function renew(value) {
  document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => (input.value = value));
  steps.replaceChildren();
  again.close();
  /* At once: whoever sends the page right now is signed in. How long that lasts, the server says in a moment. */
  endsAt = Date.now() + 2 * WARN * 1000;
  signedIn();
  ask();
}

function signedIn() {
  out = false;
  toldAt = Date.now();
  document.querySelectorAll("[data-signed-out]").forEach((notice) => notice.remove());
  document.dispatchEvent(new CustomEvent("spil:signed-in"));
}

if (warning && again) {
  endsAt = Date.now() + Number(warning.dataset.left) * 1000;
  setInterval(look, LOOK);
  addEventListener("pageshow", (event) => event.persisted && ask().then(look));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    if (again.open && !steps.querySelector("input[type=password], input[name=code]")?.value) begin();
    else look();
  });
  document.addEventListener("input", (event) => event.isTrusted && (typedAt = Date.now()));
  document.addEventListener("spil:signed-out", signedOut);

  document.addEventListener("click", async (event) => {
    const act = event.target.closest("[data-do]")?.dataset.do;
    if (!act) return;
    event.preventDefault();
    if (act === "again") open();
    if (act === "close") event.target.closest("dialog").close();
    if (act === "stay" && (await stay()) !== null) {
      if (left() <= 0) signedOut();
      else if (left() <= WARN) show("over");
      else warning.close();
    }
  });

  again.addEventListener("submit", (event) => {
    event.preventDefault();
    step(event.target.action, { method: "POST", body: new FormData(event.target) });
  });

  /* What is sent when the session is over would be lost at the door: sign in first, then send. */
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const writes = form.method === "post" && form.querySelector("textarea, input:not([type=hidden])");
    if (!writes || again.contains(form) || (!out && left() > 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (out) return open();
    const seconds = await ask();
    if (seconds === 0) signedOut();
    else {
      if (seconds === null) endsAt = Date.now() + LOOK;
      form.requestSubmit(event.submitter);
    }
  }, true);
}
