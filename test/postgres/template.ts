/** What follows `create database` for one that has its tables already, where start.mjs has made a template. */
export function likeTemplate(): string {
  const template = process.env['TEST_POSTGRES_TEMPLATE'];
  return template === undefined ? '' : ` template ${template} strategy file_copy`;
}
