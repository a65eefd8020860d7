/* Leave: a form with data-warn-leave asks before its text is thrown away, but only when something was typed in it; a form
   that came back with what was typed says so itself (data-warn-leave="typed"). */

function changed(select) {
  const options = [...select.options];
  const first = options.some((option) => option.defaultSelected) ? options : options.slice(1);
  return first.some((option) => option.selected !== option.defaultSelected);
}

function typed(form) {
  if ([...form.querySelectorAll("select")].some(changed)) return true;
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
