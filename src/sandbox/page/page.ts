import type { Scene } from '../protocol.js';
import { Clock } from './clock.js';
import { Connection } from './connection.js';
import { DaemonLog } from './daemon-log.js';
import { part, say } from './dom.js';
import { Faults } from './faults.js';
import { Hint } from './hint.js';
import { KeyedList } from './keyed-list.js';
import { Outbox } from './outbox.js';
import { Phone } from './phone.js';
import { PhoneTabs } from './phone-tabs.js';
import { PromiseKept } from './promise-kept.js';
import { Requests } from './requests.js';

/** Builds the page into index.html and lets it follow the sandbox. */
function open(): void {
  const connection = new Connection();
  const { act } = connection;
  const notice = part('notice', HTMLElement);
  const tell = (text: string): void => say(notice, text);
  const phones = part('phones', HTMLElement);
  const row = new KeyedList(
    phones,
    ({ person }: Scene['phones'][number]) => `${person.id}`,
    (phone) => new Phone(phone, act),
  );
  const tabs = new PhoneTabs(part('phone-tabs', HTMLElement), phones);
  const panels = [
    new Hint(part('hint', HTMLElement), act, tell),
    new Clock(part('clock', HTMLElement), act, tell),
    new Requests(part('request', HTMLElement), part('history', HTMLElement)),
    new Outbox(part('outbox', HTMLElement)),
    new Faults(part('faults', HTMLElement), act, tell),
    new PromiseKept(part('promise', HTMLElement)),
    new DaemonLog(part('daemon-log', HTMLElement)),
  ];
  const show = (scene: Scene): void => {
    row.show(scene.phones);
    tabs.show(scene.phones);
    for (const panel of panels) panel.show(scene);
    document.body.dataset['ready'] = 'true';
  };
  connection.follow(show, (connected) =>
    tell(connected ? '' : 'The sandbox is not there. Waiting for it to come back …'),
  );
  part('fresh', HTMLButtonElement).addEventListener('click', () => {
    void act({ type: 'fresh' }).then((answer) => tell(answer.ok ? '' : answer.error));
  });
}

open();
