import { apiQuery, type Filters } from './address.js';
import type { Desk } from './desk.js';
import { workingButton } from './parts.js';

/** Downloads the requests as a file. It is fetched here, since a link could not send the token. */
export function csvButton(desk: Desk, filters: () => Filters): HTMLButtonElement {
  const { api, say, announce } = desk;
  return workingButton(say('desk_csv'), 'is-quiet', async () => {
    const response = await api.fetch(`/admin/export.csv?${apiQuery(filters()).toString()}`, {}, Infinity);
    const file = response?.ok === true ? await response.blob().catch(() => null) : null;
    if (file === null) return announce(say('desk_csv_failed'));
    const address = URL.createObjectURL(file);
    const link = document.createElement('a');
    link.href = address;
    link.download = 'requests.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  });
}
