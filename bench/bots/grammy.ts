import { run, sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';
import { Requests } from './requests';
import { settings } from './settings';
import { buttons, card, confirmation, decided, look, outcome } from './words';

/** The same job as grammY's documentation does it under load: its runner, in order within a client's chat. */
const { token, apiRoot, admins, file, synchronous } = settings();
const requests = new Requests(file, synchronous);
const bot = new Bot(token, { client: { apiRoot } });

bot.use(sequentialize((ctx) => (ctx.callbackQuery === undefined ? String(ctx.chat?.id) : ctx.callbackQuery.data)));

bot.chatType('private').command('request', async (ctx) => {
  const request = requests.submit(ctx.from, ctx.match);
  if (request === null) return void (await ctx.reply('Your request is with the admins already.'));
  await ctx.reply(confirmation(request), look);
  for (const chatId of admins) {
    const sent = await ctx.api.sendMessage(chatId, card(request), { ...look, reply_markup: buttons(request) });
    requests.addCard(request.id, { chatId, messageId: sent.message_id });
  }
});

bot.callbackQuery(/^(approve|reject):(\d+)$/, async (ctx) => {
  const [, verb, id] = ctx.match;
  if (!admins.includes(ctx.from.id)) return void (await ctx.answerCallbackQuery('Only admins decide.'));
  const request = requests.decide(Number(id), verb === 'approve' ? 'approved' : 'rejected', ctx.from.first_name);
  if (request === null) return void (await ctx.answerCallbackQuery('It has been decided already.'));
  await ctx.answerCallbackQuery(decided(request));
  await ctx.api.sendMessage(request.clientId, outcome(request), look);
  for (const { chatId, messageId } of requests.cardsOf(request.id)) {
    await ctx.api.editMessageText(chatId, messageId, card(request), look);
  }
});

const runner = run(bot);
process.once('SIGTERM', () => void runner.stop());
