// Broken: a note is kept twice.
const notes = require('../../../dist/store/queries/notes.js');

const { noteQueries } = notes;
notes.noteQueries = (database) => {
  const queries = noteQueries(database);
  const add = async (note) => {
    await queries.add(note);
    await queries.add(note);
  };
  return { ...queries, add };
};
