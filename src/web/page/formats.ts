import { dateLocaleOf, localeOf } from '../../i18n/writing.js';

/** Numbers, times and names as one language writes them. Times are in the browser's own zone. */
export class Formats {
  private readonly clock: Intl.DateTimeFormat;
  private readonly thisYear: Intl.DateTimeFormat;
  private readonly anyYear: Intl.DateTimeFormat;
  private readonly whole: Intl.DateTimeFormat;
  private readonly dayOnly: Intl.DateTimeFormat;
  private readonly weekday: Intl.DateTimeFormat;
  private readonly counts: Intl.NumberFormat;
  private readonly locale: string;
  private readonly units = new Map<string, Intl.NumberFormat>();

  constructor(
    language: string,
    private readonly now: () => number,
  ) {
    this.locale = localeOf(language);
    const made = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(dateLocaleOf(language), { hourCycle: 'h23', ...options });
    const hour = { hour: '2-digit', minute: '2-digit' } as const;
    this.clock = made(hour);
    this.thisYear = made({ day: 'numeric', month: 'short', ...hour });
    this.anyYear = made({ day: 'numeric', month: 'short', year: 'numeric', ...hour });
    this.whole = made({ dateStyle: 'full', timeStyle: 'long' });
    this.dayOnly = made({ day: 'numeric', month: 'short' });
    this.weekday = made({ weekday: 'short', day: 'numeric', month: 'short' });
    this.counts = new Intl.NumberFormat(this.locale);
  }

  count(value: number): string {
    return this.counts.format(value);
  }

  /** 14:05 today, otherwise 30 Nov, 14:05; with the year if it isn't this one. */
  moment(instant: number): string {
    const [date, today] = [new Date(instant), new Date(this.now())];
    if (date.toDateString() === today.toDateString()) return this.clock.format(instant);
    return (date.getFullYear() === today.getFullYear() ? this.thisYear : this.anyYear).format(instant);
  }

  /** Everything about an instant: for who asks. */
  exactly(instant: number): string {
    return this.whole.format(instant);
  }

  /** 30 Nov; of a date, wherever it was. */
  day(isoDate: string): string {
    return this.dayOnly.format(new Date(`${isoDate}T12:00`));
  }

  /** Mon, 30 Nov */
  dayOf(instant: number): string {
    return this.weekday.format(instant);
  }

  /** A duration in words, with its two largest units, of which only whole ones count: 2 days 3 hours. */
  length(ms: number): string {
    const minutes = Math.max(0, Math.floor(ms / minute));
    if (minutes < 60) return this.unit(minutes, 'minute', 'long');
    if (minutes < 48 * 60) return this.both(minutes, 60, 'hour', 'minute');
    return this.both(Math.floor(minutes / 60), 24, 'day', 'hour');
  }

  /** What is left of a time, to the nearest unit: just under seven days are 7 d. */
  left(ms: number): string {
    const minutes = Math.max(0, Math.ceil(ms / minute));
    if (minutes < 60) return this.unit(minutes, 'minute', 'short');
    if (minutes < 48 * 60) return this.unit(Math.round(minutes / 60), 'hour', 'short');
    return this.unit(Math.round(minutes / 1440), 'day', 'short');
  }

  /** A duration in as little as possible: 3 h, 12 d. As `length`, it counts whole units. */
  short(ms: number): string {
    const minutes = Math.max(0, Math.floor(ms / minute));
    if (minutes < 60) return this.unit(minutes, 'minute', 'short');
    if (minutes < 48 * 60) return this.unit(Math.floor(minutes / 60), 'hour', 'short');
    return this.unit(Math.floor(minutes / 1440), 'day', 'short');
  }

  private both(small: number, perLarge: number, large: Unit, smaller: Unit): string {
    const rest = small % perLarge;
    const words = this.unit(Math.floor(small / perLarge), large, 'long');
    return rest === 0 ? words : `${words} ${this.unit(rest, smaller, 'long')}`;
  }

  private unit(value: number, unit: Unit, unitDisplay: 'long' | 'short'): string {
    const name = `${unit} ${unitDisplay}`;
    const format = this.units.get(name) ?? new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay });
    this.units.set(name, format);
    return format.format(value);
  }
}

type Unit = 'minute' | 'hour' | 'day';
const minute = 60_000;

/** A name on one line that keeps its writing direction to itself; a dash if nothing of it can be seen. */
export function nameOf(name: string): string {
  const plain = name
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u2800\u{1D159}]*$/u.test(plain) ? '–' : plain;
}

/** The same inside a sentence: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates */
export const isolated = (name: string): string => `\u2068${nameOf(name)}\u2069`;
