import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, pathTo, testWith } from './programs';

describe('a test that needs a Debian program', () => {
  const { PATH: path, CI: ci } = process.env;
  let folder: string;
  let said: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sosekni-programs-'));
    process.env['PATH'] = folder;
    delete process.env['CI'];
    said = '';
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.env['PATH'] = path;
    if (ci === undefined) delete process.env['CI'];
    else process.env['CI'] = ci;
    rmSync(folder, { recursive: true });
  });

  test('is skipped if it is missing, with a line that names it and its package', () => {
    expect([testWith('promtool'), describeWith('chromium', 'shellcheck')]).toEqual([test.skip, describe.skip]);
    expect(said.split('\n').slice(0, 2)).toEqual([
      'promtool not on this machine: apt-get install prometheus. The tests that need it are skipped.',
      'chromium, shellcheck not on this machine: apt-get install chromium shellcheck. The tests that need it are skipped.',
    ]);
  });

  test('fails in CI if it is missing', () => {
    process.env['CI'] = 'true';
    expect(() => testWith('promtool')).toThrow('promtool not on this machine: apt-get install prometheus');
  });

  test('runs if it is there', () => {
    writeFileSync(join(folder, 'promtool'), '', { mode: 0o755 });
    process.env['CI'] = 'true';
    expect(testWith('promtool')).toBe(test);
    expect(pathTo('promtool')).toBe(join(folder, 'promtool'));
    expect(pathTo('chromium')).toBeUndefined();
  });
});
