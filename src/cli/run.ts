import type { Command } from 'commander';

/** `run`: the daemon. */
export function addRun(program: Command, daemon: () => Promise<void>): void {
  program
    .command('run')
    .description('run the daemon until it is stopped (what happens without a command)')
    .addHelpText(
      'after',
      `
Takes updates from Telegram and sends what is owed until SIGTERM, SIGHUP or Ctrl-C, then finishes within 10 s.
The log goes to stdout.

Examples:
  node dist/main.js run
  LOG_LEVEL=debug node dist/main.js run`,
    )
    .action(daemon);
}
