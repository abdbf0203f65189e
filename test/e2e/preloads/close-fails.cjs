// SQLite's connection throws when it is closed.
const Database = require('better-sqlite3');

Database.prototype.close = () => {
  throw new Error('the database does not close');
};
