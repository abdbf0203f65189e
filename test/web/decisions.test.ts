import { setImmediate as nextTurn } from 'node:timers/promises';
import { requestId, type PersonId } from '../../src/lifecycle/ids';
import { decide } from '../../src/requests/decide';
import { history } from '../../src/requests/read/history';
import { ownData } from '../../src/requests/read/own-data';
import { submit } from '../../src/requests/submit';
import { isChanged } from '../../src/requests/change';
import { boris, clara, day } from '../requests/app';
import { describeEngines } from '../store/engines';
import { TestDesk, type Admin } from './desk';

describeEngines('deciding at the desk', (engine) => {
  let desk: TestDesk;
  let admin: Admin;
  let client: PersonId;
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
    admin = await desk.signIn();
    client = await desk.app.client(1);
  });
  afterEach(() => desk.close());

  async function asks(who = client): Promise<number> {
    const outcome = await desk.app.transaction((tx) => submit(tx, who, 'submit', 'Let me in'));
    if (!isChanged(outcome)) throw new Error('refused');
    return outcome.id;
  }
  const inChat = (id: number, by: PersonId, type: 'approve' | 'undo') =>
    desk.app.transaction((tx) => decide({ ...tx, via: 'chat' }, requestId(id), { type, by, round: null }));

  test('an approval is the same as in the chat, and the history says that it came from the desk', async () => {
    const id = await asks();
    desk.app.told();
    const { status, json, headers } = await admin.post(id, 'decision', { decision: 'approve' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id, status: 'approved', reviewed_by: { id: boris, name: 'Boris' }, reason: null });
    expect(json['events']).toMatchObject([
      { event: 'submit', from: null, to: 'pending', actor: { id: client }, via: 'system' },
      { event: 'approve', from: 'pending', to: 'approved', actor: { id: boris, name: 'Boris' }, via: 'desk' },
    ]);
    expect(headers.etag).toBe(json['etag']);
    expect((await admin.get(`/admin/request/${id}/details`)).json).toEqual(json);
    expect(desk.app.told(client)).toEqual(['approved']);
    expect(desk.logged.at(-1)).toMatchObject({
      'event.action': 'approve',
      'sosekni.request_id': id,
      'user.id': String(boris),
      'labels.via': 'desk',
    });
  });

  test('a rejection has the reason that the client reads', async () => {
    const id = await asks();
    const reject = { decision: 'reject', reason: 'We don’t know you' };
    const { json } = await admin.post(id, 'decision', reject);
    expect(json).toMatchObject({ status: 'rejected', reason: reject.reason, may: ['undo', 'reopen', 'note'] });
  });

  test('without If-Match nothing is decided, and a star is none', async () => {
    const id = await asks();
    for (const headers of [{}, { 'if-match': '*' }] as Record<string, string>[]) {
      const { status } = await admin.ask('POST', `/admin/request/${id}/decision`, {
        json: { decision: 'approve' },
        headers,
      });
      expect(status).toBe(428);
    }
    for (const etag of ['12', '"x"', 'W/' + (await admin.etag(id)), '"']) {
      expect((await admin.post(id, 'decision', { decision: 'approve' }, etag)).status).toBe(412);
    }
    expect((await admin.post(id, 'decision', { decision: 'approve' }, `"x", ${await admin.etag(id)}`)).status).toBe(
      200,
    );
  });

  test('whoever comes second is told by name who was first, with the old ETag and with the new one', async () => {
    const id = await asks();
    const seen = await admin.etag(id);
    const other = await desk.signIn(clara);
    await other.post(id, 'decision', { decision: 'reject', reason: 'Too late' });
    for (const [etag, status, code] of [
      [seen, 412, 'changed'],
      [await admin.etag(id), 409, 'not_pending'],
    ] as const) {
      const second = await admin.post(id, 'decision', { decision: 'approve' }, etag);
      expect(second.status).toBe(status);
      expect(second.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(second.json).toMatchObject({
        status,
        decided_by: { id: clara, name: 'Clara' },
        decided_at: new Date(desk.app.now).toISOString(),
        request: { id, status: 'rejected', reason: 'Too late' },
      });
      expect(second.json['code']).toBe(code);
    }
  });

  test('an expired request is not decided, whether or not it was swept', async () => {
    const [one, other] = [await asks(), await asks(await desk.app.client(2))];
    const [seen, seenOther] = [await admin.etag(one), await admin.etag(other)];
    desk.app.now += 7 * day;
    await desk.app.transaction((tx) => tx.store.sessions.endOfPerson(boris));
    admin = await desk.signIn();
    const late = await admin.post(one, 'decision', { decision: 'approve' }, seen);
    const detail = `The request expired at ${new Date(desk.app.now).toISOString()}.`;
    expect(late.json).toMatchObject({ status: 409, code: 'expired', detail, request: { status: 'expired' } });
    await desk.app.sweep();
    const swept = await admin.post(other, 'decision', { decision: 'approve' }, seenOther);
    expect([swept.status, (swept.json['request'] as { status: string }).status]).toEqual([412, 'expired']);
    const again = await admin.post(other, 'decision', { decision: 'approve' });
    expect(again.json).toMatchObject({ status: 409, code: 'expired', detail });
  });

  test('nobody decides their own request', async () => {
    const id = await asks(boris);
    const own = await admin.post(id, 'decision', { decision: 'approve' });
    expect([own.status, own.json['code']]).toEqual([403, 'own_request']);
    expect((await admin.get(`/admin/request/${id}/details`)).json['may']).toEqual(['note']);
    expect((await (await desk.signIn(clara)).post(id, 'decision', { decision: 'approve' })).status).toBe(200);
  });

  test('one’s own decision is taken back for as long as in the chat', async () => {
    const id = await asks();
    await admin.post(id, 'decision', { decision: 'approve' });
    const other = await desk.signIn(clara);
    const others = await other.post(id, 'undo', {});
    expect([others.status, others.json['code']]).toEqual([409, 'not_your_decision']);
    expect((await admin.post(id, 'undo', {})).json).toMatchObject({ status: 'pending', round: 2, reviewed_by: null });
    await admin.post(id, 'decision', { decision: 'reject' });
    desk.app.now += 10 * 60_000;
    expect((await admin.post(id, 'undo', {})).json['code']).toBe('undo_too_late');
  });

  test('an access is ended with a reason, and a request is opened again', async () => {
    const id = await asks();
    await inChat(id, clara, 'approve');
    const revoked = await admin.post(id, 'revoke', { reason: 'You left' });
    expect(revoked.json).toMatchObject({ status: 'revoked', reason: 'You left', reviewed_by: { name: 'Boris' } });
    expect((await admin.post(id, 'revoke', {})).json['code']).toBe('not_approved');
    expect((await admin.post(id, 'reopen', {})).json).toMatchObject({ status: 'pending', round: 2 });
  });

  test('the reason of an undo, of an approval taken back and of a reopening is in the history, and not for the client', async () => {
    await desk.close();
    desk = await TestDesk.open(engine, { rules: { approvalsNeeded: 2 } });
    admin = await desk.signIn();
    client = await desk.app.client(1);
    const id = await asks();
    await admin.post(id, 'decision', { decision: 'approve' });
    await admin.post(id, 'undo', { reason: 'too early' });
    await admin.post(id, 'decision', { decision: 'reject', reason: 'No room' });
    await admin.post(id, 'undo', { reason: 'wrong person' });
    await admin.post(id, 'decision', { decision: 'reject' });
    desk.app.owed.length = 0;
    const { json } = await admin.post(id, 'reopen', { reason: 'a second look' });
    expect(json).toMatchObject({ status: 'pending', reason: null });
    const events = json['events'] as readonly { readonly event: string; readonly reason: string | null }[];
    expect(events.map(({ event, reason }) => [event, reason])).toEqual([
      ['submit', null],
      ['vote', null],
      ['vote_withdrawn', 'too early'],
      ['reject', 'No room'],
      ['undo', 'wrong person'],
      ['reject', null],
      ['reopen', 'a second look'],
    ]);
    const shown = await desk.app.read(({ store }) => history(store, requestId(id)));
    expect(shown.events.at(-1)).toMatchObject({ event: 'reopen', reason: 'a second look' });
    const toClient = desk.app.owed.filter(({ recipientId }) => recipientId === client);
    expect(toClient).toMatchObject([{ notice: { kind: 'client_news', news: 'request_reopened' } }]);
    expect(JSON.stringify(toClient)).not.toContain('second look');
    const own = await desk.app.read(({ store }) => ownData(store, client));
    expect(own).toContain('No room');
    expect(own).not.toMatch(/too early|wrong person|second look/);
  });

  test('an approval has no reason: one that is sent with it is refused, and null is none', async () => {
    const id = await asks();
    const refused = await admin.post(id, 'decision', { decision: 'approve', reason: 'Welcome' });
    const detail = 'must be missing or null: an approval has no reason';
    expect([refused.status, refused.json['errors']]).toEqual([422, [{ pointer: '#/reason', detail }]]);
    expect((await admin.post(id, 'decision', { decision: 'approve', reason: null })).status).toBe(200);
  });

  test('a note needs no If-Match, decides nothing and is for admins', async () => {
    const id = await asks();
    const etag = await admin.etag(id);
    const { status, json } = await admin.post(id, 'notes', { text: 'I know them' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      status: 'pending',
      notes: [{ author: { id: boris, name: 'Boris' }, at: new Date(desk.app.now).toISOString(), text: 'I know them' }],
    });
    expect(await admin.etag(id)).toBe(etag);
  });

  test('a note that is sent again is stored once, and one in the same words that is meant is another', async () => {
    const id = await asks();
    const texts = async () =>
      (await desk.app.read(({ store }) => store.notes.latest(requestId(id), 9))).map(({ note }) => note.text);
    const [first, again] = await Promise.all([
      admin.post(id, 'notes', { text: 'Twice', after: 0 }),
      admin.post(id, 'notes', { text: 'Twice', after: 0 }),
    ]);
    expect([first.status, again.status, await texts()]).toEqual([200, 200, ['Twice']]);
    const [stored] = again.json['notes'] as readonly { readonly id: number }[];
    for (const other of [{ text: 'Twice', after: stored?.id }, { text: 'Thrice', after: 0 }, { text: 'Twice' }]) {
      expect((await admin.post(id, 'notes', other)).status).toBe(200);
    }
    const other = await asks(await desk.app.client(2));
    expect((await admin.post(other, 'notes', { text: 'Twice', after: 0 })).json['note_count']).toBe(1);
    expect(await texts()).toEqual(['Twice', 'Thrice', 'Twice', 'Twice']);
    const wrong = await admin.post(id, 'notes', { text: 'Twice', after: '0' });
    expect([wrong.status, wrong.json['errors']]).toEqual([422, [{ pointer: '#/after', detail: 'must be a number' }]]);
  });

  test('every wrong field of a decision is named, and nothing is decided', async () => {
    const id = await asks();
    const wrong = await admin.post(id, 'decision', { decision: 'maybe', reason: ' ', more: 1 });
    expect(wrong.status).toBe(422);
    const pointers = (wrong.json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['#/decision', '#/more', '#/reason']);
    for (const reason of ['\0', 'a\0b', '\ud800', '\u200b', 'x'.repeat(1001)]) {
      const said = await admin.post(id, 'decision', { decision: 'reject', reason });
      expect({ reason, status: said.status }).toEqual({ reason, status: 422 });
    }
    expect((await admin.get(`/admin/request/${id}/details`)).json['status']).toBe('pending');
    const path = await admin.ask('POST', '/admin/request/0x1/decision?x=1', {
      json: {},
      headers: { 'if-match': '"1"' },
    });
    expect((path.json['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      '#/decision',
      '?x',
      '{id}',
    ]);
  });

  test('a request that there is not is 404, whatever is to be done with it', async () => {
    for (const what of ['decision', 'undo', 'revoke', 'reopen', 'notes']) {
      const json = what === 'decision' ? { decision: 'approve' } : what === 'notes' ? { text: 'x' } : {};
      expect((await admin.post(999, what, json, '"999-1-1"')).status).toBe(404);
    }
    expect((await admin.get('/admin/request/999/details')).status).toBe(404);
    expect((await admin.get('/admin/request/9007199254740991/details')).status).toBe(404);
    expect((await admin.get('/admin/request/9007199254740992/details')).status).toBe(422);
  });

  test('with two approvals needed the first is a vote, the same admin’s second is refused, and a rejection ends it', async () => {
    await desk.close();
    desk = await TestDesk.open(engine, { rules: { approvalsNeeded: 2 } });
    admin = await desk.signIn();
    client = await desk.app.client(1);
    const id = await asks();
    const voted = await admin.post(id, 'decision', { decision: 'approve' });
    expect(voted.json).toMatchObject({
      status: 'pending',
      approvals: [{ id: boris, name: 'Boris' }],
      approvals_needed: 2,
    });
    expect((await admin.post(id, 'decision', { decision: 'approve' })).json['code']).toBe('already_voted');
    expect((await admin.post(id, 'undo', {})).json).toMatchObject({ status: 'pending', approvals: [] });
    const other = await desk.signIn(clara);
    await other.post(id, 'decision', { decision: 'approve' });
    const approved = (await admin.post(id, 'decision', { decision: 'approve' })).json;
    const others = [{ id: clara, name: 'Clara' }];
    expect(approved).toMatchObject({ status: 'approved', reviewed_by: { id: boris }, co_approvers: others });
    const events = approved['events'] as readonly { readonly event: string; readonly co_approvers: unknown }[];
    expect(events.at(-1)).toMatchObject({ event: 'approve', actor: { id: boris }, co_approvers: others });
    expect((await admin.get('/admin/requests')).json['items']).toMatchObject([{ co_approvers: others }]);
  });

  test('of fifty races between the chat and the desk one wins each, and the other is told', async () => {
    const races = Array.from({ length: 50 }, (_, n) => n);
    const ids: number[] = [];
    for (const n of races) ids.push(await asks(await desk.app.client(100 + n)));
    const etags = new Map<number, string>();
    for (const id of ids) etags.set(id, await admin.etag(id));
    // All at once, the desk from the first on and the chat from the last on: they meet somewhere.
    const atDesk = ids.map((id) => admin.post(id, 'decision', { decision: 'reject' }, etags.get(id)));
    const inTheChat = new Map<number, ReturnType<typeof inChat>>();
    for (const id of [...ids].reverse()) {
      inTheChat.set(id, inChat(id, clara, 'approve'));
      await nextTurn();
    }
    const wins = { desk: 0, chat: 0 };
    for (const [n, id] of ids.entries()) {
      const [api, chat] = [await atDesk[n], await inTheChat.get(id)];
      const { json } = await admin.get(`/admin/request/${id}/details`);
      const decisions = (json['events'] as { event: string }[]).filter(({ event }) => event !== 'submit');
      expect(decisions).toHaveLength(1);
      const winner = json['status'] === 'rejected' ? 'desk' : 'chat';
      wins[winner] += 1;
      expect(['refused' in (chat ?? {}), api?.status]).toEqual(winner === 'desk' ? [true, 200] : [false, 412]);
      if (winner === 'chat') {
        expect(api?.json).toMatchObject({ decided_by: { name: 'Clara' }, request: { status: 'approved' } });
      }
    }
    expect([wins.desk > 0, wins.chat > 0, wins.desk + wins.chat]).toEqual([true, true, 50]);
  });
});
