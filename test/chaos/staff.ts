import type { Update } from '@grammyjs/types';
import type { Evidence } from './evidence';

/** An owner has made somebody an admin in the chat, or has removed one. */
export interface StaffChange {
  /** The update in which the owner said so. */
  readonly update: number;
  readonly change: 'added' | 'removed';
  readonly who: number;
  readonly by: number;
}

/** Who is an admin when. It follows from what the owners wrote alone: updates have their effect in the order of their ids. */
export class Staff {
  readonly changes: readonly StaffChange[];

  constructor(
    private readonly owners: readonly number[],
    helpers: readonly number[],
    acknowledged: ReadonlyMap<number, Update>,
  ) {
    const inOrder = [...acknowledged.values()].sort((one, other) => one.update_id - other.update_id);
    const added = new Set<number>();
    this.changes = inOrder.flatMap(({ update_id, message }) => {
      const [, verb, id] = /^\/admins (add|remove) (\d+)$/.exec(message?.text ?? '') ?? [];
      const by = message?.from.id ?? 0;
      const who = Number(id);
      if (!owners.includes(by) || !helpers.includes(who) || added.has(who) === (verb === 'add')) return [];
      if (verb === 'add') added.add(who);
      else added.delete(who);
      return [{ update: update_id, change: verb === 'add' ? 'added' : 'removed', who, by } as const];
    });
  }

  /** Whether somebody was an admin when this update had its effect. */
  isAdminAt(update: number, person: number | null): boolean {
    if (person === null) return false;
    if (this.owners.includes(person)) return true;
    return this.changes.findLast(({ who, update: at }) => who === person && at < update)?.change === 'added';
  }

  /** Whether somebody is an admin in the end. */
  isAdminNow(person: number): boolean {
    return this.isAdminAt(Infinity, person);
  }
}

/** Each time that somebody was an admin is in the table once, with by whom it began and ended. */
export function wrongStaff({ administrators, helpers }: Evidence, { changes }: Staff): readonly string[] {
  return helpers.flatMap((helper) => {
    const spells: { by: number; until: number | null }[] = [];
    for (const { who, change, by } of changes) {
      const last = spells.at(-1);
      if (who !== helper) continue;
      if (change === 'added') spells.push({ by, until: null });
      else if (last !== undefined) last.until = by;
    }
    const rows = administrators.filter(({ telegram_id }) => telegram_id === helper);
    const expected = spells.map(({ by, until }) => `${by} to ${until}`).join(', ');
    const found = rows.map(({ added_by, removed_by }) => `${added_by} to ${removed_by}`).join(', ');
    return expected === found
      ? []
      : [`the table has ${helper} as an admin by ${found}; what the owners wrote was ${expected}`];
  });
}

/** Nobody decides, asks or notes anything without being an admin at that moment. */
export function actedWithoutRight({ events, admins, helpers }: Evidence, staff: Staff): readonly string[] {
  const everAdmin = new Set([...admins, ...helpers]);
  return events.flatMap(({ request_id, event, actor_id, update_id }) =>
    !isOfAdmins(event) || (update_id !== null && everAdmin.has(actor_id ?? 0) && staff.isAdminAt(update_id, actor_id))
      ? []
      : [`request ${request_id}: ${event} by ${actor_id}, who was no admin then`],
  );
}

function isOfAdmins(event: Evidence['events'][number]['event']): boolean {
  switch (event) {
    case 'vote':
    case 'vote_withdrawn':
    case 'approve':
    case 'reject':
    case 'undo':
    case 'revoke':
    case 'reopen':
    case 'ask':
      return true;
    case 'submit':
    case 'appeal':
    case 'withdraw':
    case 'answer':
    case 'add':
    case 'describe':
    case 'expire':
      return false;
  }
}

/** Every change is told once to whom it happened, to the owner who made it and to each of the others. */
export function untoldChanges({ outbox, admins, helpers }: Evidence, { changes }: Staff): readonly string[] {
  const told = (reader: number): readonly string[] =>
    outbox.flatMap(({ recipient_id, notice }) => {
      if (Number(recipient_id) !== reader) return [];
      switch (notice.kind) {
        case 'admins_changed':
          return [`${notice.id} ${notice.change}`];
        case 'admin_added':
        case 'admin_removed':
          return [`${notice.id} ${notice.kind === 'admin_added' ? 'added' : 'removed'} by them`];
        case 'admin_joined':
        case 'admin_left':
          return [notice.kind === 'admin_joined' ? 'added' : 'removed'];
        default:
          return [];
      }
    });
  const differ = (reader: number, expected: readonly string[]) => {
    const found = told(reader).join(', ');
    return found === expected.join(', ') ? [] : [`${reader} was told "${found}"; it was "${expected.join(', ')}"`];
  };
  return [
    ...admins.flatMap((owner) =>
      differ(
        owner,
        changes.map(({ who, change, by }) => `${who} ${change}${by === owner ? ' by them' : ''}`),
      ),
    ),
    ...helpers.flatMap((helper) =>
      differ(
        helper,
        changes.flatMap(({ who, change }) => (who === helper ? [change] : [])),
      ),
    ),
  ];
}
