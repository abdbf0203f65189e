import { Telegraf } from 'telegraf';
import { Requests } from './requests';
import { settings } from './settings';
import { buttons, card, confirmation, decided, look, outcome } from './words';

/** The same job as plain Telegraf bots do it: `launch()`, and everything is sent from the handler. */
const { token, apiRoot, admins, file, synchronous } = settings();
const requests = new Requests(file, synchronous);
const bot = new Telegraf(token, { telegram: { apiRoot } });

bot.command('request', async (ctx) => {
  const request = requests.submit(ctx.from, ctx.payload);
  if (request === null) return void (await ctx.reply('Your request is with the admins already.'));
  await ctx.reply(confirmation(request), look);
  for (const chatId of admins) {
    const sent = await ctx.telegram.sendMessage(chatId, card(request), { ...look, reply_markup: buttons(request) });
    requests.addCard(request.id, { chatId, messageId: sent.message_id });
  }
});

bot.action(/^(approve|reject):(\d+)$/, async (ctx) => {
  const [, verb, id] = ctx.match;
  if (!admins.includes(ctx.from.id)) return void (await ctx.answerCbQuery('Only admins decide.'));
  const request = requests.decide(Number(id), verb === 'approve' ? 'approved' : 'rejected', ctx.from.first_name);
  if (request === null) return void (await ctx.answerCbQuery('It has been decided already.'));
  await ctx.answerCbQuery(decided(request));
  await ctx.telegram.sendMessage(request.clientId, outcome(request), look);
  for (const { chatId, messageId } of requests.cardsOf(request.id)) {
    await ctx.telegram.editMessageText(chatId, messageId, undefined, card(request), look);
  }
});

process.once('SIGTERM', () => bot.stop('SIGTERM'));
void bot.launch();
