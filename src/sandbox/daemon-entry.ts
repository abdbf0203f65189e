import { systemClock } from '../process/clock';
import { main } from '../main';

/**
 * The real daemon on the sandbox's clock. The first argument, `AHEAD`, says how many milliseconds the clock is ahead of the
 * machine's; each message on the channel sets a new value. The working folder is its home, so the checkout's `.env` is never
 * read. It ends with its parent process.
 */
function runForSandbox(): void {
  if (process.send === undefined) {
    process.stderr.write(
      'The sandbox starts the bot with this file. Use npm run sandbox, or npm start for the real bot.\n',
    );
    process.exit(64);
  }
  const machine = systemClock();
  let ahead = Number(process.argv[2]);
  process.on('message', (message) => (ahead = Number(message)));
  process.on('disconnect', () => process.exit(1));
  // Only the wall clock jumps: the bot sees a clock that was set forward, not a week without polls.
  const clock = { now: () => machine.now() + ahead, monotonic: () => machine.monotonic() };
  void main({ clock, home: process.cwd(), args: [] });
}

runForSandbox();
