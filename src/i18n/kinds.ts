/** The kind of a variable, which decides its format. */
export type Kind = keyof Values;

export interface Values {
  /** A count: selects plural forms; formatted with the language's grouping. */
  count: number;
  /** A number used as a name: digits only. */
  id: number;
  /** Epoch milliseconds: formatted as date, time and zone. */
  instant: number;
  /** Epoch milliseconds: formatted as the day and the day of the week. */
  day: number;
  /** Milliseconds: formatted in words. */
  duration: number;
  /** A person's text, or a program's. */
  text: string;
  /** A piece of a link or of what somebody types or copies: nothing may be added to it. */
  verbatim: string;
  /** A person's name, isolated in its writing direction. */
  name: string;
  /** The same of several, as a list. */
  names: readonly string[];
}

/** Sentences by name, each with the kinds of its variables. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, Kind>>>>;
