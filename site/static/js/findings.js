/* Findings: a button with data-help (replace this, replace everything, only check) is answered in the page that is open,
   without a white moment in between. Only a click sends anything, never a keystroke; the server does what it does without
   this script too, and if its answer is not the form again, the form is sent in the ordinary way. */

const AREA = "[data-checked]";
let busy = false;

function place(button) {
  return [...document.querySelectorAll(".finding-row")].indexOf(button.closest(".finding-row"));
}

/* The next thing to decide about, where the one that was replaced stood; or what is said of the whole. */
function focusOn(area, row) {
  const rows = [...document.querySelectorAll(".finding-row")];
  const next = row < 0 ? null : rows[Math.min(row, rows.length - 1)];
  const target = next?.querySelector("button") ?? area.querySelector("[autofocus]") ?? area.querySelector("textarea, input");
  target?.focus();
}

async function answer(button) {
  const form = button.form;
  const area = form.closest(AREA);
  const which = [...document.querySelectorAll(AREA)].indexOf(area);
  const sent = await fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "error" });
  const page = new DOMParser().parseFromString(await sent.text(), "text/html");
  const fresh = page.querySelectorAll(AREA)[which];
  if (!fresh) throw new Error("Not the form.");
  const row = place(button);
  area.replaceWith(document.adoptNode(fresh));
  focusOn(fresh, row);
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-help]");
  if (!button?.form?.closest(AREA) || button.dataset.help === "plain") return;
  event.preventDefault();
  if (busy) return;
  busy = true;
  button.setAttribute("aria-busy", "true");
  try {
    await answer(button);
  } catch {
    button.dataset.help = "plain";
    button.form.requestSubmit(button);
  } finally {
    button.removeAttribute("aria-busy");
    busy = false;
  }
});
