import type { MailView, Snapshot } from '../protocol.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';
import { KeyedList, type View } from '../../page/keyed-list.js';
import { icon } from './icons.js';
import { exactly, timeOf } from './times.js';

/** The ID of the mailbox in the page. */
export const mailboxId = 'mailbox';

/** The forms in which a mail can be looked at. */
const forms = { html: 'As it looks', text: 'Text', head: 'Headers' } as const;
type Form = keyof typeof forms;
// Object.keys forgets the type of the keys.
const formNames = Object.keys(forms) as readonly Form[];

/** Everybody's mail, beside the phones: it is there once a mail has come. */
export class MailboxView {
  private readonly element: HTMLElement;
  private readonly status = element('span', { class: 'person-status' });
  private readonly list: KeyedList<MailView>;
  private readonly listPlace = element('ol', {
    class: 'mail-list',
    tabindex: '0',
    'aria-label': 'Mail, the newest first',
  });
  private readonly reading: OpenMail;
  private readonly read = new Set<number>();
  private mails: readonly MailView[] = [];
  private opened: number | null = null;

  constructor(private readonly row: Element) {
    const name = element('h3', { class: 'person-name', id: `${mailboxId}-name` }, 'Mailbox');
    const picture = element('span', { class: 'avatar mail-avatar', 'aria-hidden': 'true' }, icon('mail'));
    const header = element(
      'header',
      { class: 'phone-header' },
      picture,
      element('div', { class: 'person' }, name, this.status),
    );
    this.reading = new OpenMail(() => this.open(null));
    this.list = new KeyedList(
      this.listPlace,
      ({ id }) => `${id}`,
      (mail) => this.line(mail),
    );
    const screen = element('div', { class: 'screen' }, header, this.listPlace, this.reading.element);
    this.element = element(
      'section',
      { class: 'phone mailbox', id: mailboxId, 'aria-labelledby': `${mailboxId}-name`, tabindex: '-1' },
      screen,
    );
  }

  show({ mails }: Snapshot): void {
    this.mails = mails ?? [];
    if (this.mails.length === 0) {
      this.element.remove();
      this.read.clear();
    } else if (!this.element.isConnected) this.row.append(this.element);
    if (!this.mails.some(({ id }) => id === this.opened)) this.open(null);
    this.showList();
  }

  private showList(): void {
    const unread = this.mails.filter(({ id }) => !this.read.has(id)).length;
    say(this.status, unread === 0 ? 'everybody’s mail' : `everybody’s mail, ${unread} unread`);
    this.list.show(this.mails);
  }

  /** Opens a mail; null: goes back to the list. */
  private open(id: number | null): void {
    const mail = this.mails.find((one) => one.id === id);
    const before = this.opened;
    this.opened = mail?.id ?? null;
    this.listPlace.hidden = mail !== undefined;
    this.reading.show(mail ?? null);
    if (mail === undefined) {
      if (before !== null) this.listPlace.querySelector<HTMLElement>(`[data-mail="${before}"]`)?.focus();
      return;
    }
    this.read.add(mail.id);
    this.showList();
  }

  private line({ id, to, subject, at }: MailView): View<MailView> {
    const unread = element('span', { class: 'only-heard' }, 'unread: ');
    const button = actionButton(
      { class: 'mail-line', 'data-mail': `${id}` },
      () => this.open(id),
      unread,
      element('span', { class: 'mail-subject', dir: 'auto' }, subject),
      element('time', { class: 'mail-time', datetime: new Date(at).toISOString(), title: exactly(at) }, timeOf(at)),
      element('bdi', { class: 'mail-to' }, `to ${to}`),
    );
    return {
      element: element('li', {}, button),
      show: () => {
        unread.hidden = this.read.has(id);
        setAttributes(button, { 'data-unread': `${!this.read.has(id)}` });
      },
    };
  }
}

/** One mail: what it says of itself, and its body in one of the forms. */
class OpenMail {
  readonly element = element('article', { class: 'mail', 'aria-label': 'Mail', hidden: true });
  private readonly subject = element('h4', { class: 'mail-title', dir: 'auto' });
  private readonly facts = element('dl', { class: 'mail-facts' });
  private readonly body = element('div', { class: 'mail-body' });
  private readonly back: HTMLButtonElement;
  private readonly tabs = new Map<Form, HTMLButtonElement>();
  private mail: MailView | null = null;
  private form: Form = 'html';

  constructor(close: () => void) {
    this.back = actionButton({ class: 'round', 'aria-label': 'Back to all mail', title: 'Back' }, close, icon('back'));
    for (const name of formNames) {
      const choose = (): void => this.choose(name);
      this.tabs.set(name, actionButton({ class: 'chat-tab', 'aria-pressed': 'false' }, choose, forms[name]));
    }
    this.element.append(
      element('div', { class: 'mail-bar' }, this.back, this.subject),
      this.facts,
      element('div', { class: 'chat-tabs', role: 'group', 'aria-label': 'How to look at it' }, ...this.tabs.values()),
      this.body,
    );
  }

  /** Null: none is open. */
  show(mail: MailView | null): void {
    this.mail = mail;
    this.element.hidden = mail === null;
    this.body.replaceChildren();
    if (mail === null) return;
    say(this.subject, mail.subject);
    this.facts.replaceChildren(
      ...(
        [
          ['From', mail.from],
          ['To', mail.to],
          ['Came', exactly(mail.at)],
        ] as const
      ).flatMap(([name, value]) => [element('dt', {}, name), element('dd', { dir: 'auto' }, value)]),
    );
    this.choose(mail.html === null ? 'text' : 'html');
    this.back.focus();
  }

  private choose(form: Form): void {
    this.form = form;
    for (const [name, tab] of this.tabs) setAttributes(tab, { 'aria-pressed': `${name === form}` });
    if (this.mail !== null) this.body.replaceChildren(this.bodyOf(this.mail));
  }

  /** What strangers have written is in it: as HTML it has a frame of its own in which nothing runs, and that leads to new tabs only. */
  private bodyOf({ html, text, head, subject }: MailView): HTMLElement {
    switch (this.form) {
      case 'html':
        if (html === null) return element('p', { class: 'mail-none' }, 'It has no HTML.');
        return element('iframe', {
          class: 'mail-frame',
          sandbox: 'allow-popups allow-popups-to-escape-sandbox',
          src: html,
          title: subject,
          referrerpolicy: 'no-referrer',
        });
      case 'text':
        return element('pre', { class: 'mail-text', dir: 'auto', tabindex: '0', 'aria-label': 'Text' }, text);
      case 'head':
        return element('pre', { class: 'mail-text mail-head', tabindex: '0', 'aria-label': 'Headers' }, head);
    }
  }
}
