import type { LogLineView, Snapshot } from '../protocol.js';
import { element } from '../../page/dom.js';
import { KeyedList } from '../../page/keyed-list.js';
import { exactTimeOf } from './times.js';

/** The last lines of the daemon's log. */
export class DaemonLog {
  private readonly lines: KeyedList<LogLineView>;

  constructor(where: Element) {
    const list = element('ol', {
      class: 'daemon-log',
      tabindex: '0',
      'aria-label': 'Log of the bot, the newest first',
    });
    this.lines = new KeyedList(
      list,
      ({ number }) => `${number}`,
      (line) => ({ element: row(line), show: () => undefined }),
    );
    where.append(list);
  }

  show({ daemon }: Snapshot): void {
    this.lines.show([...daemon.log].reverse());
  }
}

function row({ level, at, text }: LogLineView): HTMLElement {
  const when = element('span', { class: 'row-time' }, exactTimeOf(at));
  return element(
    'li',
    { class: `log-line ${level}` },
    when,
    ' ',
    element('span', { class: 'level' }, level),
    ` ${text}`,
  );
}
