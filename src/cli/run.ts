import type { Command } from 'commander';

/** `run`: the daemon. */
export function addRun(program: Command, daemon: () => Promise<void>): void {
  program
    .command('run')
    .description('run the daemon until it is stopped (the default command)')
    .addHelpText(
      'after',
      `
Takes updates from Telegram and sends messages until SIGTERM, SIGQUIT, SIGHUP or Ctrl-C, then stops within 10 s.
Messages not sent by then go out at the next start. The log goes to stdout.

Examples:
  node dist/main.js run
  LOG_LEVEL=debug node dist/main.js run`,
    )
    .action(daemon);
}
