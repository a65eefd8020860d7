/* Once: a second click on a form with data-once does not send it twice. The server stores nothing double either;
   this only spares people the fright. The form opens again when the page comes back from the browser's memory. */

const CALM = 8000;
const sent = new WeakSet();

function release(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (sent.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (event.defaultPrevented) return;
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  /* A server that does not answer must not lock the form for good. */
  setTimeout(() => release(form), CALM);
}, true);

document.addEventListener("htmx:afterRequest", (event) => release(event.detail.elt));
addEventListener("pageshow", () => document.querySelectorAll("form[data-once]").forEach(release));
