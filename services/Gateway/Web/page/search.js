// Search for receipts, with pages of results.
import { call } from './api.js';
import { busy, fail, find } from './dom.js';
import { receiptTable } from './list.js';

let found = [];
let more = null;
let open = () => {};

export function startSearch(openList) {
  open = openList;
  const form = find('search');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(find('search-go'), async () => {
      const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
      await load(query, false);
    });
  });
  form.addEventListener('reset', () => { found = []; more = null; find('found').replaceChildren(); find('found-count').textContent = ''; find('search-more').hidden = true; });
  find('search-more').addEventListener('click', (event) => busy(event.target, () => load(more, true)));
}

export function showSearch() {
  find('search').referencia.focus();
}

async function load(query, append) {
  const page = await call(`/api/receipts?${query}`);
  found = append ? [...found, ...page.receipts] : page.receipts;
  more = page.has_more ? new URLSearchParams([...query].filter(([name]) => name !== 'cursor').concat([['cursor', page.next_cursor]])) : null;
  find('found').replaceChildren(receiptTable('Recibos encontrados', found, (index) => open(found, index).catch(fail)));
  find('found-count').textContent = found.length === 0 ? 'Ningún recibo coincide.' : `${found.length}${more ? '+' : ''} recibo(s).`;
  find('search-more').hidden = !more;
}
