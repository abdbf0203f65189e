import type { Client, CustomTypesConfig } from 'pg';
import {
  historyBatch,
  historyStatements,
  type ChainedRow,
  type HistoryReader,
  type HistoryRow,
  type RequestRowRead,
} from '../history';

/** Numbers and times stay the text that the server sends. */
const asText: CustomTypesConfig = { getTypeParser: () => (text: string) => text };

/** Reads the history of a database in the transaction that has begun. Closing the reader ends the session. */
export async function readHistory(session: Client): Promise<HistoryReader> {
  const statements = historyStatements('postgres');
  const { rows: counted } = await session.query<{ events: string }>('select count(*) as events from request_events');
  /** The next batch is on its way while one is worked on. */
  async function* rows<Row>(name: keyof typeof statements): AsyncGenerator<readonly Row[]> {
    await session.query(`declare ${name} no scroll cursor for ${statements[name]}`);
    const fetch = async (): Promise<readonly Row[]> => {
      const text = `fetch ${historyBatch} from ${name}`;
      // A boundary: the statement says what the rows are.
      return (await session.query({ text, rowMode: 'array', types: asText })).rows as unknown as Row[];
    };
    let next = fetch();
    for (;;) {
      const batch = await next;
      if (batch.length === 0) return;
      next = fetch();
      // Whoever stops reading does not wait for it.
      next.catch(() => undefined);
      yield batch;
    }
  }
  return {
    events: Number(counted[0]?.events ?? 0),
    chained: () => rows<ChainedRow>('chained'),
    history: () => rows<HistoryRow>('history'),
    requests: () => rows<RequestRowRead>('requests'),
    close: () => session.end(),
  };
}
