/* Leave: a form with data-warn-leave asks before its text is thrown away, but only when something was typed in it. */

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
  if (forms.some(typed)) event.preventDefault();
});
