// Management of API keys, for the administrator.
import { call, post } from './api.js';
import { busy, cells, find, make, say, table } from './dom.js';
import { moment, roles } from './texts.js';

const labels = ['Nombre', 'Clave', 'Rol', 'Inquilino', 'Creada', 'Último uso', 'Estado'];

export function startKeys() {
  const form = find('new-key');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(find('new-key-go'), async () => {
      const { api_key: key } = await post('/api/generate_key', { name: form.nombre.value.trim(), role: form.rol.value, ...(form.inquilino.value ? { tenant: form.inquilino.value.trim() } : {}) });
      find('made-key').hidden = false;
      find('made-key-text').textContent = key;
      form.reset();
      await showKeys();
    });
  });
  find('revoke-form').addEventListener('submit', (event) => {
    event.preventDefault();
    find('revoke').close();
    busy(find('new-key-go'), async () => {
      await call(`/api/revoke_key/${find('revoke').dataset.key}`, { method: 'DELETE' });
      say('API key revocada. Sus sesiones terminaron.');
      await showKeys();
    });
  });
  find('revoke-cancel').addEventListener('click', () => find('revoke').close());
}

export async function showKeys() {
  const { keys } = await call('/api/list_keys');
  find('key-list').replaceChildren(table('API keys', labels, keys.map((key) => make('tr', { role: 'row', className: key.active ? '' : 'faint' }, ...cells(labels, [
    key.name, key.prefix, roles[key.role] ?? key.permissions.join(', '), key.tenant, moment(key.created_at), moment(key.last_used_at),
    key.active ? revokeButton(key) : `Revocada ${moment(key.revoked_at)}`,
  ])))));
}

function revokeButton(key) {
  const button = make('button', { type: 'button', className: 'quiet', textContent: 'Revocar', ariaLabel: `Revocar la API key ${key.name}` });
  button.addEventListener('click', () => {
    find('revoke').dataset.key = key.id;
    find('revoke-name').textContent = key.name;
    find('revoke').showModal();
  });
  return button;
}
