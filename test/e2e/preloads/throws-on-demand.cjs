// On SIGUSR2 throws an error that nobody catches, with the token in it.
process.on('SIGUSR2', () => {
  throw new Error(`thrown on demand: ${process.env.TELEGRAM_BOT_TOKEN}`);
});
