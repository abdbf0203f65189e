import type * as fluent from '@fluent/bundle' with { 'resolution-mode': 'import' };

// The package has its types beside its ES modules only, so TypeScript won't have it required, though it can be.
// eslint-disable-next-line no-restricted-syntax
export const { FluentBundle, FluentResource } = require('@fluent/bundle') as typeof fluent;
export type FluentBundle = fluent.FluentBundle;
export type FluentResource = fluent.FluentResource;
export type FluentVariable = fluent.FluentVariable;
/** The words of a sentence with places for its variables. */
export type Pattern = NonNullable<fluent.Message['value']>;
