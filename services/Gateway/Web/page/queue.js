// The receipts of the review view: the review queue by risk, or a list of another view.
import { call } from './api.js';

const pageSize = 20;
let items = [];
let at = -1;
let more = null; // query of the next page
let isQueue = true;
let loading = 0;

export const current = () => items[at] ?? null;
export const all = () => items;
export const position = () => at;
export const isReviewQueue = () => isQueue;

/** Loads the review queue, optionally of one draw. */
export async function loadQueue(filters) {
  const mine = ++loading;
  const query = new URLSearchParams({ orden: 'riesgo', limit: pageSize, ...filters });
  const page = await call(`/api/receipts?${query}`);
  if (mine !== loading) return false; // a later call replaced it
  items = page.receipts;
  at = items.length ? 0 : -1;
  isQueue = true;
  more = page.has_more ? [query, page.next_cursor] : null;
  return true;
}

/** Uses a list instead of the queue. */
export function useList(receipts, index) {
  loading++;
  [items, at, more, isQueue] = [receipts, index, null, false];
}

/** Moves the position; in the queue it skips receipts decided in the meantime. Null at the end. */
export async function step(by) {
  for (let index = at + by; ; index += by) {
    if (index >= items.length && more) await loadMore();
    if (index < 0 || index >= items.length) return null;
    if (!isQueue || by < 0 || items[index].revision.estado === 'pendiente') {
      at = index;
      return items[at];
    }
  }
}

export function go(index) {
  at = index;
  return items[at];
}

/** The next receipt, to prefetch its image. */
export const upcoming = () => items.slice(at + 1).find((receipt) => !isQueue || receipt.revision.estado === 'pendiente');

/** Updates a receipt in the list. */
export function note(receipt) {
  items = items.map((item) => (item.receipt_id === receipt.receipt_id ? { ...item, ...receipt } : item));
}

async function loadMore() {
  const mine = loading;
  const [query, cursor] = more;
  const page = await call(`/api/receipts?${query}&cursor=${encodeURIComponent(cursor)}`);
  if (mine !== loading) return;
  const known = new Set(items.map(({ receipt_id: id }) => id));
  items = [...items, ...page.receipts.filter(({ receipt_id: id }) => !known.has(id))];
  more = page.has_more ? [query, page.next_cursor] : null;
}
