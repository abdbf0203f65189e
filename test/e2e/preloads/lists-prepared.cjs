// Writes every statement that SQLite prepares, one a line, to the end of the file PREPARED_FILE.
const { appendFileSync } = require('node:fs');
const Database = require('better-sqlite3');

const { prepare } = Database.prototype;
Database.prototype.prepare = function (sql) {
  appendFileSync(process.env.PREPARED_FILE, `${sql.replaceAll('\n', ' ')}\n`);
  return prepare.call(this, sql);
};
