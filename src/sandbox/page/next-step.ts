import type { Action, Phone, RequestView, Scene } from '../protocol.js';
import { faultName } from './faults.js';

/** What a visitor could try next, and what does it for them. */
export interface NextStep {
  readonly text: string;
  readonly button: string;
  readonly actions: readonly Action[];
}

const sevenDays = 7 * 24 * 3_600_000;

/** A walk through what the bot does, which follows whatever the visitor does instead. Null where it proposes nothing. */
export function nextStep(scene: Scene): NextStep | null {
  return whileFaulty(scene) ?? whileDown(scene) ?? afterRequest(scene);
}

function whileFaulty({ faults }: Scene): NextStep | null {
  const [fault] = faults;
  if (fault === undefined) return null;
  return {
    text: `${faultName(fault)}: let people write and press, then switch it off and see that nothing is missing.`,
    button: 'Switch it off',
    actions: [{ type: 'fault', fault, on: false }],
  };
}

function whileDown({ daemon, tally, phones, requests }: Scene): NextStep | null {
  if (daemon.state !== 'killed' && daemon.state !== 'stopped' && daemon.state !== 'failed') return null;
  const asker = phones.find((phone) => mayAsk(phone, requests));
  if (tally.updatesWaiting === 0 && asker !== undefined) {
    return asking(asker, `The bot is down. Let ${asker.person.name} ask for access all the same.`);
  }
  return {
    text:
      tally.updatesWaiting === 0
        ? 'The bot is down. Start it again.'
        : 'What people did meanwhile waits at Telegram. Start the bot again and see that nothing is missing.',
    button: 'Start the bot',
    actions: [{ type: 'daemon', do: 'start' }],
  };
}

function afterRequest({ requests, phones, clock }: Scene): NextStep | null {
  const request = requests[0];
  const client = phones.find(({ person }) => person.id === request?.clientId);
  if (request === undefined || client === undefined) {
    const first = phones.find(({ person }) => person.role === 'client');
    return first === undefined ? null : asking(first, howToAsk(first));
  }
  switch (request.status) {
    case 'pending':
      return deciding(request, phones);
    case 'rejected':
    case 'revoked':
      return appealing(client, request, clock.now);
    case 'approved':
      return {
        text: 'Decided! Now break something: kill the bot, go on writing, and start it again.',
        button: 'kill -9 the bot',
        actions: [{ type: 'daemon', do: 'kill' }],
      };
    default: {
      const { name } = client.person;
      return asking(client, `${name}’s request is history (${request.status}). ${name} may ask again at once.`);
    }
  }
}

function howToAsk(phone: Phone): string {
  const place = `in ${phone.person.name}’s phone`;
  return hasBegun(phone)
    ? `Type /request and a few words ${place}.`
    : `Press Start ${place}, then type /request and a few words.`;
}

const hasBegun = ({ chats }: Phone): boolean => chats.some(({ kind, started }) => kind === 'private' && started);

function asking(phone: Phone, text: string): NextStep {
  const { person } = phone;
  const start: Action = { type: 'start', person: person.id };
  const request = `/request Hi, I’m ${person.name}. I grow tomatoes and would love to join.`;
  return {
    text,
    button: 'Do it for me',
    actions: [...(hasBegun(phone) && !person.blocked ? [] : [start]), sending(person.id, request)],
  };
}

function deciding(request: RequestView, phones: readonly Phone[]): NextStep | null {
  const admin = phones.find(({ person }) => person.role === 'admin' && person.id !== request.clientId);
  if (admin === undefined) return null;
  const { id, name } = admin.person;
  return {
    text: `In ${name}’s phone press Approve or Reject, or reply to the card: reject too little detail.`,
    button: `Send /approve ${request.id}`,
    actions: [sending(id, `/approve ${request.id}`)],
  };
}

function appealing({ person }: Phone, { decidedAt }: RequestView, now: number): NextStep {
  if (decidedAt === null || now - decidedAt < sevenDays) {
    return {
      text: `${person.name} may appeal 7 days after the decision. Let the time pass.`,
      button: '+7 days',
      actions: [{ type: 'advance', by: '7d' }],
    };
  }
  return {
    text: `The wait is over: type /appeal and what has changed in ${person.name}’s phone.`,
    button: 'Do it for me',
    actions: [sending(person.id, '/appeal I have read the rules and I promise to bring seeds.')],
  };
}

/** In their private chat, whose id is theirs. */
const sending = (person: number, text: string): Action => ({ type: 'send', person, chat: person, text, replyTo: null });

const mayAsk = ({ person }: Phone, requests: readonly RequestView[]): boolean =>
  person.role === 'client' &&
  !requests.some(({ clientId, status }) => clientId === person.id && status !== 'expired' && status !== 'withdrawn');
