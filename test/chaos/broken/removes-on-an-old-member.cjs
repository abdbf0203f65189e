// Broken: whoever was seen in a chat once is removed without another look, even if a human has banned them since.
const steps = require('../../../dist/access/next-step.js');

const { nextStep } = steps;
steps.nextStep = (situation, progress) => {
  const { wanted, toRemove, seen } = situation;
  const isOld = wanted === 'out' && toRemove && seen === 'member';
  return nextStep(situation, isOld ? { ...progress, looked: 'member' } : progress);
};
