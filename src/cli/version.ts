import type { Command } from 'commander';
import type { ProcessContext } from '../process/context';
import { readVersion } from '../process/version';

/** `version`: the versions that a bug report needs. */
export function addVersion(program: Command, { stdout }: ProcessContext): void {
  program
    .command('version')
    .description('print the versions of the bot, Node and the operating system')
    .addHelpText('after', `\nExamples:\n  node dist/main.js version`)
    .action(() => {
      const { version: node, platform, arch } = process;
      stdout.write(`sosekni-bot ${readVersion()}\nNode ${node} on ${platform} ${arch}\n`);
    });
}
