import type { ChatMessage } from '../../src/telegram-double/chats';
import type { Community } from '../../src/telegram-double/communities';
import type { TelegramDouble } from '../../src/telegram-double/double';
import type { Person, PersonOptions } from '../../src/telegram-double/people';
import { allRights, hasRight, type Rights } from '../../src/telegram-double/standings';
import type { Random } from './random';

/** Something that a human did about somebody and a chat of the community, whatever the bot made of it. */
export interface Act {
  readonly what: 'knocked' | 'cancelled' | 'left' | 'banned' | 'unbanned' | 'added' | 'approved' | 'declined';
  readonly chat: number;
  readonly person: number;
  /** By the double's clock. */
  readonly at: number;
  /** The bot was no administrator at that moment: no update tells it. */
  readonly unseen: boolean;
}

const garden = { id: -1_001_000_000_001, kind: 'supergroup', title: 'The garden' } as const;
const news = { id: -1_001_000_000_002, kind: 'channel', title: 'The news' } as const;

/** The setting that names the chats. */
export const doorsSetting = { ACCESS_CHATS: `${garden.id},${news.id}` } as const;

/** Nobody whom the bot knows; they can do in the chats what they like. */
const owner = { id: 7_000_000_001, first_name: 'Olga', language_code: 'en' };

/** What people do there, and how often, compared to each other. */
const weights = {
  knock: 50,
  leave: 12,
  cancel: 4,
  add: 5,
  ban: 4,
  unban: 6,
  approve: 5,
  decline: 4,
  promote: 2,
  demote: 4,
  talk: 4,
};

/** What a bot in a chat may be left with. */
const poorRights: readonly (Rights | null)[] = [
  null,
  { invite: false, restrict: true },
  { invite: true, restrict: false },
];

/** The chats of ACCESS_CHATS in a chaos run, and what humans do at their doors. */
export class Doors {
  readonly acts: Act[] = [];

  private constructor(
    private readonly double: TelegramDouble,
    readonly chats: readonly Community[],
    private readonly owner: Person,
  ) {}

  /** Before the daemon starts. The admins are administrators of the chats, too. */
  static open(double: TelegramDouble, admins: readonly PersonOptions[]): Doors {
    const administrators = admins.map((options) => ({ id: options.id, user: { is_bot: false, ...options } }));
    const olga = double.person(owner);
    const chats = [garden, news].map((chat) => double.community({ ...chat, owner: olga, administrators }));
    return new Doors(double, chats, olga);
  }

  /** Somebody does something at one of the doors; `admin` is an administrator of the chats, and `client` is none. */
  someone(client: Person, admin: Person, random: Random): void {
    const chat = random.pick(this.chats);
    const action = random.weighted(weights);
    switch (action) {
      case 'knock':
        this.knock(client, chat);
        return;
      case 'leave':
        if (!chat.has(client)) return;
        this.note('left', client, chat);
        chat.leave(client);
        return;
      case 'cancel':
        if (!chat.isAskedBy(client)) return;
        this.note('cancelled', client, chat);
        chat.cancelRequest(client);
        return;
      case 'talk':
        if (chat.chat.kind !== 'channel' && chat.has(client)) client.write('/start hello', { in: chat });
        return;
      default:
        // What the bot couldn't see Telegram never tells it.
        if (isWatched(chat)) this.govern(action, client, chat, random.chance(0.5) ? this.owner : admin, random);
    }
  }

  /** Presses the newest button that leads to a chat, if the bot has shown one. */
  followButton(client: Person): boolean {
    const url = urlIn(client.chat.newest((message) => urlIn(message) !== null));
    const chat = this.chats.find(({ botLinks }) => botLinks.some((link) => link.url === url));
    if (chat === undefined || chat.has(client)) return false;
    this.knock(client, chat);
    return true;
  }

  /** Asks to join, by a link that somebody has passed on. */
  knock(client: Person, chat: Community): void {
    const link = chat.botLinks.findLast(({ isRevoked }) => !isRevoked);
    // A join request that the bot has no right to hear of stays unheard.
    if (link === undefined || !hasRight(chat.chat.bot, 'invite')) return;
    if (client.follow(link.url) === 'requested') this.note('knocked', client, chat);
  }

  /** Takes rights from the bot in one of the chats. What it gives gives them back. */
  takeRights(random: Random): () => void {
    const chat = random.pick(this.chats);
    if (random.chance(0.25)) chat.kickBot(this.owner);
    else chat.setBotRights(this.owner, random.pick(poorRights));
    return () => {
      if (chat.chat.bot.status === 'kicked') chat.addBot(this.owner);
      chat.setBotRights(this.owner, allRights);
    };
  }

  private govern(
    action: 'add' | 'ban' | 'unban' | 'approve' | 'decline' | 'promote' | 'demote',
    client: Person,
    chat: Community,
    by: Person,
    random: Random,
  ): void {
    const { status } = chat.standing(client);
    switch (action) {
      case 'add':
        if (status !== 'left') return;
        this.note('added', client, chat);
        chat.add(by, client);
        return;
      case 'ban':
        if (status !== 'member') return;
        this.note('banned', client, chat);
        chat.ban(by, client);
        return;
      case 'unban': {
        const banned = [...this.double.chats.people.values()].filter(
          ({ user }) => chat.standing({ id: user.id, user }).status === 'kicked',
        );
        if (banned.length === 0) return;
        const { user } = random.pick(banned);
        this.note('unbanned', user, chat);
        chat.unban(by, { id: user.id, user });
        return;
      }
      case 'approve':
      case 'decline':
        if (!chat.isAskedBy(client)) return;
        this.note(action === 'approve' ? 'approved' : 'declined', client, chat);
        chat[action](by, client);
        return;
      case 'promote':
        if (status === 'member') chat.promote(this.owner, client);
        return;
      case 'demote':
        if (status === 'administrator') chat.demote(this.owner, client);
    }
  }

  private note(
    what: Act['what'],
    { id: person }: { readonly id: number },
    { id: chat, chat: { bot } }: Community,
  ): void {
    this.acts.push({ what, chat, person, at: this.double.now(), unseen: bot.status !== 'administrator' });
  }
}

/** Whether the bot gets an update about each of its members. */
const isWatched = ({ chat }: Community): boolean => chat.bot.status === 'administrator';

const urlIn = (message: ChatMessage | undefined): string | null => {
  const button = message?.buttons.flat().find((each) => 'url' in each);
  return button !== undefined && 'url' in button ? button.url : null;
};
