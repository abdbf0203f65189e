import { deflateSync, crc32 } from 'node:zlib';
import { TelegramDouble } from '../../src/telegram-double/double';
import type { Person } from '../../src/telegram-double/people';

let double: TelegramDouble;
let anna: Person;

beforeEach(async () => {
  double = await new TelegramDouble().start();
  anna = double.person({ id: 7_000_000_001, first_name: 'Anna', language_code: 'en' }).hasStarted();
});
afterEach(() => double.stop());

/** A grey picture. */
function png(width: number, height: number, bytes = deflateSync(Buffer.alloc((width + 1) * height))): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const chunk = (type: string, data: Buffer) => {
    const content = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(content));
    return Buffer.concat([length, content, sum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', header), chunk('IDAT', bytes), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** The frame header of a JPEG, after a segment that has nothing to do with it. */
const jpeg = Buffer.from('ffd8ffe000044a46ffc0001108003c00500301220002110103110100', 'hex');

async function sends(photo: Buffer | string, more: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ chat_id: String(anna.id), ...more })) form.set(name, value);
  form.set(
    'photo',
    typeof photo === 'string' ? photo : new Blob([new Uint8Array(photo)]),
    ...(typeof photo === 'string' ? [] : ['a.png']),
  );
  const response = await fetch(`${double.root}/bot${double.token}/sendPhoto`, { method: 'POST', body: form });
  return (await response.json()) as {
    readonly description?: string;
    readonly result?: { readonly photo: readonly { readonly file_id: string }[]; readonly caption?: string };
  };
}

test('a photo has its size, and a caption with what is formatted in it', async () => {
  const { result } = await sends(png(320, 200), { caption: '<b>Hello</b>', parse_mode: 'HTML' });
  expect(result).toMatchObject({
    photo: [{ width: 320, height: 200 }],
    caption: 'Hello',
    caption_entities: [{ type: 'bold', offset: 0, length: 5 }],
  });
  expect(anna.chat.messages.at(-1)).toMatchObject({ media: 'photo', text: 'Hello', photo: { type: 'image/png' } });
  expect((await sends(jpeg)).result).toMatchObject({ photo: [{ width: 80, height: 60 }] });
  expect(double.violations).toEqual([]);
});

test('a photo that Telegram has is sent again by its file_id; any other text is none', async () => {
  const { result } = await sends(png(320, 200));
  expect((await sends(result?.photo[0]?.file_id ?? '')).result?.photo).toEqual(result?.photo);
  expect((await sends('nothing')).description).toBe('Bad Request: wrong file identifier/HTTP URL specified');
});

test.each([
  ['nothing in it', Buffer.alloc(0), 'file must be non-empty'],
  ['something else in it', Buffer.from('a letter'), 'IMAGE_PROCESS_FAILED'],
  ['its end missing', png(320, 200).subarray(0, -9), 'IMAGE_PROCESS_FAILED'],
  ['a byte that changed', Buffer.from(png(320, 200)).fill(7, 45, 46), 'IMAGE_PROCESS_FAILED'],
  ['too few rows', png(320, 200, deflateSync(Buffer.alloc(321 * 199))), 'IMAGE_PROCESS_FAILED'],
  ['sides of more than 10,000 in all', png(6000, 4001), 'PHOTO_INVALID_DIMENSIONS'],
  ['a side 21 times as long as the other', png(2100, 100), 'PHOTO_INVALID_DIMENSIONS'],
  ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1), /^file of size 10485761 bytes is too big for a photo/],
])('a photo with %s is refused', async (_, photo, description) => {
  const refused = (await sends(photo)).description?.replace('Bad Request: ', '');
  if (typeof description === 'string') expect(refused).toBe(description);
  else expect(refused).toMatch(description);
});

test('a caption has up to 1,024 characters without its markup, and can be left out', async () => {
  const bold = `<b>${'a'.repeat(1024)}</b>`;
  expect((await sends(png(9, 9), { caption: bold, parse_mode: 'HTML' })).result?.caption).toHaveLength(1024);
  expect((await sends(png(9, 9), { caption: 'a'.repeat(1025) })).description).toMatch(/message caption is too long/);
  expect((await sends(png(9, 9))).result?.caption).toBeUndefined();
});

test('a file can’t come as JSON, and no parameter of sendMessage alone belongs to it', async () => {
  const response = await fetch(`${double.root}/bot${double.token}/sendPhoto`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: anna.id, photo: { type: 'Buffer', data: [1] } }),
  });
  expect(response.status).toBe(400);
  expect((await sends(png(9, 9), { link_preview_options: '{"is_disabled":true}' })).description).toMatch(
    /no parameter/,
  );
  expect(double.violations).toHaveLength(2);
});

test('a group may allow messages and no photos', async () => {
  const boris = double.person({ id: 7_000_000_002, first_name: 'Boris', language_code: 'en' });
  const group = double.group({ id: -1_001_000_000_003, title: 'Admins', members: [boris] });
  group.letMembersSendPhotos(false);
  const refused = 'Bad Request: not enough rights to send photos to the chat';
  expect((await sends(png(9, 9), { chat_id: String(group.id) })).description).toBe(refused);
  group.promoteBot(boris);
  expect((await sends(png(9, 9), { chat_id: String(group.id) })).description).toBeUndefined();
});

test('the text of a photo can’t be edited as that of a message', async () => {
  await sends(png(9, 9), { caption: 'Hello' });
  const response = await fetch(`${double.root}/bot${double.token}/editMessageText`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: anna.id, message_id: anna.chat.messages.at(-1)?.id, text: 'Bye' }),
  });
  expect(await response.json()).toMatchObject({ description: 'Bad Request: there is no text in the message to edit' });
});
