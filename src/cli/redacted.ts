import type { Config } from '../config/config';
import { publicValuesOf, secretsOf } from '../config/secrets';
import { redactor } from '../observability/redact';

/** Text from a server or a program, with the secrets of the settings removed. */
export const redacted = (text: string, config: Config): string =>
  redactor(secretsOf(config), publicValuesOf(config))(text);
