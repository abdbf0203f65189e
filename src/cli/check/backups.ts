import { bucketOf } from '../../backup/restore';
import { readStatus } from '../../backup/status';
import type { Config } from '../../config/config';
import { snapshotsOf } from '../../store/dialects';
import type { ProcessContext } from '../../process/context';
import { settingsOf } from '../backup';
import { ok, open, wrong, type Check, type Finding } from './finding';
import { firstThatExists, mayWrite } from './machine';

/** Whether backups can be made as the settings say. Makes none. */
export function backupsCheck(
  config: Config,
  { clock, env, signal }: Pick<ProcessContext, 'clock' | 'env' | 'signal'>,
): Check {
  const { folder, schedule, bucket } = config.backup;
  return {
    subject: 'backups',
    async look(): Promise<Finding> {
      const first = firstThatExists(folder);
      if (!(await mayWrite(first))) {
        return wrong(`this user may not write ${first}. Give it the right to, or set BACKUP_DIR.`);
      }
      const { lastBackup } = readStatus(folder, clock.now());
      const newest = lastBackup === null ? 'there is none yet' : `the newest is of ${iso(lastBackup.at)}`;
      if (schedule === null && lastBackup === null) {
        return open(`BACKUP_SCHEDULE is off and ${newest} in ${folder}; see that something makes them`);
      }
      await snapshotsOf(config.database, env).requirePrograms();
      if (bucket !== null) await bucketOf(settingsOf(config), signal).names();
      return ok(`they can be made in ${folder}${bucket === null ? '' : ' and the bucket answers'}; ${newest}`);
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();
