import { loadConfigFromFiles } from '../config/load';
import { publicValuesOf, secretsOf } from '../config/secrets';
import { exitCodes, Failure } from '../failure';
import { createLog } from '../observability/log';
import type { ProcessContext } from '../process/context';

/** Writes an unexpected error to stderr in the log's format: with its causes, and without the secrets of the settings. */
export function reportBug(error: unknown, context: Pick<ProcessContext, 'env' | 'home' | 'isTty' | 'stderr'>): Failure {
  const loaded = loadConfigFromFiles(context);
  const secrets = loaded.ok ? secretsOf(loaded.config) : [];
  const publicValues = loaded.ok ? publicValuesOf(loaded.config) : [];
  createLog({ level: 'error', format: 'pretty', secrets, publicValues, out: context.stderr }).error(
    'the program failed',
    {
      error,
    },
  );
  return new Failure(exitCodes.failed, '');
}
