import type { Snapshot } from '../protocol.js';
import { DetailsPanel } from './details-panel.js';
import { Clock } from './clock.js';
import { Connection } from './connection.js';
import { DaemonLog } from './daemon-log.js';
import { part, say } from '../../page/dom.js';
import { Faults } from './faults.js';
import { Hint } from './hint.js';
import { KeyedList } from '../../page/keyed-list.js';
import { MailboxView } from './mailbox.js';
import { Outbox } from './outbox.js';
import { Phone } from './phone.js';
import { devicesIn, PhoneTabs } from './phone-tabs.js';
import { PromiseKept } from './promise-kept.js';
import { Requests } from './requests.js';
import { Restarts } from './restarts.js';
import { Trail } from './trail.js';

/** Builds the page in index.html and connects it to the sandbox. */
function open(): void {
  const connection = new Connection();
  const { act } = connection;
  const notice = part('notice', HTMLElement);
  const tell = (text: string): void => say(notice, text);
  const behind = new DetailsPanel(part('behind-toggle', HTMLButtonElement), part('panels', HTMLElement));
  const trail = new Trail(part('trail', HTMLElement), {
    open: (request) => {
      behind.open();
      requests.pick(request);
    },
    goTo: (element) => (element.closest('.phone') ?? element).scrollIntoView({ inline: 'center', block: 'nearest' }),
  });
  const requests = new Requests(part('request', HTMLElement), part('history', HTMLElement), trail);
  const phones = part('phones', HTMLElement);
  const row = new KeyedList(
    phones,
    ({ person }: Snapshot['phones'][number]) => `${person.id}`,
    (phone) => new Phone(phone, act, trail),
  );
  const mailbox = new MailboxView(phones);
  const tabs = new PhoneTabs(part('phone-tabs', HTMLElement), phones);
  const hint = new Hint(part('hint', HTMLElement), { act, tell, trail });
  const faults = part('faults', HTMLElement);
  const panels = [
    hint,
    new Clock(part('clock', HTMLElement), part('top', HTMLElement), act, tell),
    new Restarts(part('restarts', HTMLElement), { act, tell, anew: () => hint.startOver() }),
    requests,
    new Outbox(part('outbox', HTMLElement)),
    new Faults(faults, part('daemon-state', HTMLElement), act, tell),
    new PromiseKept(part('promise', HTMLElement), faults),
    new DaemonLog(part('daemon-log', HTMLElement)),
  ];
  const show = (snapshot: Snapshot): void => {
    trail.hear(snapshot);
    row.show(snapshot.phones);
    mailbox.show(snapshot);
    tabs.show(devicesIn(snapshot));
    for (const panel of panels) panel.show(snapshot);
    trail.show();
    document.body.dataset['ready'] = 'true';
  };
  connection.follow(show, (connected) =>
    tell(connected ? '' : 'The sandbox is not there. Waiting for it to come back …'),
  );
}

open();
