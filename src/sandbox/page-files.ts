import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const built = join(__dirname, '..', '..', 'dist');

/**
 * The page's files by URL path, read once: a path is only looked up, never used as a file path. What it shares with other pages is
 * under /page/, where its modules find it: a browser takes the `../..` of their imports no further than the root. Throws if the
 * page hasn't been built.
 */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const page = join(built, 'sandbox', 'page');
  const files = new Map([...filesIn(page, '/'), ...filesIn(join(built, 'page'), '/page/')]);
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`${page} has no index.html: build first (npm run build)`);
  return files.set('/', index);
}

function* filesIn(folder: string, at: string): Generator<[path: string, file: PageFile]> {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(entry)];
    if (type === undefined) continue;
    yield [`${at}${entry.replaceAll('\\', '/')}`, { type, body: readFileSync(join(folder, entry)) }];
  }
}
