import type { Instant, PersonId, RequestId, TelegramId } from '../../lifecycle/ids';
import { validVotes } from '../../lifecycle/policy';
import type { Status } from '../../lifecycle/request';
import type { Community } from '../../people/community';
import type { Queries } from '../../store/queries';
import type { RequestSource } from '../../store/rows';

/** Somebody, as others name them. */
export interface NamedPerson {
  readonly id: PersonId;
  /** Empty: they are not known. */
  readonly name: string;
}

/** A request, as lists have it. */
export interface RequestItem {
  readonly id: RequestId;
  readonly status: Status;
  readonly client: NamedPerson & {
    readonly telegramId: TelegramId | null;
    readonly username: string | null;
    /** Of somebody who is not on Telegram; null: they are, or none is known. */
    readonly address: string | null;
  };
  readonly message: string;
  /** When what its client wrote was erased; null: it was not. */
  readonly erasedAt: Instant | null;
  readonly source: RequestSource;
  readonly round: number;
  readonly submittedAt: Instant;
  readonly expiresAt: Instant;
  readonly decidedAt: Instant | null;
  /** Who made the decision that stands. */
  readonly reviewedBy: NamedPerson | null;
  /** The other admins whose approvals it took, oldest first. Empty: it took none, or is not approved. */
  readonly coApprovers: readonly NamedPerson[];
  readonly reason: string | null;
  readonly appealCount: number;
  readonly lastRejectedAt: Instant | null;
  /** Who has approved it, while it waits for more approvals. */
  readonly approvals: readonly (NamedPerson & { readonly at: Instant })[];
  readonly approvalsNeeded: number;
}

/** These requests, in their order. Those that don't exist are left out. */
export async function itemsOf(
  { contacts, lists, people }: Pick<Queries, 'contacts' | 'lists' | 'people'>,
  { admins, policy }: Pick<Community, 'admins' | 'policy'>,
  ids: readonly RequestId[],
): Promise<readonly RequestItem[]> {
  const rows = await lists.rows(ids);
  const present = new Set(admins);
  const standing = new Map(
    rows.map(({ request: { id, status, votes } }) => [
      id,
      status === 'pending' ? validVotes({ votes: votes ?? [] }, present) : [],
    ]),
  );
  const deciders = rows.flatMap(({ request: { id, reviewedBy, coApprovers } }) => [
    ...(reviewedBy === null ? [] : [reviewedBy]),
    ...(coApprovers ?? []),
    ...(standing.get(id) ?? []).map(({ by }) => by),
  ]);
  const names = await people.names([...new Set(deciders)]);
  const elsewhere = rows.flatMap(({ client }) => (client.telegramId === null ? [client.id] : []));
  const addresses = await contacts.addressesOf([...new Set(elsewhere)]);
  const named = (id: PersonId): NamedPerson => ({ id, name: names.get(id)?.name ?? '' });
  const items = new Map(
    rows.map(({ request, client: { id, name, telegramId, username } }) => {
      const { reviewedBy, round, submittedAt, expiresAt, decidedAt, reason, appealCount, lastRejectedAt } = request;
      const item: RequestItem = {
        id: request.id,
        status: request.status,
        client: { id, telegramId, name, username, address: addresses.get(id) ?? null },
        message: request.message,
        erasedAt: request.erasedAt,
        source: request.source,
        ...{ round, submittedAt, expiresAt, decidedAt },
        reviewedBy: reviewedBy === null ? null : named(reviewedBy),
        coApprovers: request.status === 'approved' ? (request.coApprovers ?? []).map(named) : [],
        ...{ reason, appealCount, lastRejectedAt },
        approvals: (standing.get(request.id) ?? []).map(({ by, at }) => ({ ...named(by), at })),
        approvalsNeeded: policy.approvalsNeeded,
      };
      return [item.id, item];
    }),
  );
  return ids.flatMap((id) => items.get(id) ?? []);
}
