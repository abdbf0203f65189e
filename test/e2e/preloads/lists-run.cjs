// Writes every statement that SQLite runs, one a line, to the end of the file RUN_FILE.
const { appendFileSync } = require('node:fs');
const Database = require('better-sqlite3');

const { prepare } = Database.prototype;
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  for (const method of ['run', 'get', 'all']) {
    const run = statement[method];
    statement[method] = function (...values) {
      appendFileSync(process.env.RUN_FILE, `${sql.replaceAll('\n', ' ')}\n`);
      return run.apply(this, values);
    };
  }
  return statement;
};
