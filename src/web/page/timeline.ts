import { element } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';
import type { RequestDetails } from '../protocol.js';
import type { Desk } from './desk.js';
import { nameOf } from './formats.js';
import { moment } from './parts.js';

/** One thing that happened to a request. */
interface Entry {
  readonly key: string;
  readonly at: string;
  /** Changes when what is shown has to. */
  readonly state: string;
  readonly kind: 'event' | 'text' | 'note' | 'talk' | 'message';
  readonly tone: string;
  readonly title: string;
  /** The number of whoever did it. */
  readonly who: number | null;
  readonly by: string | null;
  readonly how: string | null;
  readonly words: string | null;
  /** There were words, and they were erased. */
  readonly isErased?: boolean;
}

/** What was said, noted, decided and sent about a request, in one line of time: the newest at the end. */
export class Timeline {
  readonly element: HTMLOListElement;
  private readonly list: KeyedList<Entry>;

  constructor(private readonly desk: Desk) {
    this.element = element('ol', { class: 'timeline' });
    this.list = new KeyedList(
      this.element,
      ({ key }) => key,
      () => new EntryView(desk),
    );
  }

  show(details: RequestDetails): void {
    this.list.show(entriesOf(details, this.desk));
  }
}

/** What others have done or said between these two looks at a request, in a few words; null: nothing. */
export function newsBetween(before: RequestDetails, now: RequestDetails, desk: Desk): string | null {
  const known = new Set(entriesOf(before, desk).map(({ key }) => key));
  const latest = entriesOf(now, desk)
    .filter(({ key, kind, who }) => kind !== 'message' && who !== desk.me.id && !known.has(key))
    .at(-1);
  return latest === undefined ? null : [latest.title, latest.by].filter((words) => words !== null).join(' · ');
}

class EntryView implements View<Entry> {
  readonly element = element('li');
  private state = '';

  constructor(private readonly desk: Desk) {}

  show({ state, kind, tone, title, by, how, words, isErased, at }: Entry): void {
    if (this.state === state) return;
    this.state = state;
    this.element.className = `entry of-${kind} ${tone}${this.element.classList.contains('is-new') ? ' is-new' : ''}`;
    this.element.replaceChildren(
      element(
        'p',
        { class: 'entry-line' },
        element('strong', {}, title),
        by === null ? null : element('bdi', { class: 'entry-by' }, by),
        how === null ? null : element('span', { class: 'entry-how' }, how),
        moment(at, this.desk),
      ),
      ...(isErased === true ? [element('p', { class: 'is-missing' }, this.desk.say('desk_text_erased'))] : []),
      ...(words === null ? [] : [element('p', { class: 'entry-words', dir: 'auto' }, words)]),
    );
  }
}

/** Said and noted things have lines of their own. */
const saidElsewhere = new Set(['ask', 'answer', 'add', 'note']);
const wordsComeWith = new Set(['submit', 'appeal', 'describe']);

function entriesOf(details: RequestDetails, { say }: Desk): readonly Entry[] {
  const texts = new Map(details.texts.map((text) => [text.at, text]));
  const entries: Entry[] = [];
  for (const { id, event, actor, co_approvers: others, at, reason, erased, via, to } of details.events) {
    if (saidElsewhere.has(event)) continue;
    const text = wordsComeWith.has(event) ? texts.get(at) : undefined;
    if (text !== undefined) texts.delete(at);
    const name = eventNames.has(event) ? (event as EventName) : 'other';
    entries.push({
      ...{ key: `event-${id}`, at, state: `${id} ${text?.message ?? ''} ${erased}`, kind: 'event' },
      ...{ tone: `is-${event === 'undo' || event === 'vote_withdrawn' ? 'undone' : to}` },
      ...{ title: say(`desk_event_${name}`), ...byline(actor, others) },
      how: say(`desk_via_${actor === null ? 'system' : via}`),
      words: reason ?? text?.message ?? null,
      isErased: erased,
    });
  }
  for (const { round, at, message } of texts.values()) {
    if (message === '') continue;
    const common = { key: `text-${round}`, at, state: message, kind: 'text', tone: '', how: null } as const;
    entries.push({ ...common, title: say('desk_event_submit'), ...byline(details.client), words: message });
  }
  for (const { id, author, at, text } of details.notes) {
    const common = { key: `note-${id}`, at, state: text, kind: 'note', tone: '', how: null } as const;
    entries.push({ ...common, title: say('desk_event_note'), ...byline(author), words: text });
  }
  for (const { id, kind, author, at, text } of details.talk) {
    const title = say(`desk_event_${({ question: 'ask', answer: 'answer', addition: 'add' } as const)[kind]}`);
    const tone = kind === 'question' ? 'is-ours' : 'is-theirs';
    const common = { key: `talk-${id}`, at, state: text, kind: 'talk', tone, how: null } as const;
    entries.push({ ...common, title, ...byline(author), words: text });
  }
  for (const { id, state, what, created_at: createdAt, settled_at: settledAt, error } of details.messages) {
    entries.push({
      ...{ key: `message-${id}`, at: settledAt ?? createdAt, state: `${state} ${error ?? ''}`, kind: 'message' },
      ...{
        tone: `is-${state}`,
        title: messageTitle(what, say),
        ...byline(null),
        how: say(`desk_message_${state}`),
      },
      words: error,
    });
  }
  return entries
    .map((entry) => ({ entry, time: Date.parse(entry.at) }))
    .sort(byTime)
    .map(({ entry }) => entry);
}

/** Whoever completed an approval comes after the others whom it took. */
const byline = (person: Named | null, others: readonly Named[] = []) =>
  person === null
    ? { who: null, by: null }
    : { who: person.id, by: [...others, person].map(({ name }) => nameOf(name)).join(', ') };
type Named = RequestDetails['co_approvers'][number];

const byTime = (a: { readonly time: number }, b: { readonly time: number }): number => a.time - b.time;

const eventNames: ReadonlySet<string> = new Set([
  ...['submit', 'appeal', 'withdraw', 'vote', 'vote_withdrawn', 'approve', 'reject', 'undo', 'revoke', 'reopen'],
  ...['expire', 'describe', 'forget', 'unite'],
]);
type EventName =
  | ('submit' | 'appeal' | 'withdraw' | 'vote' | 'vote_withdrawn' | 'approve' | 'reject' | 'undo' | 'revoke')
  | ('reopen' | 'expire' | 'describe' | 'forget' | 'unite');

/** What messages to the client tell them, as the event is called. */
const news: Readonly<Record<string, EventName>> = {
  ...{ submitted: 'submit', appeal_submitted: 'appeal', withdrawn: 'withdraw', appeal_withdrawn: 'withdraw' },
  ...{ approved: 'approve', rejected: 'reject', decision_undone: 'undo', request_reopened: 'reopen' },
  ...{ revoked: 'revoke', expired: 'expire', appeal_expired: 'expire' },
};

/** What a message to the client says, as far as the page has a name for it. */
function messageTitle(what: string, say: Desk['say']): string {
  const event = Object.hasOwn(news, what) ? news[what] : undefined;
  if (event !== undefined) return say('desk_message_client_news', { news: say(`desk_event_${event}`) });
  return what === 'asked' || what === 'appeal_open' || what === 'invitation'
    ? say(`desk_message_${what}`)
    : say('desk_message_other');
}
