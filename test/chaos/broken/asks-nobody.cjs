// Broken: a question to a client stands on the cards, and the client never gets it.
const questions = require('../../../dist/requests/questions.js');

const { putQuestion } = questions;
questions.putQuestion = async (tx, question, ...more) => {
  if (question.kind !== 'admins_question') await putQuestion(tx, question, ...more);
};
