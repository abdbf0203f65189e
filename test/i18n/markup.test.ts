import * as fc from 'fast-check';
import { escapeHtml, parseMarkup, plainText } from '../../src/i18n/markup';

test('escaped text is shown as written, whatever it contains', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      expect(parseMarkup(escapeHtml(text))).toEqual({ text, length: text.length }),
    ),
  );
  fc.assert(
    fc.property(fc.string(), (text) =>
      expect(parseMarkup(`<a href="${escapeHtml(text)}">x</a>`)).toHaveProperty('text'),
    ),
  );
});

test.each([
  ['every tag of Telegram', '<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><ins>f</ins><s>g</s>', 'abcdefg'],
  ['nested tags', '<b>bold <i>italic <tg-spoiler>hidden</tg-spoiler></i></b>', 'bold italic hidden'],
  ['a span that is a spoiler', '<span class="tg-spoiler">hidden</span>', 'hidden'],
  ['links', '<a href="tg://user?id=1&amp;x">Anna</a>', 'Anna'],
  ['code of a language', '<pre><code class="language-ts">1 &lt; 2</code></pre>', '1 < 2'],
  ['quotes', '<blockquote expandable>long</blockquote>', 'long'],
  ['an emoji of one’s own', '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', '👍'],
  ['references by name', '&lt;&gt;&amp;&quot;', '<>&"'],
  ['references by number', '&#60;&#x1F600;', '<😀'],
  ['references that Telegram does not know', '&nbsp;&copy;&ltx & &#0;', '&nbsp;&copy;&ltx & &#0;'],
  ['tags in capitals', '<B>x</b>', 'x'],
])('%s are parsed as Telegram does', (_, html, text) => {
  expect(parseMarkup(html)).toEqual({ text, length: text.length });
});

test.each([
  ['a tag that is not closed', '<b>x', '<b> is not closed'],
  ['tags that overlap', '<b><i>x</b></i>', '</b> stands where </i> belongs'],
  ['an end without a beginning', 'x</b>', '</b> closes nothing'],
  ['a tag that Telegram does not know', '<p>x</p>', 'Telegram knows no tag <p>'],
  ['a plain <', '1 < 2', 'a plain one is written &lt;'],
  ['a tag that does not end', '<a href="x', 'begins no tag'],
  ['a span of some other class', '<span class="red">x</span>', 'must have the class "tg-spoiler"'],
  ['an emoji without its number', '<tg-emoji>x</tg-emoji>', 'must have an emoji-id'],
])('%s is an error', (_, html, error) => {
  expect(parseMarkup(html)).toEqual({ error: expect.stringContaining(error) as string });
});

test('the length counts as Telegram does: UTF-16 units, no markup', () => {
  expect(parseMarkup('<b>😀</b>&lt;')).toEqual({ text: '😀<', length: 3 });
});

test('text without markup is available for places that can’t show markup', () => {
  expect(plainText('<b>1 &lt; 2</b>')).toBe('1 < 2');
  expect(plainText('1 < 2')).toBe('1 < 2');
});
