import fc from 'fast-check';
import { recipientId, requestId, type RecipientId } from '../../src/lifecycle/ids';
import { LoadedRows, type Load } from '../../src/outbox/loaded';
import { priorities, type Owed, type Priority } from '../../src/store/queries/outbox';

const admin = recipientId(100);
const admins = [admin, ...[101, 102, 103].map(recipientId)];
const isAdminChat = (chat: RecipientId) => admins.includes(chat);
const limits = { ofStream: 4, inMemory: 10, streamsAtOnce: 3, scannedAtOnce: 7 };

/** The outbox, delivery's queue, and what is said about which rows are to be in the queue. */
class Scene {
  readonly loaded = new LoadedRows(isAdminChat, limits);
  /** Owed, in the order of their numbers. */
  table: Owed[] = [];
  /** In the order in which they came into it. */
  queue: Owed[] = [];
  private lastId = 0;
  private readonly pending: (() => void)[] = [];

  commits(rows: readonly Wanted[]): void {
    const written = this.writes(rows);
    this.enqueue(this.loaded.take(written));
  }

  /** An earlier daemon's, or a commit's that was never answered. */
  writes(rows: readonly Wanted[]): readonly Owed[] {
    const written = rows.map((row) => owed((this.lastId += 1), row));
    this.table.push(...written);
    return written;
  }

  /** Reads what is asked for; what is read arrives only with `arrives`. */
  reads(): boolean {
    if (this.pending.length > 0) return false;
    const load = this.loaded.next();
    if (load === null) return false;
    this.pending.push(this.answerTo(load));
    return true;
  }

  arrives(): void {
    this.pending.shift()?.();
  }

  /** The row that has been in the queue for longest, of one stream, is settled. */
  settles(n: number): void {
    const row = this.queue[n % Math.max(1, this.queue.length)];
    if (row === undefined) return;
    const first = this.queue.find((other) => streamOf(other) === streamOf(row)) ?? row;
    const due = this.table.find((other) => streamOf(other) === streamOf(first));
    expect(first.id).toBe(due?.id);
    this.queue = this.queue.filter(({ id }) => id !== first.id);
    this.table = this.table.filter(({ id }) => id !== first.id);
    this.loaded.forget(first);
  }

  drain(): void {
    for (let turns = 0; this.table.length > 0; turns += 1) {
      if (turns > 100_000) throw new Error(`${this.table.length} rows are in nobody's hands`);
      this.reads();
      this.arrives();
      this.settles(turns);
    }
  }

  private enqueue(rows: readonly Owed[]): void {
    for (const row of rows) expect(this.queue).not.toContain(row);
    this.queue.push(...rows);
  }

  private answerTo(load: Load): () => void {
    if (load.kind === 'scan') {
      const places = this.table.filter(
        ({ id, priority }) => id > load.after && (!load.answersOnly || priority === priorities.answer),
      );
      return () => this.loaded.scanned(load.cursor, places.slice(0, load.limit));
    }
    const read = load.streams.map((stream) => {
      const rows = this.table.filter(
        (row) => row.recipientId === stream.recipientId && row.id > stream.after && isOf(stream.part, row),
      );
      return { stream, rows: rows.slice(0, stream.limit) };
    });
    return () => {
      for (const { stream, rows } of read) {
        // What has left meanwhile is dropped by the claim.
        const still = (row: Owed) => this.table.includes(row);
        const taken = this.loaded.loaded(stream, rows);
        for (const row of taken.filter((each) => !still(each))) this.loaded.forget(row);
        this.enqueue(taken.filter(still));
      }
    };
  }
}

interface Wanted {
  readonly chat: number;
  readonly priority: Priority;
  readonly isCard: boolean;
}

const owed = (id: number, { chat, priority, isCard }: Wanted): Owed => ({
  id,
  channel: 'telegram',
  recipientId: recipientId(chat),
  notice: { kind: 'digest' },
  priority,
  requestId: isCard ? requestId(1) : null,
  botMessageId: null,
  replyTo: null,
  editMessageId: null,
  threadId: null,
  attempts: 0,
  unknownOutcomes: 0,
  notBefore: null,
  toldToWaitAt: null,
  createdAt: 0,
});

const isOf = (part: string, { requestId: card }: Owed) => part === 'all' || (part === 'cards') === (card !== null);
const streamOf = ({ recipientId: chat, requestId: card }: Owed) =>
  isAdminChat(chat) ? `${chat} ${card === null ? 'other' : 'cards'}` : `${chat}`;

const row = fc.record<Wanted>({
  chat: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Number(admin))),
  priority: fc.constantFrom(0, 1, 2),
  isCard: fc.boolean(),
});
const rows = fc.array(row, { minLength: 1, maxLength: 20 });
type Step = (scene: Scene) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  rows.map(
    (some): Step =>
      (scene) =>
        scene.commits(some),
  ),
  fc.constant<Step>((scene) => void scene.reads()),
  fc.constant<Step>((scene) => scene.arrives()),
  fc.nat().map(
    (n): Step =>
      (scene) =>
        scene.settles(n),
  ),
);

test('every unsent message gets into the queue, once and in order, whoever wrote it and when', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 10 }), fc.array(step, { maxLength: 60 }), (left, steps) => {
      const scene = new Scene();
      for (const some of left) scene.writes(some);
      scene.loaded.begin([admin]);
      for (const next of steps) next(scene);
      scene.drain();
    }),
    { numRuns: 400 },
  );
});

test('messages of a commit that nobody knew of are found by the next look', () => {
  fc.assert(
    fc.property(rows, rows, rows, (before, lost, after) => {
      const scene = new Scene();
      scene.loaded.begin([admin]);
      scene.drain();
      scene.commits(before);
      scene.writes(lost);
      // The order of what was lost is that of its loading.
      const missing = () => scene.table.filter((each) => !scene.queue.includes(each));
      for (let turns = 0; turns < 200 && missing().length > 0; turns += 1) {
        scene.loaded.rescan();
        scene.reads();
        scene.arrives();
        const [first] = scene.queue;
        if (first === undefined) continue;
        scene.queue.shift();
        scene.table = scene.table.filter(({ id }) => id !== first.id);
        scene.loaded.forget(first);
      }
      expect(missing()).toEqual([]);
      scene.commits(after);
    }),
  );
});

test('messages of such a commit are found while others are written to without a pause', () => {
  const scene = new Scene();
  scene.loaded.begin([admin]);
  scene.drain();
  const [lost] = scene.writes([{ chat: 1, priority: 0, isCard: false }]);
  scene.loaded.rescanAll();
  let turns = 0;
  while (!scene.queue.some(({ id }) => id === lost?.id)) {
    if (turns > 10) throw new Error('the scan does not come to its turn');
    turns += 1;
    scene.commits([{ chat: 1 + turns, priority: 0, isCard: false }]);
    scene.reads();
    scene.arrives();
  }
});

test('what waits for admins keeps no client from theirs, however much it is', () => {
  const scene = new Scene();
  scene.loaded.begin(admins);
  while (scene.reads()) scene.arrives();
  for (const chat of admins) {
    for (const isCard of [true, false]) scene.commits(Array.from({ length: 9 }, () => ({ chat, priority: 2, isCard })));
  }
  const outcome: Wanted = { chat: 1, priority: 1, isCard: false };
  scene.commits([outcome]);
  expect(scene.queue.at(-1)).toMatchObject({ recipientId: 1 });
  scene.drain();
});

test('a chat that has moved to one with as much in memory asks for no less than nothing', () => {
  const scene = new Scene();
  const row = (chat: number): Wanted => ({ chat, priority: 1, isCard: false });
  scene.loaded.begin([]);
  while (scene.reads()) scene.arrives();
  scene.commits([row(1), row(1), row(1), row(1), row(2), row(2)]);
  scene.loaded.rescanAll();
  scene.loaded.moveChat(recipientId(1), recipientId(2));
  const load = scene.loaded.next();
  expect(load).toMatchObject({ kind: 'streams', streams: [{ recipientId: 2, limit: 0 }] });
});

test('with many unsent messages, few rows are in memory, and an admin’s answer is among them', () => {
  const scene = new Scene();
  const client = (chat: number): Wanted => ({ chat, priority: 1, isCard: false });
  scene.writes(Array.from({ length: 5_000 }, (_, n) => client(1_000 + n)));
  scene.writes(Array.from({ length: 5_000 }, () => ({ chat: Number(admin), priority: 2, isCard: true }) as const));
  scene.writes([{ chat: Number(admin), priority: 0, isCard: false }]);
  scene.loaded.begin([admin]);
  while (scene.reads()) scene.arrives();
  expect(scene.queue.length).toBeLessThan(30);
  expect(scene.queue).toContainEqual(expect.objectContaining({ recipientId: admin, priority: 0 }));

  // So do those that come now.
  scene.commits(Array.from({ length: 1_000 }, (_, n) => client(100_000 + n)));
  while (scene.reads()) scene.arrives();
  expect(scene.queue.length).toBeLessThan(30);
  const answer: Wanted = { chat: 1, priority: 0, isCard: false };
  scene.commits([answer]);
  while (scene.reads()) scene.arrives();
  expect(scene.queue).toContainEqual(expect.objectContaining({ recipientId: 1 }));
  scene.drain();
});
