import { sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../../lifecycle/ids';
import type { Database } from '../database';
import { given } from './given';

/** What is waiting at one moment, for monitoring. */
export interface Backlog {
  /** Since when the oldest pending request has been waiting; null if there is none. */
  readonly oldestPending: Instant | null;
  readonly outbox: Readonly<Record<'waiting' | 'in_flight' | 'undeliverable', number>>;
  /** Since when the oldest unsent message has been waiting; null if there is none. */
  readonly oldestOwed: Instant | null;
  /** The same of Telegram's, without chats that it has asked us to leave alone. */
  readonly oldestSendable: Instant | null;
  /** Webhooks that are not delivered yet, and since when the oldest has been waiting; null if there is none. */
  readonly webhooks: { readonly owed: number; readonly oldest: Instant | null };
}

/** The statements for it. They read only what is waiting, never finished rows. */
export function backlogStatements({ db, schema: { requests, outbox, webhookEvents } }: Database, now: Instant | SQL) {
  // Conditions of partial indexes, written exactly as in the index.
  const pending = sql`${requests.status} = 'pending'`;
  const owed = sql`${outbox.state} = 'owed'`;
  const webhookOwed = sql`${webhookEvents.state} = 'owed'`;
  // A wait that starts in the future was recorded by a clock that has been set back since.
  const begun = sql`(${outbox.toldToWaitAt} is null or ${outbox.toldToWaitAt} <= ${now})`;
  const telegram = sql`${outbox.channel} = 'telegram'`;
  const closedChats = sql`select ${outbox.recipientId} from ${outbox} where ${owed} and ${telegram} and ${outbox.notBefore} > ${now} and ${begun}`;
  return {
    oldestPending: db
      .select({ at: requests.submittedAt })
      .from(requests)
      .where(pending)
      .orderBy(requests.submittedAt, requests.id)
      .limit(1),
    owed: db
      .select({ all: sql<Count>`count(*)`, inFlight: sql<Count>`count(${outbox.inFlightSince})` })
      .from(outbox)
      .where(owed),
    undeliverable: db
      .select({ all: sql<Count>`count(*)` })
      .from(outbox)
      .where(sql`${outbox.state} = 'undeliverable'`),
    oldestOwed: db.select({ at: outbox.createdAt }).from(outbox).where(owed).orderBy(outbox.id).limit(1),
    oldestSendable: db
      .select({ at: outbox.createdAt })
      .from(outbox)
      .where(sql`${owed} and ${telegram} and ${outbox.recipientId} not in (${closedChats})`)
      .orderBy(outbox.id)
      .limit(1),
    webhooks: db
      .select({ all: sql<Count>`count(*)` })
      .from(webhookEvents)
      .where(webhookOwed),
    oldestWebhook: db
      .select({ at: webhookEvents.createdAt })
      .from(webhookEvents)
      .where(webhookOwed)
      .orderBy(webhookEvents.eventId)
      .limit(1),
  };
}

/** pg returns a count as text. */
type Count = number | string;

export function backlogQueries(database: Database) {
  const asked = backlogStatements(database, given('now', database.schema.outbox.notBefore));
  const oldestPending = asked.oldestPending.prepare();
  const owed = asked.owed.prepare();
  const undeliverable = asked.undeliverable.prepare();
  const oldestOwed = asked.oldestOwed.prepare();
  const oldestSendable = asked.oldestSendable.prepare();
  const webhooks = asked.webhooks.prepare();
  const oldestWebhook = asked.oldestWebhook.prepare();

  return {
    /** Everything as of one moment. */
    async read(now: Instant): Promise<Backlog> {
      const [inOutbox] = await owed.execute();
      const [lost] = await undeliverable.execute();
      const inFlight = Number(inOutbox?.inFlight ?? 0);
      return {
        oldestPending: (await oldestPending.execute())[0]?.at ?? null,
        outbox: {
          waiting: Number(inOutbox?.all ?? 0) - inFlight,
          in_flight: inFlight,
          undeliverable: Number(lost?.all ?? 0),
        },
        oldestOwed: (await oldestOwed.execute())[0]?.at ?? null,
        oldestSendable: (await oldestSendable.execute({ now }))[0]?.at ?? null,
        webhooks: {
          owed: Number((await webhooks.execute())[0]?.all ?? 0),
          oldest: (await oldestWebhook.execute())[0]?.at ?? null,
        },
      };
    },
  };
}
