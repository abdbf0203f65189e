// Runs WebAssembly until V8 has had every reason to optimize it, and says which of its compilers made what runs then. With an
// argument, makes a client of that module first. Run with --allow-natives-syntax.
const { Buffer } = require('node:buffer');
const { setTimeout } = require('node:timers');
const { URL } = require('node:url');
const { runInThisContext } = require('node:vm');

const [, , clientModule] = process.argv;
if (clientModule !== undefined) new (require(clientModule).HttpClient)(new URL('http://127.0.0.1'), {}, {});

// (func (export "count") (param i32) (result i32) (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (local.get 0))
const countDown =
  '0061736d010000000106' +
  '0160017f017f0302010007090105636f756e740000' +
  '0a1201100003402000410' +
  '16b22000d000b20000b';
const { WebAssembly } = globalThis;
const { count } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(countDown, 'hex'))).exports;

const isLiftoff = runInThisContext('(exported) => %IsLiftoffFunction(exported)');
/** Optimizing happens in another thread. */
let patience = clientModule === undefined ? 1000 : 20;
const look = () => {
  for (let n = 0; n < 100; n += 1) count(100_000);
  patience -= 1;
  if (isLiftoff(count) && patience > 0) return setTimeout(look, 5);
  process.stdout.write(isLiftoff(count) ? 'Liftoff' : 'TurboFan');
};
look();
