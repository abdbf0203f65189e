import { randomBytes } from 'node:crypto';
import { multipart } from '../../../src/channels/telegram/multipart';

test('a server reads the parameters and the file of a call, byte for byte', async () => {
  const bytes = randomBytes(5000);
  const upload = { field: 'photo', fileName: 'stats.png', type: 'image/png', bytes };
  const params = { chat_id: -12, caption: 'Привет, "Anna"\r\n--&', reply_parameters: { message_id: 3 } };
  const body = multipart(params, upload);
  const headers = { 'content-type': body.contentType };
  const form = await new Response(new Uint8Array(body.bytes), { headers }).formData();
  expect([form.get('chat_id'), form.get('caption'), form.get('reply_parameters')]).toEqual([
    ...['-12', 'Привет, "Anna"\r\n--&', '{"message_id":3}'],
  ]);
  const file = form.get('photo') as File;
  expect([file.name, file.type]).toEqual(['stats.png', 'image/png']);
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
});
