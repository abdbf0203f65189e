import { setImmediate as turn } from 'node:timers/promises';
import {
  historyBatch,
  historyStatements,
  type ChainedRow,
  type HistoryReader,
  type HistoryRow,
  type RequestRowRead,
} from '../history';
import type { ReadingConnection } from './reader';

/** Reads the history of a file in the transaction that has begun. Closing the reader closes the connection. */
export function readHistory({ connection, close }: ReadingConnection): HistoryReader {
  const statements = historyStatements('sqlite');
  const counted = connection.prepare<[], { events: number }>('SELECT count(*) AS events FROM request_events').get();
  async function* rows<Row>(statement: string): AsyncGenerator<readonly Row[]> {
    let batch: Row[] = [];
    for (const row of connection.prepare<[], Row>(statement).raw().iterate()) {
      batch.push(row);
      if (batch.length < historyBatch) continue;
      yield batch;
      batch = [];
      // So that signals are heard.
      await turn();
    }
    if (batch.length > 0) yield batch;
  }
  return {
    events: counted?.events ?? 0,
    chained: () => rows<ChainedRow>(statements.chained),
    history: () => rows<HistoryRow>(statements.history),
    requests: () => rows<RequestRowRead>(statements.requests),
    close: () => Promise.resolve(close()),
  };
}
