import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { submit } from '../../src/requests/submit';
import { describeEngines } from '../store/engines';
import { apiToken, botToken, TestDesk, type Admin, type Answered } from './desk';
import { initData, openedBy } from '../sessions/opening';
import { boris } from '../requests/app';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: Schema }>> }>>;
}
type Schema = Readonly<Record<string, unknown>>;
type Method = 'get' | 'post' | 'delete';

describeEngines('the document of the API', (engine) => {
  let desk: TestDesk;
  let admin: Admin;
  let document: Document;
  let schemas: Ajv2020;
  const validators = new Map<string, ValidateFunction>();
  beforeEach(async () => {
    desk = await TestDesk.open(engine);
    for (let n = 1; n < 4; n += 1) {
      const client = await desk.app.client(n);
      await desk.app.transaction((tx) => submit(tx, client, 'submit', 'Let me in'));
    }
    admin = await desk.signIn();
    document = (await desk.ask('GET', '/openapi.json')).json as unknown as Document;
    validators.clear();
    schemas = new Ajv2020({ strict: false, allErrors: true });
    addFormats(schemas);
    schemas.addSchema({ $id: 'doc', ...document });
  });
  afterEach(() => desk.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method as Method, operation })),
    );

  /** Fails unless the answer is one that the document has. */
  function conforms(path: string, method: string, { status, headers, body }: Answered): void {
    const said = { path, method, status, body: body.slice(0, 500) };
    const responses = document.paths[path]?.[method]?.responses ?? {};
    expect({ ...said, documented: String(status) in responses }).toEqual({ ...said, documented: true });
    const content = responses[String(status)]?.content ?? {};
    const type = headers['content-type']?.split(';')[0] ?? '';
    if (status === 204 || status === 304) return expect(body).toBe('');
    expect({ ...said, type, known: type in content }).toEqual({ ...said, type, known: true });
    if (!type.includes('json') || method === 'head') return;
    const place = `doc#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method}/responses/${status}/content/${type.replaceAll('/', '~1').replaceAll('+', '%2B')}/schema`;
    const validate = validators.get(place) ?? schemas.compile({ $ref: place });
    validators.set(place, validate);
    validate(JSON.parse(body));
    expect({ ...said, errors: validate.errors }).toEqual({ ...said, errors: null });
  }

  test('is OpenAPI 3.1 and has every path of the contract', () => {
    expect(document.openapi).toBe('3.1.0');
    const known = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    for (const one of [
      ...['POST /admin/session', 'DELETE /admin/session', 'GET /admin/requests', 'GET /admin/request/{id}/details'],
      ...['decision', 'undo', 'revoke', 'reopen', 'notes'].map((what) => `POST /admin/request/{id}/${what}`),
      ...['GET /admin/people/{id}', 'GET /admin/stats', 'GET /admin/events', 'GET /admin/export.csv'],
      ...['GET /api/access', 'GET /api/access/{telegram_id}'],
    ]) {
      expect(known).toContain(one);
    }
  });

  test('is shown at /docs, without a script and without another host', async () => {
    const { status, headers, body } = await desk.ask('GET', '/docs');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(body).not.toMatch(/<script|https?:\/\/(?!desk\.example)/);
    for (const { path, method } of operations()) expect(body).toContain(`${method.toUpperCase()} ${path}`);
  });

  test('has what other methods, no session and the token of a program are answered', async () => {
    for (const { path, method, operation } of operations()) {
      const place = path.replace(/\{\w+\}/, '1');
      const here = Object.keys(document.paths[path] ?? {});
      for (const other of ['get', 'post', 'put', 'patch', 'delete', 'options'] as const) {
        if (here.includes(other)) continue;
        const wrong = await admin.ask(other.toUpperCase(), place, { json: {} });
        expect({ place, other, status: wrong.status }).toEqual({ place, other, status: 405 });
        for (const right of here) expect(wrong.headers.allow).toContain(right.toUpperCase());
      }
      const json = operation.requestBody === undefined ? {} : { json: {} };
      const isOpen = (operation.security ?? []).length === 0;
      for (const headers of [
        {},
        { authorization: 'Bearer x' },
        { authorization: 'Basic eA==' },
        { cookie: '__Host-desk=x' },
      ]) {
        const nobody = await desk.ask(method.toUpperCase(), place, {
          ...json,
          headers: headers,
        });
        conforms(path, method, nobody);
        if (!isOpen) expect({ path, method, status: nobody.status }).toEqual({ path, method, status: 401 });
      }
      if (path === '/admin/events' || isOpen) continue;
      const headers = { authorization: `Bearer ${apiToken}` };
      const program = await desk.ask(method.toUpperCase(), place, { ...json, headers });
      conforms(path, method, program);
      if (method !== 'get') expect(program.status).toBe(403);
    }
  });

  test('holds whatever is sent: never a 5xx, only documented answers, what is wrong is refused and what is right is not', async () => {
    const open = operations().filter(({ path }) => path !== '/admin/events');
    // Evenly, which neither numbers nor doubles of fast-check are: it likes what is small, and most operations would be left out.
    const evenly = fc.noBias(fc.nat(2 ** 30 - 1)).map((n) => n / 2 ** 30);
    const run = fc.record({
      which: fc.noBias(fc.nat(open.length - 1)),
      seed: fc.infiniteStream(evenly),
      junk: fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })),
      isRight: fc.noBias(fc.boolean()),
    });
    const met = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(run, async ({ which, seed, junk, isRight }) => {
        const { path, method, operation } = open[which] ?? never();
        const random = (): number => Number(seed.next().value);
        const make = (schema: Schema): unknown => sample(schema, document, random);
        const makeRight = (schema: Schema): unknown => {
          const made = make(schema);
          return schemaOf(schema, document)(made) ? made : makeRight(schema);
        };
        const params = operation.parameters ?? [];
        const body = operation.requestBody?.content['application/json']?.schema;
        // One thing is wrong, or nothing is.
        const wrongs = [
          ...params.filter(({ in: where, name }) => where !== 'header' && name !== 'q'),
          ...(body ? ['body', 'nothing'] : []),
          'unknown key',
        ];
        const wrong = isRight ? null : (wrongs[Math.floor(random() * wrongs.length)] ?? never());
        let place = path;
        const query = new URLSearchParams();
        const headers: Record<string, string> = {};
        for (const param of params) {
          if (param.required !== true && param !== wrong && random() < 0.5) continue;
          const value = param === wrong ? junkOf(param, random) : make(param.schema);
          if (param.in === 'path') place = place.replace(`{${param.name}}`, encodeURIComponent(String(value)));
          else if (param.in === 'query') for (const one of [value].flat()) query.append(param.name, String(one));
          else headers[param.name] = 'x';
        }
        if (wrong === 'unknown key') query.append('unknown_key', '1');
        // A decision about what there is, by somebody who has seen it as it is.
        if ('If-Match' in headers && random() < 0.9) {
          const id = 1 + Math.floor(random() * 3);
          if (wrong === null || typeof wrong === 'string') place = path.replace('{id}', String(id));
          headers['If-Match'] = random() < 0.6 ? await admin.etag(id) : '"1-1-0"';
        }
        const bodies: Readonly<Record<string, unknown>> = {
          body: { ...(Object(junk) as object), unknown_field: 1 },
          nothing: JSON.stringify(junk) === '{}' ? [] : junk,
        };
        const isWrongBody = typeof wrong === 'string' && wrong in bodies;
        const sent = body === undefined ? {} : { json: isWrongBody ? bodies[wrong] : makeRight(body) };
        if (isWrongBody && wrong === 'nothing' && schemaOf(body, document)(sent.json)) return;
        const text = query.toString();
        if (method === 'delete' && path === '/admin/session' && wrong === null) return;
        const answered = await admin.ask(method.toUpperCase(), text === '' ? place : `${place}?${text}`, {
          ...sent,
          headers,
        });
        conforms(path, method, answered);
        expect(answered.status).toBeLessThan(500);
        const seen = { path, method, place, text, sent, answered };
        if (wrong !== null) expect({ ...seen, refused: answered.status }).toEqual({ ...seen, refused: 422 });
        else {
          const { status } = answered;
          // A state, a number that there is not and a login may be refused; what they look like is right.
          const isTaken = ![400, 413, 415, 422].includes(status) || isOpaque(answered);
          expect({ ...seen, isTaken }).toEqual({ ...seen, isTaken: true });
        }
        met.set(answered.status, (met.get(answered.status) ?? 0) + 1);
      }),
      { numRuns: 300 },
    );
    for (const status of [200, 404, 409, 412, 422]) expect([...met.keys()]).toContain(status);
  }, 120_000);

  test('has all answers that a life at the desk meets', async () => {
    const etag = await admin.etag(1);
    const life: readonly (readonly [Method, string, string, Parameters<Admin['ask']>[2]])[] = [
      ['get', '/admin/session', '/admin/session', {}],
      ['get', '/admin/requests', '/admin/requests?limit=1&status=pending&status=approved', {}],
      ['get', '/admin/request/{id}/details', '/admin/request/1/details', {}],
      ['get', '/admin/request/{id}/details', '/admin/request/77/details', {}],
      ['post', '/admin/request/{id}/decision', '/admin/request/1/decision', { json: { decision: 'approve' } }],
      [
        'post',
        '/admin/request/{id}/decision',
        '/admin/request/1/decision',
        { json: { decision: 'approve' }, headers: { 'if-match': etag } },
      ],
      [
        'post',
        '/admin/request/{id}/decision',
        '/admin/request/1/decision',
        { json: { decision: 'approve' }, headers: { 'if-match': etag } },
      ],
      [
        'post',
        '/admin/request/{id}/undo',
        '/admin/request/2/undo',
        { json: {}, headers: { 'if-match': await admin.etag(2) } },
      ],
      ['post', '/admin/request/{id}/notes', '/admin/request/1/notes', { json: { text: 'Known' } }],
      ['get', '/admin/people/{id}', '/admin/people/5000000001', {}],
      ['get', '/admin/people/{id}', '/admin/people/77', {}],
      ['get', '/admin/export.csv', '/admin/export.csv', {}],
      ['get', '/desk/texts', '/desk/texts', {}],
      ['get', '/desk/texts', '/desk/texts', { headers: { 'if-none-match': '*' } }],
      ['get', '/api/access', '/api/access', {}],
      ['get', '/api/access/{telegram_id}', '/api/access/5000000001', {}],
      [
        'post',
        '/admin/session',
        '/admin/session',
        { json: { init_data: initData(botToken, openedBy({ id: boris }, desk.app.now - 9000)) } },
      ],
      ['post', '/admin/session', '/admin/session', { json: { code: 'x'.repeat(17_000) } }],
      ['delete', '/admin/session', '/admin/session', { headers: { origin: 'https://evil.example' } }],
      ['delete', '/admin/session', '/admin/session', {}],
    ];
    const statuses: number[] = [];
    for (const [method, path, place, sent] of life) {
      const answered = await admin.ask(method.toUpperCase(), place, sent);
      conforms(path, method, answered);
      statuses.push(answered.status);
    }
    expect(statuses).toEqual([
      200, 200, 200, 404, 428, 200, 412, 409, 200, 200, 404, 200, 200, 304, 200, 200, 200, 413, 403, 204,
    ]);
  });
});

/** What a schema allows, some of it. */
function sample(schema: Schema, document: Document, random: () => number): unknown {
  const make = (part: unknown): unknown => sample(part as Schema, document, random);
  const choose = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? never();
  const reference = /^#\/components\/schemas\/(\w+)$/.exec(String(schema['$ref']))?.[1];
  if (reference !== undefined) return make(document.components.schemas[reference]);
  for (const some of ['anyOf', 'oneOf'] as const) {
    if (Array.isArray(schema[some])) return make(choose(schema[some] as unknown[]));
  }
  if (Array.isArray(schema['allOf'])) return make((schema['allOf'] as unknown[])[0]);
  if (Array.isArray(schema['enum'])) return choose(schema['enum'] as unknown[]);
  const type = Array.isArray(schema['type']) ? choose(schema['type'] as string[]) : String(schema['type']);
  switch (type) {
    case 'object': {
      const required = (schema['required'] ?? []) as string[];
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
      return Object.fromEntries(
        properties
          .filter(([name]) => required.includes(name) || random() < 0.5)
          .map(([name, part]) => [name, make(part)]),
      );
    }
    case 'array':
      return Array.from({ length: 1 + Math.floor(random() * 3) }, () => make(schema['items']));
    case 'integer':
    case 'number': {
      const least = Number(schema['minimum'] ?? 0);
      const most = Math.min(Number(schema['maximum'] ?? 1000), least + 1000);
      return least + Math.floor(random() * (most - least + 1));
    }
    case 'boolean':
      return random() < 0.5;
    case 'null':
      return null;
    default:
      if (schema['format'] === 'date-time') return choose(['2026-11-30T14:05:00Z', '2024-02-29T23:59:59.999Z']);
      if (typeof schema['pattern'] === 'string') {
        const pattern = new RegExp(schema['pattern'], 'u');
        const fitting = ['word', 'ru', 'en', '12', 'Анна 😀'].filter((text) => pattern.test(text));
        return choose(fitting);
      }
      return choose([
        '12',
        'ru',
        'word',
        'Анна 😀',
        "'; DROP TABLE requests; --",
        '%00',
        '{{7*7}}',
        '../../etc/passwd',
        '<b>',
      ]);
  }
}

/** What is opaque may be of the right form and name nothing. */
const isOpaque = ({ json }: Answered): boolean =>
  ((json['errors'] ?? []) as { pointer: string }[]).every(({ pointer }) =>
    ['?after', '?q', '#/code', '#/init_data'].includes(pointer),
  );

/** What a value in a path or a query is not. */
function junkOf({ schema, in: where }: Parameter, random: () => number): string {
  const always = ['0x10;', '-', '\u0000', '\u0665', '1e1', ' 5 ', '../..', 'null', '[]', "' OR 1=1"];
  const type = String(schema['type']);
  const more =
    type === 'integer'
      ? [where === 'path' ? '0' : '', '-1', '007', '1.0', '99999999999999999999', 'Infinity']
      : ['2026-13-01T00:00:00Z'];
  const all = [...always, ...more];
  return all[Math.floor(random() * all.length)] ?? never();
}

/** Whether a schema of the document allows a value. */
function schemaOf(schema: Schema | undefined, document: Document): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const text = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
  const defs = JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  return ajv.compile({ ...(JSON.parse(text) as object), $defs: JSON.parse(defs) as object });
}

function never(): never {
  throw new Error('there is none');
}
