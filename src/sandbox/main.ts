import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { exitCodes } from '../failure';
import { pageFiles } from './page-files';
import { Sandbox } from './sandbox';
import { Web } from './web';

/** The port of the page, unless it is taken. */
const usualPort = 8787;

interface Options {
  readonly port?: number;
  readonly group?: boolean;
}

const program = new Command('npm run sandbox --')
  .description(
    'Try out the bot without Telegram: the real daemon with a Bot API of its own, an empty database in a temporary ' +
      'folder, and a page with the phones of two clients and two admins. Nothing is kept.',
  )
  .option('--group', 'send the cards to one group of the admins, as with ADMIN_CHAT_ID')
  .option('--port <number>', `the port of the page (default: ${usualPort}, or a free one if that is taken)`, parsePort)
  .action(run);

/** Runs the sandbox until the process is asked to end. */
async function run({ port, group = false }: Options): Promise<void> {
  const files = pageFiles();
  // Set before there is a folder to remove.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  const sandbox = new Sandbox({ withGroup: group });
  // However this process ends, even by an unexpected error.
  process.on('exit', () => sandbox.abandon());
  await sandbox.begin();
  const web = new Web(sandbox, files, (error) => process.stderr.write(`An action failed: ${explain(error)}\n`));
  await listen(web, port);
  sandbox.isServedAt(web.address);
  if (!sandbox.hasMail) {
    process.stdout.write(
      'Nobody gets mail here: smtp-server or mailparser is missing, which npm ci without --omit=dev installs.\n',
    );
  }
  process.stdout.write(
    `This is a sandbox: nothing of it reaches Telegram, and nothing is kept.\n\n    ${web.address}\n\nCtrl-C ends it.\n`,
  );
}

/** Listens on the given port only, or else on the usual one or a free one. */
async function listen(web: Web, port: number | undefined): Promise<void> {
  try {
    await web.listen(port ?? usualPort);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (port !== undefined)
      throw new Error(`Port ${port} is taken. Choose another --port, or leave it out.`, { cause: error });
    await web.listen(0);
  }
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535; 0 means any free port.');
}

const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

program
  .exitOverride()
  .parseAsync()
  .catch((error: unknown) => {
    // The command line: commander has said what is wrong with it, or printed the help.
    if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(exitCodes.failed);
  });
