// Hands the sign-in's answer to the page that asked for it: through a channel of this origin to a page
// that opened a window or a hidden frame, or by going back to a page that was left.

// A window closes at once where the browser lets it; a page that goes back is gone by then, too.
const PATIENCE_MS = 3000;

function show(id) {
  for (const part of document.querySelectorAll('main > [id]')) part.hidden = part.id !== id;
}

const bridge = globalThis.msalRedirectBridge;
if (bridge) {
  bridge
    .broadcastResponseToMainFrame()
    .then(() => setTimeout(show, PATIENCE_MS, 'stayed'))
    .catch(() => show('no-answer'));
} else {
  show('no-bridge');
}
