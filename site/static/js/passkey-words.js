/* Passkey words: the package's scripts ask a global gettext for their sentences. Here they come from the page, so that
   they are in our own words and no further address is needed. It must stand before those scripts. */

const words = JSON.parse(document.getElementById("passkey-words").textContent);

globalThis.gettext = (text) => words[text] ?? text;
