import { ChatLoop } from '../../src/access/chat-loop';
import { noteMemberChange } from '../../src/access/members';
import type { AccessPorts } from '../../src/access/ports';
import type { BotApi, CallResult } from '../../src/channels/telegram/api';
import { groupId, personId, telegramId, type PersonId } from '../../src/lifecycle/ids';
import { noMembership } from '../../src/store/queries/access';
import type { Seen } from '../../src/store/rows';
import { noon, TestApp } from '../requests/app';
import { describeEngines } from '../store/engines';

const garden = groupId(-1_001_000_000_001);
const botId = 9_000_000_001;

/** Telegram’s answers, where nobody is in yet; it has none about `failing`. */
function answerAbout(method: string, params: object, failing: PersonId): unknown {
  const { user_id: user } = { user_id: null, ...params };
  if (user === failing) return null;
  if (method === 'getChat') return { id: garden, type: 'supergroup', title: 'The garden' };
  if (method.endsWith('InviteLink')) return { invite_link: 'https://t.me/+garden', is_revoked: false };
  return method === 'getChatMember' ? { status: 'left' } : true;
}

describeEngines('somebody about whom Telegram gives no answer', (engine) => {
  let stop: () => Promise<void>;
  afterEach(() => stop());

  /** The chat’s worker, in which `row` is what is known of these two; resolves when Telegram was asked about the second. */
  async function asksAboutTheOther(row: object, lookedThrough: number | null = null): Promise<void> {
    const app = await TestApp.open(engine);
    const [failing, other] = [await app.client(1), await app.client(2)];
    await app.transaction(async ({ store: { access } }) => {
      await access.arrange([garden], noon);
      const link = { inviteLink: 'https://t.me/+garden', linkMadeBy: null };
      const looked = lookedThrough === null ? null : personId(lookedThrough);
      await access.change(garden, { title: 'The garden', ...link, enteredThrough: null, lookedThrough: looked });
      for (const person of [failing, other]) await access.save({ ...noMembership(person, garden), ...row });
    });
    await new Promise<void>((resolve) => {
      const api: BotApi = {
        call<T>(method: string, params: object, { expects }: Parameters<BotApi['call']>[2]) {
          const result = answerAbout(method, params, failing);
          if (JSON.stringify(params).includes(`${other}`)) resolve();
          // A boundary: whether it is what is expected has just been found out.
          const answer = expects(result) ? { end: 'ok', result: result as T } : { end: 'unknown', error: '500' };
          return Promise.resolve(answer as CallResult<T>);
        },
      };
      const stopping = new AbortController();
      const ports: AccessPorts = { ...app.context, api, botId, communityName: 'Garden', random: () => 1 };
      const loop = new ChatLoop(ports, garden, stopping.signal);
      const running = loop.run();
      stop = () => {
        stopping.abort();
        return running;
      };
    });
  }

  it('holds up nobody who is to be let in after them', async () => {
    await asksAboutTheOther({ wanted: 'in', nextTryAt: noon, isFresh: true, joinRequestedAt: noon });
  });

  it('holds up nobody who is to be invited after them', async () => {
    await asksAboutTheOther({ wanted: 'in' });
  });

  it('holds up nobody who is to be looked at again after them', async () => {
    await asksAboutTheOther({ wanted: 'in', invitedAt: noon }, 0);
  });
});

const ok = (result: unknown): CallResult<unknown> => ({ end: 'ok', result });
const refused = (reason: string): CallResult<unknown> => ({
  end: 'refused',
  code: 400,
  description: `Bad Request: ${reason}`,
  retryAfter: null,
  migratedTo: null,
});

describeEngines('somebody in a chat', (engine) => {
  let stop: () => Promise<void>;
  afterEach(() => stop());

  /** Somebody else puts them there, or takes them out, and the bot is told. */
  const moves = (was: Seen, is: Seen) => async (app: TestApp, person: PersonId) => {
    const admin = await app.client(2);
    app.now += 2000;
    const named = (id: PersonId) => ({ telegramId: telegramId(id), name: 'Vera', username: null });
    const change = {
      chat: garden,
      who: named(person),
      by: { ...named(admin), isThisBot: false },
      was,
      is,
      at: app.now,
    };
    await app.transaction((tx) => noteMemberChange(tx, change));
  };

  /**
   * The chat’s worker, which gets these answers from Telegram in its calls about one person; a minute passes after each refusal, and
   * what is a function happens before the answer. Gives the methods that it called.
   */
  async function called(
    row: object,
    answers: readonly (CallResult<unknown> | ReturnType<typeof moves>)[],
    lookedThrough: PersonId | null = null,
  ): Promise<string[]> {
    const app = await TestApp.open(engine);
    const person = await app.client(1);
    await app.transaction(async ({ store: { access } }) => {
      await access.arrange([garden], noon);
      const link = { inviteLink: 'https://t.me/+garden', linkMadeBy: null };
      await access.change(garden, { title: 'The garden', ...link, enteredThrough: null, lookedThrough });
      await access.save({ ...noMembership(person, garden), nextTryAt: noon, ...row });
    });
    const left = [...answers];
    const methods: string[] = [];
    await new Promise<void>((resolve) => {
      const api: BotApi = {
        async call<T>(method: string, params: object) {
          const isAboutThem = JSON.stringify(params).includes(`${person}`);
          if (isAboutThem) methods.push(method);
          let answer = isAboutThem ? left.shift() : ok(answerAbout(method, params, person));
          if (typeof answer === 'function') {
            await answer(app, person);
            answer = left.shift();
          }
          if (left.length === 0) resolve();
          // A boundary: the answers are those of the methods that the test expects.
          return (answer ?? ok({ status: 'left' })) as CallResult<T>;
        },
      };
      const stopping = new AbortController();
      const log = { ...app.context.log, warn: () => void (app.now += 60_000) };
      const ports: AccessPorts = { ...app.context, log, api, botId, communityName: 'Garden', random: () => 1 };
      const running = new ChatLoop(ports, garden, stopping.signal).run();
      stop = () => {
        stopping.abort();
        return running;
      };
    });
    return methods;
  }

  it('is looked at right before they are removed, also where their join request could not be declined', async () => {
    const row = { toRemove: true, joinRequestedAt: noon };
    const inside = [refused('USER_ALREADY_PARTICIPANT'), ok({ status: 'member' }), ok(true)];
    expect(await called(row, inside)).toEqual(['declineChatJoinRequest', 'getChatMember', 'unbanChatMember']);
  });

  it('is looked at again after Telegram refused to remove them: a ban since then is not touched', async () => {
    const answers = [ok({ status: 'member' }), refused('PEER_FLOOD'), ok({ status: 'kicked' })];
    expect(await called({ toRemove: true }, answers)).toEqual(['getChatMember', 'unbanChatMember', 'getChatMember']);
  });

  it('is let in by another attempt where Telegram refused to approve their join request', async () => {
    const row = { wanted: 'in', invitedAt: noon, isFresh: true, joinRequestedAt: noon };
    const answers = [refused('PEER_FLOOD'), ok(true)];
    expect(await called(row, answers)).toEqual(['approveChatJoinRequest', 'approveChatJoinRequest']);
  });

  it('is looked at again where they come back while they are removed', async () => {
    const answers = [ok({ status: 'member' }), moves('left', 'member'), ok(true), ok({ status: 'left' })];
    expect(await called({ toRemove: true }, answers)).toEqual(['getChatMember', 'unbanChatMember', 'getChatMember']);
  });

  it.each([
    ['invited', {}, null],
    ['looked at after a long silence', { invitedAt: noon }, personId(0)],
  ])('is looked at again where they leave while they are %s', async (_while, row, lookedThrough) => {
    const answers = [moves('member', 'left'), ok({ status: 'member' }), ok({ status: 'left' })];
    const known = { wanted: 'in', seen: 'member', seenAt: noon - 1, joinedAt: noon, nextTryAt: null, ...row };
    expect(await called(known, answers, lookedThrough)).toEqual(['getChatMember', 'getChatMember']);
  });
});
