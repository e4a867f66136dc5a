// Small helpers to build the page.
export const find = (id) => document.getElementById(id);

/** An element with properties, and children that are elements or texts. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function say(text, isError = false) {
  const message = find('message');
  message.textContent = text;
  message.hidden = !text;
  message.classList.toggle('error', isError);
}

/** Runs an action of a button, which rests meanwhile; what goes wrong is said. */
export async function busy(button, action) {
  button.disabled = true;
  try {
    await action();
  } catch (error) {
    say(error.message, true);
  } finally {
    button.disabled = false;
  }
}

// Rounded down: what is not certain never shows as 100 %.
export const percent = (share) => `${(Math.floor(share * 1000) / 10).toLocaleString('es')} %`;
