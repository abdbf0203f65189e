import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../../src/telegram-double/people';
import type { Post } from './post';
import type { Random } from './random';

/** Somebody has typed the code of an address, which may be theirs from then on. */
interface Typed {
  readonly person: number;
  readonly address: string;
  readonly at: number;
}

/** Somebody who had proved an address when nothing went wrong yet, and has left it so since. */
interface Settled {
  readonly mode: 'fallback' | 'both';
  /** From when on it counts. */
  readonly since: number;
}

/** What the people of a chaos run do about their email addresses, and read there. */
export class Mailboxes {
  /** The people who have told the bot an address, which is the one that `addressOf` gives. */
  readonly named = new Set<number>();
  readonly typed: Typed[] = [];
  readonly settled = new Map<number, Settled>();
  /** How many of the mails they have looked through, and the newest code of each address that nobody has typed. */
  private seen = 0;
  private readonly codes = new Map<string, string>();

  constructor(
    readonly post: Post,
    private readonly random: Random,
  ) {}

  addressOf({ id }: { readonly id: number }): string {
    return `client${id}@mail.example`;
  }

  /** Whether something may reach them by mail. */
  has({ id }: Person): boolean {
    return this.typed.some(({ person }) => person === id);
  }

  /** What somebody writes who names their address. */
  name(person: Person): string {
    this.named.add(person.id);
    return `/email ${this.addressOf(person)}`;
  }

  /** The code that somebody has got by mail and not typed yet, which they type now; null: there is none. */
  codeFor(person: Person): string | null {
    this.look();
    const address = this.addressOf(person);
    const code = this.codes.get(address) ?? null;
    if (code === null) return null;
    this.codes.delete(address);
    this.typed.push({ person: person.id, address, at: Date.now() });
    return code;
  }

  /** The same as soon as it is there, if it comes within so many milliseconds. */
  async awaitCode(person: Person, within: number): Promise<string | null> {
    const deadline = performance.now() + within;
    for (;;) {
      const code = this.codeFor(person);
      if (code !== null || performance.now() > deadline) return code;
      await wait(10);
    }
  }

  /** What somebody writes about their address now; null: nothing. Who has settled it leaves it so. */
  somethingFrom(person: Person): string | null {
    if (this.settled.has(person.id)) return null;
    const code = this.random.chance(0.9) ? this.codeFor(person) : null;
    if (code !== null) return code;
    switch (this.random.weighted({ name: 50, both: 25, on: 8, off: 8, look: 8 })) {
      case 'name':
        return this.name(person);
      case 'both':
        return '/email both';
      case 'on':
        return '/email on';
      case 'off':
        return '/email off';
      case 'look':
        return '/email';
    }
  }

  private look(): void {
    const { delivered } = this.post;
    for (const { to, text, subject } of delivered.slice(this.seen)) {
      const code = subject.includes('#') ? undefined : /\b\d{6}\b/.exec(text)?.[0];
      if (code !== undefined) this.codes.set(to, code);
    }
    this.seen = delivered.length;
  }
}
