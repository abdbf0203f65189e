import { spawnSync } from 'node:child_process';

/** Debian's package of a program that a test needs. */
const packages = { promtool: 'prometheus', prometheus: 'prometheus' } as const;
export type Program = keyof typeof packages;

/**
 * `test` where the program is on this machine. Where it is not, the test is skipped, with a line that says so; in CI, which
 * has to install it, it fails.
 */
export function testWith(program: Program): jest.It {
  const { error } = spawnSync(program, ['--version']);
  if (error === undefined) return test;
  const missing = `${program} is not on this machine: install Debian's ${packages[program]}`;
  if (process.env['CI'] === 'true') throw new Error(missing);
  process.stderr.write(`${missing}; what needs it was not tested.\n`);
  return test.skip;
}

/** Runs a program to its end; gives its exit code, and all that it wrote. */
export function run(
  program: Program,
  args: readonly string[],
  input = '',
): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input });
  return { code: status, said: stdout + stderr };
}
