import { element, say as setText } from '../../page/dom.js';
import type { Health } from './api.js';
import type { Say } from './texts.js';

/** Says what keeps the page from being up to date, for as long as that is so. */
export class Banner {
  readonly element = element('p', { class: 'banner', role: 'status', hidden: true });
  private health: Health = 'well';
  private isLive = true;

  constructor(private readonly say: Say) {}

  /** Whether the server can be reached and works. */
  showHealth(health: Health): void {
    this.health = health;
    this.show();
  }

  /** Whether changes appear by themselves. */
  showLive(isLive: boolean): void {
    this.isLive = isLive;
    this.show();
  }

  private show(): void {
    const words = {
      offline: this.say('desk_offline'),
      not_ready: this.say('desk_not_ready'),
      well: this.isLive ? '' : this.say('desk_not_live'),
    }[this.health];
    this.element.hidden = words === '';
    setText(this.element, words);
  }
}
