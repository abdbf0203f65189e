import { ChatLoop } from '../../src/access/chat-loop';
import type { AccessPorts } from '../../src/access/ports';
import type { BotApi, CallResult } from '../../src/channels/telegram/api';
import { groupId, personId, type PersonId } from '../../src/lifecycle/ids';
import { noMembership } from '../../src/store/queries/access';
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
