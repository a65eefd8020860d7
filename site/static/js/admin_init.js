/* Admin: starts Wagtail's widgets in the editing environment, so that no page there needs a script of its own.
   An element with data-spil-init names a function, one with data-spil-new a class; both get the id (when there is one)
   and the options that stand beside it. Only Wagtail's own names are started, whatever a page says. */

const KNOWN = /^(init(Date|Time|DateTime)Chooser|InlinePanel|MultipleChooserPanel|\w*Chooser)$/;
const MARKED = "[data-spil-init], [data-spil-new]";

function start(element) {
  const { spilInit, spilNew, spilId, spilConfig } = element.dataset;
  const name = spilInit || spilNew;
  /* What is not Wagtail's, or not on this page, starts nothing. */
  if (!KNOWN.test(name) || typeof window[name] !== "function") return;
  delete element.dataset.spilInit;
  delete element.dataset.spilNew;
  const options = JSON.parse(spilConfig);
  const values = spilId ? [spilId, options] : [options];
  if (spilInit) window[name](...values);
  else new window[name](...values);
}

function startAll(root) {
  if (root.matches?.(MARKED)) start(root);
  root.querySelectorAll?.(MARKED).forEach(start);
}

document.addEventListener("DOMContentLoaded", () => {
  startAll(document);
  /* Dialogs and new rows come later. */
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(startAll))).observe(
    document.documentElement,
    { childList: true, subtree: true },
  );
});
