import type { TelegramDouble } from '../telegram-double/double';
import type { Person } from '../telegram-double/people';

const names = [
  ...['Ada', 'Bruno', 'Chiara', 'Daan', 'Elif', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas'],
  ...['Karin', 'Luca', 'Maja', 'Nils', 'Olga', 'Pavel', 'Quinn', 'Rosa', 'Sami', 'Tereza'],
  ...['Uwe', 'Viktor', 'Wanda', 'Xenia', 'Yusuf', 'Zoe', 'Артём', 'Дарья', 'Егор', 'Жанна'],
  ...['Илья', 'Ксения', 'Лев', 'Марина', 'Никита', 'Полина', 'Роман', 'Софья', 'Тимур', 'Юлия'],
];
const wishes = [
  'I grow tomatoes and would love to join.',
  'A neighbour told me about you.',
  'I have seeds to swap.',
  'I’ve just moved to your street.',
];
const firstId = 7_000_001_000;
/** The people of five bursts: the sandbox isn't for benchmarks. */
const most = 5 * names.length;

/** People who come by the dozen and have no phone on the page. */
export class Crowd {
  readonly people: Person[] = [];

  constructor(private readonly double: TelegramDouble) {}

  get isFull(): boolean {
    return this.people.length >= most;
  }

  /** Forty new people request access at the same moment. */
  askAtOnce(): void {
    const come = names.map((first_name, index) => {
      const id = firstId + this.people.length + index;
      return this.double.person({ id, first_name, language_code: /^[A-Z]/.test(first_name) ? 'en' : 'ru' });
    });
    this.people.push(...come);
    for (const [index, person] of come.entries()) person.write(`/request ${wishes[index % wishes.length] ?? ''}`);
  }
}
