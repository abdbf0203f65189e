import type { Action, Phone, RequestView, Snapshot } from '../protocol.js';
import { faultName } from './faults.js';

/** What the visitor could do next, with an offer to do it for them. */
export interface NextStep {
  /** Its position in the tour, `3/12`; null for a remark that isn't a step. */
  readonly place: string | null;
  readonly text: string;
  readonly button: string;
  readonly does: Doing;
}

export type Doing =
  | { readonly kind: 'act'; readonly actions: readonly Action[] }
  | { readonly kind: 'follow'; readonly event: number }
  | { readonly kind: 'link'; readonly address: string };

type Offer = Omit<NextStep, 'place'>;

interface Stop {
  readonly name: string;
  /** Whether the visitor has already done it, in whatever way. */
  readonly seen: (snapshot: Snapshot, followed: boolean) => boolean;
  /** Null if it isn't possible at the moment. */
  readonly offer: (snapshot: Snapshot) => Offer | null;
}

const sevenDays = 7 * 24 * 3_600_000;

/** A tour of the bot's features. It follows what the visitor does, shows each step once, and ends. */
export class Tour {
  private readonly passed = new Set<string>();

  /** Starts again. */
  begin(): void {
    this.passed.clear();
  }

  /** `followed`: whether the effects of a message were followed. */
  next(snapshot: Snapshot, followed: boolean): NextStep {
    for (const { name, seen } of stops) if (seen(snapshot, followed)) this.passed.add(name);
    const aside = whileFaulty(snapshot) ?? whileDown(snapshot);
    if (aside !== null) return { place: null, ...aside };
    for (const [index, { name, offer }] of stops.entries()) {
      const offered = this.passed.has(name) ? null : offer(snapshot);
      if (offered !== null) return { place: `${index + 1}/${stops.length + 1}`, ...offered };
    }
    return { place: `${stops.length + 1}/${stops.length + 1}`, ...theEnd };
  }

  /** Skips the next step. */
  skip(snapshot: Snapshot): void {
    const next = stops.find(({ name, offer }) => !this.passed.has(name) && offer(snapshot) !== null);
    if (next !== undefined) this.passed.add(next.name);
  }
}

const theEnd: Offer = {
  text: 'That was all of it. Now get a token: write /newbot to @BotFather in Telegram, and go on with “Start it” in the README.',
  button: 'Open @BotFather',
  does: { kind: 'link', address: 'https://t.me/BotFather' },
};

const stops: readonly Stop[] = [
  { name: 'ask', seen: happened('submit'), offer: asking },
  {
    name: 'follow',
    seen: (_, followed) => followed,
    offer: ({ events }) => {
      const asked = events.find(({ command, by }) => command === 'submit' && by !== null);
      if (asked === undefined) return null;
      return {
        text: 'Follow that message: from the phone into the history and the outbox, and on to the admins’ cards.',
        button: 'Follow it',
        does: { kind: 'follow', event: asked.id },
      };
    },
  },
  { name: 'reject', seen: happened('reject'), offer: (snapshot) => whilePending(snapshot, rejecting) },
  { name: 'undo', seen: happened('undo'), offer: undoing },
  { name: 'appeal', seen: happened('appeal'), offer: appealing },
  { name: 'approve', seen: happened('approve'), offer: (snapshot) => whilePending(snapshot, approving) },
  { name: 'join', seen: ({ phones }) => phones.some(({ community }) => community?.state === 'in'), offer: joining },
  { name: 'revoke', seen: happened('revoke'), offer: revoking },
  {
    name: 'kill',
    seen: ({ daemon }) => daemon.starts > 1,
    offer: () => ({
      text: 'Now break something: kill the bot, go on writing, and start it again.',
      button: 'kill -9 the bot',
      does: act({ type: 'daemon', do: 'kill' }),
    }),
  },
  {
    name: 'burst',
    seen: ({ crowd }) => crowd > 0,
    offer: () => ({
      text: 'Forty people ask in the same moment: each gets a confirmation, the admins one message instead of forty cards.',
      button: 'Watch a burst of 40',
      does: act({ type: 'burst' }),
    }),
  },
  {
    name: 'group',
    seen: ({ group, events }) => group && events.some(({ command }) => command === 'approve' || command === 'reject'),
    offer: inGroup,
  },
];

function happened(command: string): Stop['seen'] {
  return ({ events }) => events.some((event) => event.command === command);
}

function whileFaulty({ faults }: Snapshot): Offer | null {
  const [fault] = faults;
  if (fault === undefined) return null;
  return {
    text: `${faultName(fault)}: let people write and press, then switch it off and see that nothing is missing.`,
    button: 'Switch it off',
    does: act({ type: 'fault', fault, on: false }),
  };
}

function whileDown({ daemon, totals, phones, requests }: Snapshot): Offer | null {
  if (daemon.state !== 'killed' && daemon.state !== 'stopped' && daemon.state !== 'failed') return null;
  const asker = phones.find((phone) => mayAsk(phone, requests));
  if (totals.updatesWaiting === 0 && asker !== undefined) {
    return {
      text: `The bot is down. Let ${asker.person.name} ask for access all the same.`,
      button: 'Do it for me',
      does: asksFor(asker),
    };
  }
  return {
    text:
      totals.updatesWaiting === 0
        ? 'The bot is down. Start it again.'
        : 'What people did meanwhile waits at Telegram. Start the bot again and see that nothing is missing.',
    button: 'Start the bot',
    does: act({ type: 'daemon', do: 'start' }),
  };
}

function asking({ phones, requests }: Snapshot): Offer | null {
  const phone = phones.find((each) => mayAsk(each, requests));
  if (phone === undefined) return null;
  const { name } = phone.person;
  return {
    text: hasBegun(phone)
      ? `Type /request and a few words in ${name}’s phone.`
      : `Press Start in ${name}’s phone, then type /request and a few words.`,
    button: 'Do it for me',
    does: asksFor(phone),
  };
}

/** With the newest request of the people on the page, if it is pending; else somebody submits one first. */
function whilePending(
  snapshot: Snapshot,
  offer: (request: RequestView, snapshot: Snapshot) => Offer | null,
): Offer | null {
  const request = newest(snapshot);
  return request?.status === 'pending' ? offer(request, snapshot) : asking(snapshot);
}

function rejecting(request: RequestView, snapshot: Snapshot): Offer | null {
  const admin = adminOf(snapshot, request, 'first');
  if (admin === undefined) return null;
  const card = cardOf(admin, request);
  const reply = { type: 'send', person: admin.person.id, text: 'reject too little detail' } as const;
  return {
    text: `In ${admin.person.name}’s phone reply to the card: reject too little detail.`,
    button: 'Reply to it',
    does:
      card === undefined
        ? act(writes(admin, `/reject ${request.id} too little detail`))
        : act({ ...reply, chat: card.chat, replyTo: card.message.id }),
  };
}

function undoing(snapshot: Snapshot): Offer | null {
  const request = snapshot.requests.find(({ transitions }) => transitions.some(({ command }) => command === 'undo'));
  const admin = snapshot.phones.find(({ person }) => person.name === request?.reviewedBy);
  if (request === undefined || admin === undefined) return null;
  // Its button appears together with the card.
  const press = pressOn(admin, request, '↩️');
  return {
    text: `A slip of the thumb? For ten minutes ${admin.person.name} can take it back, and the request waits again.`,
    button: 'Press Undo',
    does: press === null ? act() : act(press),
  };
}

function appealing(snapshot: Snapshot): Offer | null {
  const request = newest(snapshot);
  const client = snapshot.phones.find(({ person }) => person.id === request?.clientId);
  if (request === undefined || client === undefined) return null;
  const { name } = client.person;
  if (request.status === 'pending') {
    const rejection = rejecting(request, snapshot);
    return rejection && { ...rejection, text: `Reject it for good, and see what ${name} can do about it.` };
  }
  if (request.status !== 'rejected' && request.status !== 'revoked') return null;
  if (request.decidedAt === null || snapshot.clock.now - request.decidedAt < sevenDays) {
    return {
      text: `${name} may appeal 7 days after the decision. Let the time pass.`,
      button: '+7 days',
      does: act({ type: 'advance', by: '7d' }),
    };
  }
  return {
    text: `The wait is over: type /appeal and what has changed in ${name}’s phone.`,
    button: 'Do it for me',
    does: act(writes(client, '/appeal I have read the rules, and I bring seeds.')),
  };
}

function approving(request: RequestView, snapshot: Snapshot): Offer | null {
  const admin = adminOf(snapshot, request, 'last');
  if (admin === undefined) return null;
  return {
    text: `In ${admin.person.name}’s phone press the button that approves. The first decision counts, and every card says whose it was.`,
    button: 'Approve it',
    does: approves(admin, request, snapshot),
  };
}

function joining(snapshot: Snapshot): Offer | null {
  const request = newest(snapshot);
  const client = snapshot.phones.find(({ person }) => person.id === request?.clientId);
  if (request?.status !== 'approved' || client?.community?.state !== 'out') return null;
  const { title } = client.community;
  return {
    text: `The approval opens the door: press the button with the group’s name in ${client.person.name}’s phone, and the bot lets them into ${title}.`,
    button: 'Press it',
    does: act({ type: 'join', person: client.person.id }),
  };
}

function revoking(snapshot: Snapshot): Offer | null {
  const request = newest(snapshot);
  const client = snapshot.phones.find(({ person }) => person.id === request?.clientId);
  if (request?.status !== 'approved' || client?.community?.state !== 'in') return null;
  const admin = adminOf(snapshot, request, 'first');
  if (admin === undefined) return null;
  return {
    text: `And /revoke closes it: ${client.person.name} is out of ${client.community.title}, without being banned.`,
    button: 'Revoke it',
    does: act(writes(admin, `/revoke ${request.id} too loud in the garden`)),
  };
}

function inGroup(snapshot: Snapshot): Offer | null {
  if (!snapshot.group) {
    return {
      text: 'The same with one group for all admins, as ADMIN_CHAT_ID does it. It starts over with empty chats.',
      button: 'Start over with a group',
      does: act({ type: 'fresh', group: true }),
    };
  }
  return whilePending(snapshot, (request) => {
    const admin = adminOf(snapshot, request, 'first');
    if (admin === undefined) return null;
    return {
      text: `The card is in the group now, where all admins see it. ${admin.person.name} decides.`,
      button: 'Approve it',
      does: approves(admin, request, snapshot),
    };
  });
}

const newest = ({ requests, phones }: Snapshot): RequestView | undefined =>
  requests.find(({ clientId }) => phones.some(({ person }) => person.id === clientId));

/** One of the admins who may decide the request. */
function adminOf({ phones, events }: Snapshot, request: RequestView, which: 'first' | 'last'): Phone | undefined {
  const voters = events.filter(({ requestId, command }) => requestId === request.id && command === 'vote');
  const admins = phones.filter(
    ({ person }) =>
      person.role === 'admin' &&
      person.id !== request.clientId &&
      !person.blocked &&
      // Where two have to approve, the other is next.
      !(request.status === 'pending' && voters.some(({ actor }) => actor === person.name)),
  );
  return admins.at(which === 'first' ? 0 : -1);
}

/** The bot's newest message with buttons about a request. */
function cardOf({ chats }: Phone, { id }: RequestView) {
  const about = new RegExp(`[#№]${id}(?!\\d)`);
  for (const chat of [...chats].reverse()) {
    const message = [...chat.messages]
      .reverse()
      .find(({ text, buttons, from }) => from.isBot && buttons.length > 0 && about.test(text));
    if (message !== undefined) return { chat: chat.id, message };
  }
  return undefined;
}

/** By the card's button, or by a command while the card is still on its way. */
function approves(admin: Phone, request: RequestView, { totals }: Snapshot): Doing {
  const press = totals.owed === 0 ? pressOn(admin, request, '✅') : null;
  return act(press ?? writes(admin, `/approve ${request.id}`));
}

/** A press of the button with this emoji on a request's card; null if there is none. */
function pressOn(phone: Phone, request: RequestView, sign: string): Action | null {
  const card = cardOf(phone, request);
  const button = card?.message.buttons.flat().find(({ text }) => text.startsWith(sign));
  if (card === undefined || button === undefined || !('data' in button)) return null;
  return { type: 'press', person: phone.person.id, chat: card.chat, message: card.message.id, data: button.data };
}

const act = (...actions: readonly Action[]): Doing => ({ kind: 'act', actions });

/** In their private chat, whose ID is theirs. */
const writes = ({ person }: Phone, text: string): Action => ({
  type: 'send',
  person: person.id,
  chat: person.id,
  text,
  replyTo: null,
});

function asksFor(phone: Phone): Doing {
  const { id, name, blocked, language } = phone.person;
  const request = language.startsWith('ru')
    ? `/request Здравствуйте, я ${name}. Выращиваю помидоры и очень хочу к вам.`
    : `/request Hi, I’m ${name}. I grow tomatoes and would love to join.`;
  return act(...(hasBegun(phone) && !blocked ? [] : [{ type: 'start', person: id } as const]), writes(phone, request));
}

const hasBegun = ({ chats }: Phone): boolean => chats.some(({ kind, started }) => kind === 'private' && started);

const mayAsk = ({ person }: Phone, requests: readonly RequestView[]): boolean =>
  person.role === 'client' &&
  !requests.some(({ clientId, status }) => clientId === person.id && status !== 'expired' && status !== 'withdrawn');
