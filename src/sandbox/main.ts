import { Command, InvalidArgumentError } from 'commander';
import { pageFiles } from './page-files';
import { Sandbox } from './sandbox';
import { Web } from './web';

/** Where the page is, if nothing else is there. */
const usualPort = 8787;

interface Options {
  readonly port?: number;
  readonly group?: boolean;
}

const program = new Command('npm run sandbox --')
  .description(
    'The bot to try out, without Telegram: the real daemon with a Bot API of its own, an empty database in a temporary ' +
      'folder, and a page with the phones of two clients and two admins. Nothing of it is kept.',
  )
  .option('--group', 'the cards go to a group of the admins, as with ADMIN_CHAT_ID')
  .option('--port <number>', `where the page is; without it ${usualPort}, or a free one if that is taken`, parsePort)
  .action(run);

/** Runs the sandbox until it is told to end. */
async function run({ port, group = false }: Options): Promise<void> {
  const files = pageFiles();
  // Before there is a folder that has to be taken away.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0));
  const sandbox = new Sandbox({ withGroup: group });
  // Whatever ends this process, also an error that nobody expected.
  process.on('exit', () => sandbox.abandon());
  await sandbox.begin();
  const web = new Web(sandbox, files, (error) => process.stderr.write(`An action failed: ${explain(error)}\n`));
  await listen(web, port);
  process.stdout.write(
    `This is a sandbox: nothing of it reaches Telegram, and nothing is kept.\n\n    ${web.address}\n\nCtrl-C ends it.\n`,
  );
}

/** The port that was asked for and no other; or else the usual one, or a free one. */
async function listen(web: Web, port: number | undefined): Promise<void> {
  try {
    await web.listen(port ?? usualPort);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    if (port !== undefined)
      throw new Error(`Port ${port} is taken. Give --port another, or leave it out.`, { cause: error });
    await web.listen(0);
  }
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535; 0 is any free one.');
}

const explain = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
