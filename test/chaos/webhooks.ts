import type { EventRow, Evidence } from './evidence';
import type { Said } from '../e2e/webhook-receiver';

/**
 * Each time that somebody got access or lost it is told, by the same words whenever it is told again; who goes by the greatest
 * version knows in the end who has access.
 */
export function wrongWebhooks({ events, requests, webhooks }: Evidence): readonly string[] {
  const violations: string[] = [];
  const clientOf = new Map(requests.map(({ id, client_id }) => [id, client_id]));
  const expected = new Map(accessChanges(events).map((change) => [`evt_${change.event.id}`, change]));
  const words = new Map<string, string>();
  const known = new Map<number, Said['data']>();
  for (const { id, said } of webhooks) {
    const text = JSON.stringify(said);
    const change = expected.get(id);
    if ((words.get(id) ?? text) !== text) violations.push(`the webhook ${id} says something else when it is repeated`);
    words.set(id, text);
    const { telegram_id: person, access, version, request } = said.data;
    if (change === undefined) violations.push(`the webhook ${id} tells of nothing that happened`);
    else if (change.access !== access || clientOf.get(request) !== person || version !== change.event.id) {
      violations.push(`the webhook ${id} says ${text}, which is not what happened`);
    }
    if (version > (known.get(person)?.version ?? 0)) known.set(person, said.data);
  }
  for (const [id, { event }] of expected) {
    if (!words.has(id)) violations.push(`no webhook ${id} came about request ${event.request_id}`);
  }
  for (const { access, event } of expected.values()) {
    const person = clientOf.get(event.request_id) ?? 0;
    const last = known.get(person);
    if (last === undefined || last.version > event.id) continue;
    if (last.version < event.id || last.access !== access) {
      violations.push(`the webhooks leave it at version ${last.version} of ${person}, who has ${event.id}`);
    }
  }
  return violations;
}

/** The events by which somebody got access or lost it. */
function accessChanges(events: readonly EventRow[]): readonly { readonly event: EventRow; readonly access: boolean }[] {
  return events.flatMap((event) => {
    const access = event.to_status === 'approved';
    return access === (event.from_status === 'approved') ? [] : [{ event, access }];
  });
}
