import type { FaultName, Snapshot } from '../protocol.js';
import type { Act } from './connection.js';
import { actionButton, element, say, setAttributes } from '../../page/dom.js';

const faults: Readonly<Record<FaultName, { readonly name: string; readonly meaning: string }>> = {
  telegram_away: { name: 'Telegram away', meaning: 'The bot can’t reach Telegram. What people send waits there.' },
  lost_answers: {
    name: 'Lost answers',
    meaning: 'Messages arrive, the answer to the bot is lost: it has to send again.',
  },
  too_many_requests: { name: '429', meaning: 'Telegram takes no message and asks the bot to wait.' },
};

/** The switches for faults, and the buttons that kill and start the bot. */
export class Faults {
  private readonly switches = new Map<FaultName, HTMLButtonElement>();
  private readonly kill: HTMLButtonElement;
  private readonly start: HTMLButtonElement;
  private readonly burst: HTMLButtonElement;

  /** `state`: the element that shows the bot's state. */
  constructor(
    where: Element,
    private readonly state: HTMLElement,
    act: Act,
    tell: (text: string) => void,
  ) {
    const doing = async (action: Parameters<Act>[0]): Promise<void> => {
      const answer = await act(action);
      if (!answer.ok) tell(answer.error);
    };
    for (const [fault, { name, meaning }] of namedFaults()) {
      const toggle = actionButton(
        { class: 'chip switch', role: 'switch', 'aria-checked': 'false', title: meaning },
        () => void doing({ type: 'fault', fault, on: toggle.getAttribute('aria-checked') !== 'true' }),
        element('span', { class: 'lamp', 'aria-hidden': 'true' }),
        name,
      );
      this.switches.set(fault, toggle);
    }
    const daemonButton = (attributes: { readonly class: string }, what: 'kill' | 'start', text: string) => {
      const act = (): void => {
        if (button.ariaDisabled !== 'true') void doing({ type: 'daemon', do: what });
      };
      const button = actionButton(attributes, act, text);
      return button;
    };
    this.kill = daemonButton({ class: 'chip danger' }, 'kill', 'kill -9 the bot');
    this.start = daemonButton({ class: 'chip' }, 'start', 'Start it again');
    this.burst = actionButton(
      { class: 'chip', title: 'Forty people without a phone here ask for access in the same moment' },
      () => void doing({ type: 'burst' }),
      'Burst of 40',
    );
    where.append(
      element('div', { class: 'switches' }, ...this.switches.values()),
      element('div', { class: 'daemon-buttons' }, this.kill, this.start, this.burst),
    );
  }

  show({ faults: on, daemon }: Snapshot): void {
    for (const [fault, toggle] of this.switches) setAttributes(toggle, { 'aria-checked': `${on.includes(fault)}` });
    const up = daemon.state === 'running' || daemon.state === 'starting';
    // Not `disabled`: that would take the focus from the button just pressed.
    setAttributes(this.kill, { 'aria-disabled': up ? null : 'true' });
    setAttributes(this.start, { 'aria-disabled': up ? 'true' : null });
    say(this.state, stateOf(daemon));
    setAttributes(this.state, { 'data-state': daemon.state });
  }
}

/** The name of a fault, for sentences. */
export const faultName = (fault: FaultName): string => faults[fault].name;

// Object.entries loses the type of the keys; those of `faults` are exactly these.
const namedFaults = () => Object.entries(faults) as [FaultName, (typeof faults)[FaultName]][];

function stateOf({ state, pid, starts }: Snapshot['daemon']): string {
  const process = pid === null ? '' : ` as process ${pid}`;
  switch (state) {
    case 'starting':
      return `The bot is starting${process} …`;
    case 'running':
      return starts > 1 ? `The bot runs${process}, start no. ${starts}.` : `The bot runs${process}.`;
    case 'stopping':
      return 'The bot is stopping …';
    case 'stopped':
      return 'The bot is stopped.';
    case 'killed':
      return 'The bot is dead: killed in the middle of whatever it did.';
    case 'failed':
      return 'The bot ended by itself. Its log says why.';
  }
}
