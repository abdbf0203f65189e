import { avatar } from '../../page/avatar.js';
import { element } from '../../page/dom.js';
import type { PersonDetails, RequestItem } from '../protocol.js';
import { addressOf, noFilters } from './address.js';
import type { Desk } from './desk.js';
import {
  accessList,
  badge,
  decidersOf,
  emptyState,
  fact,
  listLink,
  missingWords,
  moment,
  skeleton,
  titleOf,
  usernameLink,
} from './parts.js';
import { Redrawn } from './redrawn.js';

/** Somebody, with all their requests. */
export class PersonPage {
  readonly element = element('div', { class: 'page person-page' });
  private readonly drawn = new Redrawn(this.element);
  private loading = new AbortController();
  private person: number | null = null;

  constructor(private readonly desk: Desk) {}

  show(person: number): void {
    if (this.person !== person) {
      const loading = this.desk.say('desk_loading');
      this.drawn.instead(element('h1', { class: 'only-heard' }, loading), skeleton(8, loading));
    }
    this.person = person;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const { person, desk } = this;
    if (person === null) return;
    this.loading.abort();
    const loading = (this.loading = new AbortController());
    try {
      const answer = await desk.api.read<PersonDetails>(`/admin/people/${person}`, loading.signal);
      if (answer.kind === 'done') this.drawn.draw(person, this.contents(answer.value));
      else if (answer.kind === 'refused' && answer.status === 404) {
        this.drawn.instead(
          element('h1', { class: 'only-heard' }, desk.say('desk_no_such_person')),
          emptyState(desk.say('desk_no_such_person'), listLink(desk)),
        );
      } else if (!this.drawn.shows(person)) {
        // What is shown already stays.
        this.drawn.instead(emptyState(desk.requests.sentence(answer)));
      }
    } catch {
      // Another view was chosen.
    }
  }

  private contents(person: PersonDetails): HTMLElement[] {
    const { desk } = this;
    const { say } = desk;
    const facts = [
      person.telegram_id === null
        ? fact(say('desk_telegram'), say('desk_not_on_telegram'))
        : fact(say('desk_person_id'), element('code', {}, `${person.telegram_id}`)),
    ];
    if (person.address !== null) facts.push(fact(say('desk_address'), element('bdi', {}, person.address)));
    if (person.username !== null) facts.unshift(fact(say('desk_telegram'), usernameLink(person.username, desk)));
    if (person.language !== null) facts.push(fact(say('desk_language'), this.languageName(person.language)));
    const access = accessList(person.access, desk);
    if (access !== null) facts.push(fact(say('desk_access'), access));
    const all = addressOf({ view: 'requests', filters: { ...noFilters, client: person.id }, request: null });
    return [
      element(
        'header',
        { class: 'request-head' },
        avatar({ id: person.id, name: titleOf(person) }),
        element(
          'div',
          { class: 'request-who' },
          element('h1', { tabindex: '-1' }, element('bdi', {}, titleOf(person))),
        ),
        ...(person.is_admin ? [element('span', { class: 'badge is-admin' }, say('desk_person_admin'))] : []),
      ),
      ...(person.unreachable_since !== null
        ? [element('p', { class: 'warning' }, say('desk_person_unreachable'))]
        : []),
      element('dl', { class: 'facts' }, ...facts),
      element('h2', {}, say('desk_person_requests')),
      person.requests.length === 0
        ? emptyState(say('desk_person_no_requests'))
        : element('ol', { class: 'cards' }, ...person.requests.map((item) => this.card(item))),
      ...(person.older > 0
        ? [
            element(
              'p',
              { class: 'end' },
              element('a', { href: all }, say('desk_person_older', { count: person.older })),
            ),
          ]
        : []),
    ];
  }

  private card(item: RequestItem): HTMLElement {
    const { desk } = this;
    const { say } = desk;
    const href = addressOf({ view: 'requests', filters: noFilters, request: item.id });
    return element(
      'li',
      { class: 'card' },
      element(
        'p',
        { class: 'card-top' },
        element('a', { href }, say('desk_request', { request: item.id })),
        badge(item.status, desk),
        item.appeal_count > 0
          ? element('span', { class: 'tag is-appeal' }, say('desk_appeal', { appeal: item.appeal_count }))
          : null,
        moment(item.submitted_at, desk),
      ),
      item.message === ''
        ? element('p', { class: 'card-words is-missing' }, missingWords(item, desk))
        : element('p', { class: 'card-words', dir: 'auto' }, item.message),
      item.reviewed_by === null || item.decided_at === null
        ? null
        : element(
            'p',
            { class: 'card-foot' },
            element('bdi', {}, decidersOf(item).map(titleOf).join(', ')),
            ' · ',
            moment(item.decided_at, desk),
          ),
      item.reason === null ? null : element('p', { class: 'card-reason', dir: 'auto' }, item.reason),
    );
  }

  private languageName(tag: string): string {
    try {
      return new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(tag) ?? tag;
    } catch {
      return tag;
    }
  }
}
