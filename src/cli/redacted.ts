import type { Config } from '../config/config';
import { saidOf, secretsOf } from '../config/secrets';
import { redactor } from '../observability/redact';

/** Words that a server or a program chose, without the secrets of the settings. */
export const redacted = (text: string, config: Config): string => redactor(secretsOf(config), saidOf(config))(text);
