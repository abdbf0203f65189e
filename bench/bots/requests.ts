import Database from 'better-sqlite3';

export interface Request {
  readonly id: number;
  readonly clientId: number;
  readonly clientName: string;
  readonly message: string;
  readonly status: 'pending' | 'approved' | 'rejected';
  readonly submittedAt: number;
  readonly reviewedBy: string | null;
}

export interface Card {
  readonly chatId: number;
  readonly messageId: number;
}

/** Requests in a SQLite file, as a small bot keeps them: WAL, and as a rule with the `synchronous=NORMAL` that better-sqlite3 brings. */
export class Requests {
  private readonly database: Database.Database;
  private readonly insert: Database.Statement<[number, string, string, number], Request>;
  private readonly update: Database.Statement<[string, string, number, number], Request>;
  private readonly insertCard: Database.Statement<[number, number, number]>;
  private readonly cards: Database.Statement<[number], Card>;

  constructor(file: string, synchronous: string) {
    this.database = new Database(file);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma(`synchronous = ${synchronous}`);
    this.database.exec(schema);
    this.insert = this.database.prepare(
      'INSERT INTO requests (clientId, clientName, message, submittedAt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *',
    );
    this.update = this.database.prepare(
      "UPDATE requests SET status = ?, reviewedBy = ?, decidedAt = ? WHERE id = ? AND status = 'pending' RETURNING *",
    );
    this.insertCard = this.database.prepare('INSERT INTO cards (requestId, chatId, messageId) VALUES (?, ?, ?)');
    this.cards = this.database.prepare('SELECT chatId, messageId FROM cards WHERE requestId = ?');
  }

  /** Null: the client has a request that waits. */
  submit(client: { id: number; first_name: string }, message: string): Request | null {
    return this.insert.get(client.id, client.first_name, message, Date.now()) ?? null;
  }

  /** Null: it has been decided already. */
  decide(id: number, status: 'approved' | 'rejected', by: string): Request | null {
    return this.update.get(status, by, Date.now(), id) ?? null;
  }

  addCard(requestId: number, { chatId, messageId }: Card): void {
    this.insertCard.run(requestId, chatId, messageId);
  }

  cardsOf(requestId: number): readonly Card[] {
    return this.cards.all(requestId);
  }
}

const schema = `
  CREATE TABLE IF NOT EXISTS requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clientId INTEGER NOT NULL,
    clientName TEXT NOT NULL,
    message TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending',
    submittedAt INTEGER NOT NULL,
    reviewedBy TEXT,
    decidedAt INTEGER
  );
  CREATE UNIQUE INDEX IF NOT EXISTS one_pending ON requests (clientId) WHERE status = 'pending';
  CREATE TABLE IF NOT EXISTS cards (
    requestId INTEGER NOT NULL REFERENCES requests (id),
    chatId INTEGER NOT NULL,
    messageId INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS cards_of_request ON cards (requestId);
`;
