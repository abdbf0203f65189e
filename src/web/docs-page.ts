/** What of the document is shown. */
interface Shown {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: unknown;
}
interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

/** The document as a page without scripts. `style` is the path of its style sheet. */
export function docsPage(document: string, style: string): string {
  // A boundary: it is our own document.
  const { info, paths = {}, components } = JSON.parse(document) as Shown;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(method.toUpperCase(), path, operation)),
  );
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) =>
      html`<section id="${name}">
        <h3>${name}</h3>
        <pre>${JSON.stringify(schema, null, 2)}</pre>
      </section>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        <link rel="stylesheet" href="${style}" />
      </head>
      <body>
        <main>
          <h1>${info.title} <small>${info.version}</small></h1>
          <p>${info.description ?? ''}</p>
          <p><a href="/openapi.json">openapi.json</a></p>
          ${operations}
          <h2>Schemas</h2>
          ${schemas}
        </main>
      </body>
    </html>`.text;
}

function operationHtml(method: string, path: string, operation: Operation): Html {
  const { summary = '', description = '', security = [], parameters = [], requestBody, responses = {} } = operation;
  return html`<section>
    <h2><code>${method} ${path}</code></h2>
    <p>${summary}. ${description}</p>
    <p>${security.length === 0 ? 'Needs no session.' : ''}</p>
    <table>
      ${parameters.map(
        (one) =>
          html`<tr>
            <td><code>${one.name}</code></td>
            <td>${one.in}${one.required === true ? ', required' : ''}</td>
            <td>${one.description ?? ''}</td>
            <td><code>${JSON.stringify(one.schema ?? {})}</code></td>
          </tr>`,
      )}
    </table>
    ${requestBody === undefined ? [] : [html`<p>Takes ${schemasOf(requestBody)}</p>`]}
    <table>
      ${Object.entries(responses).map(
        ([status, response]) =>
          html`<tr>
            <td>${status}</td>
            <td>${response.description ?? ''}</td>
            <td>${schemasOf(response)}</td>
          </tr>`,
      )}
    </table>
  </section>`;
}

const schemasOf = ({ content = {} }: Content): Html[] =>
  Object.entries(content).map(([type, { schema }]) => {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(String((schema as { $ref?: string } | undefined)?.$ref))?.[1];
    return name === undefined ? html`<code>${type}</code>` : html`<code>${type}</code> <a href="#${name}">${name}</a>`;
  });

/** Text that is HTML already. */
class Html {
  constructor(readonly text: string) {}
}

const html = (parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html =>
  new Html(parts.map((part, n) => part + (n < values.length ? asHtml(values[n] ?? '') : '')).join(''));

function asHtml(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return value instanceof Html ? value.text : value.map(({ text }) => text).join('\n');
}

export const docsStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
code, pre { font: 0.875rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid #8886; border-radius: 0.5rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; }
td { border-top: 1px solid #8886; padding: 0.375rem 0.75rem 0.375rem 0; vertical-align: top; }
td a { overflow-wrap: anywhere; }
section { margin-bottom: 2rem; }
@media (max-width: 40rem) {
  tbody, tr, td { display: block; }
  tr { border-top: 1px solid #8886; padding: 0.375rem 0; }
  td { border: 0; padding: 0; }
}
`;
