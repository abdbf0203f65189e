import { secretsOf, type Config } from '../config';

/** Words that a server or a program chose, without the secrets of the settings. */
export const redacted = (text: string, config: Config): string =>
  secretsOf(config).reduce((said, secret) => said.replaceAll(secret, '[redacted]'), text);
