// Helpers to build the page.
export const find = (id) => document.getElementById(id);

/** Creates an element with properties and children (elements or texts). */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function say(text, isError = false) {
  const message = find('message');
  message.setAttribute('role', isError ? 'alert' : 'status');
  message.textContent = text;
  message.hidden = !text;
  message.classList.toggle('error', isError);
}

export const fail = (error) => say(error.message, true);

/** Runs an action of a button. The button is disabled during the action; an error is shown. */
export async function busy(button, action) {
  button.disabled = true;
  try {
    await action();
  } catch (error) {
    fail(error);
  } finally {
    button.disabled = false;
  }
}

/** Cells of a table row. Narrow screens show a row as a card, with the label of the column before each value. */
export function cells(labels, values) {
  return values.map((value, index) => {
    const cell = make('td', { role: 'cell' }, ...[value].flat());
    cell.dataset.label = labels[index];
    if (!cell.childNodes.length || cell.textContent === '') cell.textContent = '—';
    return cell;
  });
}

/** A table with explicit roles, because the CSS of cards removes the implicit ones. */
export function table(caption, labels, rows) {
  const head = make('tr', { role: 'row' }, ...labels.map((label, index) =>
    make('th', { scope: 'col', role: 'columnheader', textContent: label, className: rows[0]?.children[index]?.className ?? '' })));
  return make('table', { role: 'table' }, make('caption', { textContent: caption }),
    make('thead', { role: 'rowgroup' }, head), make('tbody', { role: 'rowgroup' }, ...rows));
}

/** Pairs of a description list. */
export const pairs = (entries) => entries.map(([name, value]) => make('div', {}, make('dt', { textContent: name }), make('dd', { textContent: value })));
