/* Leave: a form with data-warn-leave asks before its text is thrown away, but only when something was typed in it; a form
   that came back with what was typed says so itself (data-warn-leave="typed"). */

function typed(form) {
  return [...form.querySelectorAll("textarea, input:not([type=hidden])")].some((field) =>
    field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue,
  );
}

const leaving = new WeakSet();

document.addEventListener("submit", (event) => leaving.add(event.target));
addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => leaving.delete(form)));
addEventListener("beforeunload", (event) => {
  const forms = [...document.querySelectorAll("form[data-warn-leave]")];
  if (forms.some((form) => leaving.has(form))) return;
  if (forms.some((form) => form.dataset.warnLeave === "typed" || typed(form))) event.preventDefault();
});
