import type { User } from '@grammyjs/types';
import { cleaned, toHtml, withDetected } from '../../src/telegram-double/formatted-text';
import { parseHtml } from '../../src/telegram-double/html';

const anna: User = { id: 7_000_000_001, is_bot: false, first_name: 'Anna' };
const parse = (html: string) => parseHtml(html, (id) => (id === anna.id ? anna : undefined));

test.each([
  ['a plain text', 'a plain text', []],
  ['<b>bold</b> and <EM>it</EM>', 'bold and it', [['bold', 0, 4], ['italic', 9, 2]]], // prettier-ignore
  ['<b>a<i>b</i></b>', 'ab', [['bold', 0, 2], ['italic', 1, 1]]], // prettier-ignore
  ['😀<u>x</u>', '😀x', [['underline', 2, 1]]],
  ['<s>x</></b', undefined, 'Unexpected end tag at byte offset 7'],
  ['<span class="tg-spoiler">x</span>', 'x', [['spoiler', 0, 1]]],
  ['<blockquote>x</blockquote>', 'x', [['blockquote', 0, 1]]],
  ['<blockquote expandable>x</blockquote>', 'x', [['expandable_blockquote', 0, 1]]],
  ['&lt;b&gt; &amp;amp; &quot; &#65; &#x1F600;', '<b> &amp; " A 😀', []],
  ['&nbsp; & &apos; &', '&nbsp; & &apos; &', []],
  ['a > b', 'a > b', []],
  ['<b></b>x', 'x', []],
  ['<x>', undefined, 'Unsupported start tag "x" at byte offset 0'],
  ['жж<br/>', undefined, 'Unsupported start tag "br/" at byte offset 4'],
  ['a < b', undefined, 'Unsupported start tag "" at byte offset 2'],
  ['a <b', undefined, 'Unclosed start tag at byte offset 2'],
  ['<b>a', undefined, 'Can\'t find end tag corresponding to start tag "b"'],
  ['<b>a</i>', undefined, 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ['a</b>', undefined, 'Unexpected end tag at byte offset 1'],
  ['<b>a</b', undefined, 'Unclosed end tag at byte offset 4'],
  ['<a href=x"y">z</a>', undefined, 'Unexpected end of name token at byte offset 8'],
  ['<a href>z</a>', undefined, 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'],
  ['<span>z</span>', undefined, 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
])('%j is parsed as Telegram does', (html, text, expected) => {
  const parsed = parse(html);
  if (!parsed.ok) {
    expect([undefined, parsed.error]).toEqual([text, expected]);
    return;
  }
  expect(parsed.value.text).toBe(text);
  expect(parsed.value.entities.map(({ type, offset, length }) => [type, offset, length])).toEqual(expected);
});

test('links are kept, mentions name users that Telegram knows, and invalid links become plain text', () => {
  const html =
    '<a href="https://e.org/?a=1&amp;b=2">l</a><a href="tg://user?id=7000000001">m</a><a href="tg://user?id=5">u</a><a href="x">n</a>';
  expect(parse(html)).toEqual({
    ok: true,
    value: {
      text: 'lmun',
      entities: [
        { type: 'text_link', offset: 0, length: 1, url: 'https://e.org/?a=1&b=2' },
        { type: 'text_mention', offset: 1, length: 1, user: anna },
      ],
    },
  });
});

test('code inside a block sets the block’s language', () => {
  const parsed = parse('<pre><code class="language-sql">select</code></pre><code>x</code>');
  expect(parsed.ok && parsed.value.entities).toEqual([
    { type: 'pre', offset: 0, length: 6, language: 'sql' },
    { type: 'code', offset: 6, length: 1 },
  ]);
});

test('white space at the ends, control characters and direction overrides are removed', () => {
  const text = '  a\u202Eb\0c\r\n \n';
  expect(cleaned({ text, entities: [{ type: 'bold', offset: 2, length: 5 }] })).toEqual({
    text: 'ab c',
    entities: [{ type: 'bold', offset: 0, length: 4 }],
  });
});

test('right-to-left marks and emoji are kept', () => {
  const text = '\u200Fשלום\u200E 👩‍👩‍👧';
  expect(cleaned({ text, entities: [] }).text).toBe(text);
});

test('commands, mentions and links are detected outside of code', () => {
  const { entities } = withDetected({
    text: '/start@a_bot 1/2 @anna_b x@y.z https://e.org/a. /code',
    entities: [{ type: 'code', offset: 48, length: 5 }],
  });
  expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
    ['bot_command', 0, 12],
    ['mention', 17, 7],
    ['url', 31, 15],
    ['code', 48, 5],
  ]);
});

test('addresses are detected without https:// too, and e-mail addresses are no mentions', () => {
  const text = 'see e.org, E.com/x?y. or anna.b@mail.e.org; not 1.5, e.orgy, e.organic.zz or a@b';
  const found = withDetected({ text, entities: [] }).entities.map(({ type, offset, length }) => [
    type,
    text.slice(offset, offset + length),
  ]);
  expect(found).toEqual([
    ['url', 'e.org'],
    ['url', 'E.com/x?y'],
    ['email', 'anna.b@mail.e.org'],
  ]);
});

test('shown text can be written as HTML again', () => {
  const html = '<b>a<i>&lt;b&gt;</i></b> <code>x</code> <a href="https://e.org/">l</a>';
  const parsed = parse(html);
  expect(parsed.ok && toHtml(parsed.value)).toBe(html);
});
