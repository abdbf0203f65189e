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

/** The built page. */
export const builtPage = join(__dirname, '..', '..', 'dist', 'sandbox', 'page');

/**
 * The page's files by URL path, read once: a path is only looked up, never used as a file path. Throws if the page hasn't been
 * built.
 */
export function pageFiles(folder = builtPage): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(entry)];
    if (type === undefined) continue;
    files.set(`/${entry.replaceAll('\\', '/')}`, { type, body: readFileSync(join(folder, entry)) });
  }
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`${folder} has no index.html: build first (npm run build)`);
  return files.set('/', index);
}
