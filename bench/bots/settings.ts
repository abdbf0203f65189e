/** The settings of both bots, named as ours are. */
export function settings() {
  return {
    token: required('TELEGRAM_BOT_TOKEN'),
    apiRoot: required('TELEGRAM_API_ROOT'),
    admins: required('ADMIN_TELEGRAM_ID').split(',').map(Number),
    file: required('DATABASE_URL').replace(/^file:/, ''),
    synchronous: process.env['SYNCHRONOUS'] ?? 'NORMAL',
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
