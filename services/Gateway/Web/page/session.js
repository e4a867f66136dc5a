// The signed-in client and its permissions.
import { call, events, json } from './api.js';
import { fail, find } from './dom.js';
import { roles } from './texts.js';

const path = '/api/auth/session';
let session = { auth_required: false, permissions: [], is_admin: false };
let onChange = () => {};

export const can = (permission) => session.permissions.includes(permission);
export const isAdmin = () => session.is_admin;
/** Whether the page can show data: no key is required, or there is a session. */
export const isIn = () => !session.auth_required || session.signed_in;

export async function startSession(changed) {
  onChange = changed;
  find('sign-in-open').addEventListener('click', openDialog);
  find('sign-out').addEventListener('click', () => use(call(path, { method: 'DELETE' }).then(() => call(path))).catch(fail));
  find('sign-in-form').addEventListener('submit', (event) => { event.preventDefault(); signIn(event.target); });
  find('sign-in-cancel').addEventListener('click', () => find('sign-in').close());
  events.addEventListener('unauthorized', () => refresh().catch(() => {}));
  await use(call(path));
}

async function signIn(form) {
  const button = form.querySelector('button:not([type])');
  button.disabled = true;
  find('sign-in-error').textContent = '';
  try {
    await use(call(path, json('POST', { api_key: form.api_key.value.trim() })));
    form.reset();
    find('sign-in').close();
  } catch (error) {
    find('sign-in-error').textContent = error.message;
    form.api_key.select();
  } finally {
    button.disabled = false;
  }
}

let refreshing = false;

// The key was revoked or the session expired: the page shows the sign-in form.
async function refresh() {
  if (refreshing || find('sign-in').open) return;
  refreshing = true;
  try {
    await use(call(path));
  } finally {
    refreshing = false;
  }
}

async function use(answer) {
  session = await answer;
  find('open-to-all').hidden = session.auth_required;
  find('who').textContent = session.signed_in ? `${session.name}${session.is_admin ? '' : ` · ${roles[session.role] ?? 'permisos propios'}`}` : '';
  find('sign-out').hidden = !session.signed_in;
  find('sign-in-open').hidden = session.signed_in || !session.can_sign_in;
  find('nav-claves').hidden = !session.is_admin;
  onChange();
  if (!isIn()) openDialog();
}

function openDialog() {
  if (!find('sign-in').open) find('sign-in').showModal();
}
