import type { BackupEnd } from '../../src/backup/process';
import type { BackupStatus } from '../../src/backup/status';
import type { BackupsSeen } from '../../src/observability/meter';
import { BackupWatch, type BackupJob, type BackupsPorts } from '../../src/scheduler/backups';
import { TestApp } from '../requests/app';
import { describeSqlite } from '../store/engines';

const minute = 60_000;
const made: BackupEnd = { end: 'made', said: '' };
/** In the time zone of the process, as the schedule is. */
const at = (day: number, hour: number, min: number) => new Date(2026, 2, day, hour, min).getTime();
const backup = (when: number) => ({ at: when, bytes: 1 });

describeSqlite('the watch over backups, due at 3:17 each night', (engine) => {
  let app: TestApp;
  let watch: BackupWatch;
  let status: BackupStatus;
  let end: BackupEnd;
  /** What the job that runs leaves in the folder. */
  let left: Partial<BackupStatus>;
  let done: BackupJob[];
  let seen: BackupsSeen | null;

  beforeEach(async () => {
    app = await TestApp.open(engine);
    status = {
      ...{ lastBackup: backup(at(1, 3, 17)), lastFailure: null, unsent: null, lastDrill: null },
      isListUnsent: false,
    };
    end = made;
    left = {};
    done = [];
    seen = null;
    watch = watchOf('17 3 * * *');
  });
  afterEach(() => watch.stop());

  const watchOf = (schedule: string | null, ending = (): Promise<BackupEnd> => Promise.resolve(end)): BackupWatch =>
    new BackupWatch({
      ...app.context,
      schedule,
      maxAge: null,
      status: () => status,
      backUp: (job) => {
        done.push(job);
        status = { ...status, ...left };
        return ending();
      },
      meter: { backupsSeen: (backups) => (seen = backups) },
    } satisfies BackupsPorts);

  /** What is done by a look at that time. */
  async function lookAt(now: number): Promise<readonly BackupJob[]> {
    app.now = now;
    done.length = 0;
    await watch.look();
    return [...done];
  }

  test('are made on schedule and not before', async () => {
    expect(await lookAt(at(2, 3, 16))).toEqual([]);
    expect(await lookAt(at(2, 3, 17))).toEqual(['make']);
    status = { ...status, lastBackup: backup(at(2, 3, 17)) };
    expect(await lookAt(at(2, 3, 18))).toEqual([]);
  });

  test('missed while the daemon was down, or never made, are made on start', async () => {
    expect(await lookAt(at(5, 12, 0))).toEqual(['make']);
    status = { ...status, lastBackup: null };
    expect(await lookAt(at(6, 12, 0))).toEqual(['make']);
  });

  test('that failed are retried after 15 minutes', async () => {
    status = { ...status, lastFailure: at(2, 3, 17) };
    expect(await lookAt(at(2, 3, 31))).toEqual([]);
    expect(await lookAt(at(2, 3, 32))).toEqual(['make']);
  });

  test('missing from the bucket are uploaded after 15 minutes, without another copy that would fill the disk', async () => {
    status = { ...status, lastBackup: backup(at(2, 3, 17)), unsent: at(2, 3, 18) };
    expect(await lookAt(at(2, 3, 32))).toEqual([]);
    expect(seen).toMatchObject({ failing: true });
    expect(await lookAt(at(2, 3, 33))).toEqual(['send']);
    expect(await lookAt(at(2, 3, 40))).toEqual([]);
    status = { ...status, unsent: at(2, 3, 33) };
    expect(await lookAt(at(2, 3, 48))).toEqual(['send']);
    expect(await lookAt(at(3, 3, 17))).toEqual(['make']);
  });

  test.each(['17 3 * * *', null])(
    'send the list at the next look once somebody was forgotten, with the schedule %s, and again after 15 minutes if that fails',
    async (schedule) => {
      watch = watchOf(schedule);
      status = { ...status, lastBackup: backup(at(2, 3, 17)), isListUnsent: true };
      expect(await lookAt(at(2, 5, 0))).toEqual(['send']);
      status = { ...status, isListUnsent: false };
      expect(await lookAt(at(2, 5, 1))).toEqual([]);
      status = { ...status, isListUnsent: true };
      end = { end: 'failed', said: 'the bucket is away' };
      left = { unsent: at(2, 5, 2) };
      expect(await lookAt(at(2, 5, 2))).toEqual(['send']);
      expect(await lookAt(at(2, 5, 16))).toEqual([]);
      end = made;
      expect(await lookAt(at(2, 5, 17))).toEqual(['send']);
    },
  );

  test('do not wait for the next night because a drill was running at 3:17', async () => {
    end = { end: 'held' };
    expect(await lookAt(at(2, 3, 17))).toEqual(['make']);
    end = made;
    expect(await lookAt(at(2, 3, 18))).toEqual(['make']);
  });

  test('whose failure could not be recorded are retried all the same', async () => {
    end = { end: 'failed', said: 'the disk is full' };
    expect(await lookAt(at(2, 3, 17))).toEqual(['make']);
    expect(seen).toMatchObject({ failing: true });
    expect(await lookAt(at(2, 3, 17) + minute)).toEqual([]);
    end = made;
    expect(await lookAt(at(2, 3, 32))).toEqual(['make']);
    status = { ...status, lastBackup: backup(at(2, 3, 32)) };
    await lookAt(at(2, 3, 33));
    expect(seen).toMatchObject({ failing: false, maxAge: 2 * 24 * 60 * minute });
  });

  test('are missed also while one is being made that never ends, and none is begun beside it', async () => {
    let ends = (_: BackupEnd): void => {};
    watch = watchOf('17 3 * * *', () => new Promise((resolve) => (ends = resolve)));
    app.now = at(2, 3, 17);
    const first = watch.look();
    expect(await lookAt(at(3, 3, 17))).toEqual([]);
    expect(app.told()).toEqual([]);
    expect(await lookAt(at(3, 3, 18))).toEqual([]);
    expect(app.told()).toEqual(['backup_missing', 'backup_missing']);
    ends(made);
    await first;
  });

  test('are not delayed by attempts made while the clock was ahead', async () => {
    expect(await lookAt(at(20, 3, 17))).toEqual(['make']);
    expect(await lookAt(at(2, 3, 16))).toEqual([]);
    expect(await lookAt(at(2, 3, 17))).toEqual(['make']);
  });
});
