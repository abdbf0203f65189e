// SIGUSR2: SQLite's file can't grow any more, as on a full disk; the next SIGUSR2: it can again. Each is logged.
const Database = require('better-sqlite3');

const { pragma } = Database.prototype;
const mostPages = 1_073_741_823;
let daemons = null;
let full = false;

// The one connection of the daemon that uses pragmas is the one its data is on.
Database.prototype.pragma = function (...args) {
  daemons = this;
  return pragma.apply(this, args);
};
process.on('SIGUSR2', () => {
  full = !full;
  // SQLite takes a number below the present size for the present size.
  pragma.call(daemons, `max_page_count = ${full ? 1 : mostPages}`);
  console.log(JSON.stringify({ message: full ? 'the disk is full' : 'the disk has room' }));
});
