/* Passkey added: opens the page of the new key, where it can be given a name of one's own. */

document.addEventListener("otp_webauthn.register_complete", (event) => location.assign(event.detail.response.url));
