// As after `npm ci --omit=dev`, which leaves out what the tests and the sandbox make a mail server of.
const Module = require('node:module');

const left = new Set(['smtp-server', 'mailparser']);
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...others) {
  if (left.has(name)) throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, name, ...others);
};
