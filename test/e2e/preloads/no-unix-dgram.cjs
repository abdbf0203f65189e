// As where the optional package could not be compiled, and npm has left it out.
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...others) {
  if (name === 'unix-dgram')
    throw Object.assign(new Error("Cannot find module 'unix-dgram'"), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, name, ...others);
};
