// Keys of the review view. They are inactive while text is typed, and can be turned off.
import { find, pairs } from './dom.js';

const setting = 'atajos';

/** Handles keys while a condition is true. Commands are [keys, words, action]. */
export function startKeyboard(isActive, commands) {
  const byKey = new Map(commands.flatMap(([keys, , action]) => keys.map((key) => [key, action])));
  document.addEventListener('keydown', (event) => {
    if (!isActive() || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (event.key === '?') {
      event.preventDefault();
      openHelp();
      return;
    }
    const action = byKey.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!action || (event.key.length === 1 && localStorage.getItem(setting) === 'no') || action(event) === false) return;
    event.preventDefault();
  });
  find('keys-list').replaceChildren(...pairs([...commands, [['?'], 'Mostrar estos atajos']].map(([keys, words]) => [keys.map(nameOf).join(' o '), words])));
  const on = find('keys-on');
  on.checked = localStorage.getItem(setting) !== 'no';
  on.addEventListener('change', () => localStorage.setItem(setting, on.checked ? 'si' : 'no'));
  find('keys-open').addEventListener('click', openHelp);
}

const openHelp = () => find('keys').showModal();

const isTyping = (target) => Boolean(target.closest?.('input:not([type=checkbox]), textarea, select'));

const nameOf = (key) => ({ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: 'Enter' })[key] ?? key.toUpperCase();
