import type { Command } from 'commander';
import type { ProcessContext } from '../process/context';
import { readVersion } from '../process/version';

/** `version`: which program this is, for a person who reports or looks for an error. */
export function addVersion(program: Command, { stdout }: ProcessContext): void {
  program
    .command('version')
    .description('print the version of the bot, of Node and of the machine')
    .addHelpText('after', `\nExamples:\n  node dist/main.js version`)
    .action(() => {
      const { version: node, platform, arch } = process;
      stdout.write(`sosekni-bot ${readVersion()}\nNode ${node} on ${platform} ${arch}\n`);
    });
}
