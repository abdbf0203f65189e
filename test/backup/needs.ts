import { spawnSync } from 'node:child_process';

/** `describe`, where all of these programs are there; it skips with a line that names the missing one, and fails in CI. */
export function describeWith(programs: readonly string[]): (name: string, suite: () => void) => void {
  const missing = programs.filter((name) => spawnSync(name, ['--version']).error !== undefined);
  if (missing.length === 0) return describe;
  const said = `${missing.join(', ')} not on this machine`;
  if (process.env['CI'] === 'true') throw new Error(`${said}: these tests have to run in CI.`);
  process.stderr.write(`${said}: the tests that need it are skipped.\n`);
  return describe.skip;
}
