import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

test('V8 does not optimize WebAssembly in the background once there is a client', async () => {
  const program = join(__dirname, 'busy-wasm.cjs');
  const compiler = async (...args: readonly string[]) =>
    (await promisify(execFile)(process.execPath, ['--allow-natives-syntax', program, ...args])).stdout;
  expect(await compiler()).toBe('TurboFan');
  expect(await compiler(join(__dirname, '..', '..', '..', 'dist', 'channels', 'telegram', 'http-client.js'))).toBe(
    'Liftoff',
  );
});
