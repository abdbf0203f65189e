import { bucketOf } from '../../backup/restore';
import { readStatus } from '../../backup/status';
import type { Config } from '../../config/config';
import { snapshotsOf } from '../../store/dialects';
import type { ProcessContext } from '../../process/context';
import { settingsOf } from '../backup';
import { ok, open, wrong, type Check, type Finding } from './finding';
import { firstThatExists, isFolder, mayWrite } from './machine';

/** Checks that backups are possible with these settings. Makes none. */
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
        return wrong(`this user can't write to ${first}. Grant the permission, or set BACKUP_DIR.`);
      }
      if (!isFolder(first))
        return wrong(`${first} is no folder, so no backup can be kept in ${folder}. Set BACKUP_DIR.`);
      const { lastBackup } = readStatus(folder, clock.now());
      const newest = lastBackup === null ? 'there is no backup yet' : `the newest is from ${iso(lastBackup.at)}`;
      if (schedule === null && lastBackup === null) {
        return open(`BACKUP_SCHEDULE is off and ${newest} in ${folder}; make sure that something else makes backups`);
      }
      await snapshotsOf(config.database, env).requirePrograms();
      if (bucket !== null) await bucketOf(settingsOf(config), signal).names();
      return ok(`${folder} is writable${bucket === null ? '' : ' and the bucket answers'}; ${newest}`);
    },
  };
}

const iso = (at: number): string => new Date(at).toISOString();
