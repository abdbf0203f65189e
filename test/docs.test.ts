import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { chatId, requestId, telegramId } from '../src/lifecycle/ids';
import { createLog } from '../src/observability/log';

const docs = path.join(__dirname, '..', 'docs');

/** Every field that the log can write, by an event that has them all; labels by their prefix. */
function fieldsWritten(): ReadonlySet<string> {
  let written = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString();
      done();
    },
  });
  createLog({ level: 'debug', format: 'json', secrets: [], out }).debug('all', {
    action: 'all',
    updateId: 1,
    requestId: requestId(2),
    chatId: chatId(3),
    telegramId: telegramId(4),
    error: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    took: 5,
    text: 'please',
    details: { updates: 6 },
  });
  // The boundary to JSON.
  const event = JSON.parse(written) as Readonly<Record<string, unknown>>;
  return new Set(Object.keys(event).map((name) => name.replace(/^labels\..*/, 'labels.*')));
}

const asDocumented = (field: string): string => field.replace(/^labels\..*/, 'labels.*');

test('the docs list the same fields as the log has', () => {
  const text = readFileSync(path.join(docs, 'logs.md'), 'utf8');
  const table = text.slice(text.search(/^\| Field +\|/m)).split('\n\n', 1)[0] ?? '';
  const named = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)]);
  expect(new Set(named.map(([, name]) => name))).toEqual(fieldsWritten());
});

test('the docs list each action of the log', () => {
  const source = path.join(docs, '..', 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/^(sandbox|telegram-double)/.test(name),
  );
  const actions = files.flatMap((name) =>
    [...readFileSync(path.join(source, name), 'utf8').matchAll(/\baction: '(\w+)'/g)].map(([, action]) => action),
  );
  expect(actions.length).toBeGreaterThan(10);
  const text = readFileSync(path.join(docs, 'logs.md'), 'utf8');
  for (const action of actions) expect(text).toContain(`\`${action}\``);
});

test('no setting that the docs show has a comment at its end, which systemd would take for a part of it', () => {
  const root = path.join(docs, '..');
  const shown = readdirSync(docs).filter((name) => name.endsWith('.md'));
  for (const page of ['README.md', '.env.example', ...shown.map((name) => path.join('docs', name))]) {
    const commented = readFileSync(path.join(root, page), 'utf8').match(/^[# ]*[A-Z][A-Z0-9_]+=\S.*[ \t]#.*$/gm) ?? [];
    expect([page, commented]).toEqual([page, []]);
  }
});

describe('every link between pages', () => {
  const root = path.join(__dirname, '..');
  const pages = [
    ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
    ...readdirSync(docs)
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
  ];
  /** As GitHub makes them of headings. */
  const anchors = (text: string): readonly string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  test.each(pages)('in %s leads somewhere', (page) => {
    const text = readFileSync(path.join(root, page), 'utf8').replace(/^( *)```[^]*?^\1```$/gm, '');
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
    for (const target of targets.filter((each) => !/^https?:/.test(each))) {
      const [file = '', anchor] = target.split('#');
      const place = file === '' ? page : path.join(path.dirname(page), file);
      expect([target, existsSync(path.join(root, place))]).toEqual([target, true]);
      if (anchor !== undefined)
        expect([target, ...anchors(readFileSync(path.join(root, place), 'utf8'))]).toContain(anchor);
    }
  });
});

test('the sandbox page lists exactly the parts there are', () => {
  const text = readFileSync(path.join(docs, 'sandbox.md'), 'utf8');
  const table = text.slice(text.search(/^\| Part +\|/m)).split('\n\n', 1)[0] ?? '';
  const named = table.split('\n').flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+?)\/?`/g)]);
  const parts = ['telegram-double', 'sandbox'].flatMap((room) => readdirSync(path.join(__dirname, '..', 'src', room)));
  expect(named.map(([, name]) => name).sort()).toEqual(parts.sort());
});

describe('the saved objects for Kibana', () => {
  interface SavedObject {
    readonly type: string;
    readonly id: string;
    readonly attributes: {
      readonly title: string;
      readonly timeFieldName?: string;
      readonly columns?: readonly string[];
      readonly sort?: readonly (readonly [string, string])[];
      readonly kibanaSavedObjectMeta?: { readonly searchSourceJSON: string };
    };
    readonly references: readonly { readonly type: string; readonly id: string; readonly name: string }[];
  }
  const lines = readFileSync(path.join(docs, 'monitoring', 'kibana.ndjson'), 'utf8')
    .split('\n')
    .slice(0, -1);
  // The boundary to JSON: a line that is none fails here, and what is read of it below.
  const objects = lines.map((line) => JSON.parse(line) as SavedObject);
  const searches = objects.filter(({ type }) => type === 'search');

  test('are a data view and the searches for errors, decisions and slow updates', () => {
    expect(objects.map(({ type, id }) => `${type} ${id}`)).toEqual([
      'index-pattern sosekni-bot',
      'search sosekni-bot-errors',
      'search sosekni-bot-decisions',
      'search sosekni-bot-slow-updates',
    ]);
    for (const { references } of searches)
      expect(references).toEqual([
        { name: 'kibanaSavedObjectMeta.searchSourceJSON.index', type: 'index-pattern', id: 'sosekni-bot' },
      ]);
  });

  test('only use fields that the log has', () => {
    const queries = searches.map(({ attributes }) => {
      const source = JSON.parse(attributes.kibanaSavedObjectMeta?.searchSourceJSON ?? '') as {
        readonly query: { readonly query: string };
      };
      return source.query.query;
    });
    const asked = queries.flatMap((query) =>
      [...query.matchAll(/([\w.@]+)(?::| [<>])/g)].map(([, field]) => field ?? ''),
    );
    expect(asked).toEqual(expect.arrayContaining(['log.level', 'event.action', 'event.duration']));
    const shown = objects.flatMap(({ attributes: { columns = [], sort = [], timeFieldName } }) => [
      ...columns,
      ...sort.map(([field]) => field),
      ...(timeFieldName === undefined ? [] : [timeFieldName]),
    ]);
    const written = fieldsWritten();
    expect([...asked, ...shown].filter((field) => !written.has(asDocumented(field)))).toEqual([]);
  });

  test('use the index that the described collector writes to', () => {
    const filebeat = readFileSync(path.join(docs, 'monitoring', 'filebeat.yml'), 'utf8');
    const [view] = objects;
    const index = /^ {2}index: (\S+)%/m.exec(filebeat)?.[1] ?? '';
    expect(view?.attributes.title).toBe(`${index}*`);
    expect(filebeat).toMatch(/^# Not run where it was written/);
  });
});
