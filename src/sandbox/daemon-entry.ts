import { systemClock } from '../process/clock';
import { main } from '../main';

/**
 * The real daemon on the sandbox's clock: `AHEAD`, the first argument, is how many milliseconds that is ahead of the
 * machine's, and each message of the channel is a new value. The folder it runs in is its home, so that the `.env` of the
 * checkout is never read. It ends with whoever started it.
 */
function runForSandbox(): void {
  if (process.send === undefined) {
    process.stderr.write(
      'This is the sandbox’s way to start the bot. Use npm run sandbox, or npm start for the real one.\n',
    );
    process.exit(64);
  }
  const machine = systemClock();
  let ahead = Number(process.argv[2]);
  process.on('message', (message) => (ahead = Number(message)));
  process.on('disconnect', () => process.exit(1));
  // Only the wall clock jumps: to the bot it is a clock that was put forward, not a week in which it was deaf.
  const clock = { now: () => machine.now() + ahead, monotonic: () => machine.monotonic() };
  void main({ clock, home: process.cwd(), args: [] });
}

runForSandbox();
