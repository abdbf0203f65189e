import { apart, dateLocaleOf, localeOf, runsLeft } from './writing';
import { isolatedName, selfContained } from './invisible';
import { escapeHtml } from './markup';
import type { Kind, Values } from './kinds';

/**
 * The formats of values in one language. Each formatter is created once, which costs more than a whole message, and only when it
 * is needed, since creating all of them would slow down the start.
 */
export type WriteValue = (kind: Kind, value: Values[Kind]) => string | number;

/** The formats of `language`; dates are in `timeZone`, or in the process's zone if that is undefined. */
export function valueWriter(language: string, timeZone: string | undefined): WriteValue {
  const locale = localeOf(language);
  const inSentence = runsLeft(language) ? apart : (value: string) => value;
  const instant = once(
    () =>
      new Intl.DateTimeFormat(dateLocaleOf(language), {
        timeZone,
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        timeZoneName: 'short',
      }),
  );
  const day = once(
    () =>
      new Intl.DateTimeFormat(dateLocaleOf(language), {
        timeZone,
        weekday: 'short',
        day: 'numeric',
        month: 'short',
      }),
  );
  const duration = once(() => durationWriter(locale));
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  return (kind, value) => {
    switch (kind) {
      case 'count':
        return Number(value);
      case 'id':
        return String(value);
      case 'instant':
        return inSentence(instant().format(Number(value)));
      case 'day':
        return inSentence(day().format(Number(value)));
      case 'duration':
        return duration()(Number(value));
      case 'text':
        return inSentence(escapeHtml(selfContained(String(value))));
      case 'verbatim':
        return escapeHtml(String(value));
      case 'name':
        return escapeHtml(isolatedName(String(value)));
      case 'names':
        return list().format(
          (Array.isArray(value) ? value : [value]).map((name) => escapeHtml(isolatedName(String(name)))),
        );
    }
  };
}

/** Calls `make` once, on the first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Formats the one or two largest units that aren't zero: "1 day 12 hours", "2 seconds", "500 milliseconds". */
function durationWriter(locale: string): (millis: number) => string {
  const unit = (name: string): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 1 });
  const milliseconds = unit('millisecond');
  const seconds = unit('second');
  const pairs = [
    { large: day, small: hour, writeLarge: unit('day'), writeSmall: unit('hour') },
    { large: hour, small: minute, writeLarge: unit('hour'), writeSmall: unit('minute') },
    { large: minute, small: second, writeLarge: unit('minute'), writeSmall: seconds },
  ];

  return (millis) => {
    const pair = pairs.find(({ large }) => millis >= large);
    if (pair === undefined) return millis < second ? milliseconds.format(millis) : seconds.format(millis / second);
    const smallUnits = Math.round(millis / pair.small);
    const perLarge = pair.large / pair.small;
    const rest = smallUnits % perLarge;
    const large = pair.writeLarge.format(Math.floor(smallUnits / perLarge));
    return rest === 0 ? large : `${large} ${pair.writeSmall.format(rest)}`;
  };
}
