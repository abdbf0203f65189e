import type * as fluent from '@fluent/bundle' with { 'resolution-mode': 'import' };

// The package has types for its ES modules only, so TypeScript refuses to require it, although Node can.
// eslint-disable-next-line no-restricted-syntax -- see above
export const { FluentBundle, FluentResource } = require('@fluent/bundle') as typeof fluent;
export type FluentBundle = fluent.FluentBundle;
export type FluentResource = fluent.FluentResource;
export type FluentVariable = fluent.FluentVariable;
export type Message = fluent.Message;
export type Term = NonNullable<ReturnType<fluent.FluentBundle['_terms']['get']>>;
/** A sentence's text with placeables. */
export type Pattern = NonNullable<fluent.Message['value']>;
