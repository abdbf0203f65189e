// Another Internet. NAMES: by each name, the addresses of the first lookup, the second, and so on; the last one stays.
// Connections to 198.41.0.4, an address that anybody could have, end at this machine. Each lookup is logged.
const dns = require('node:dns/promises');
const net = require('node:net');

const { lookup } = dns;
const { connect } = net;
const names = new Map(Object.entries(JSON.parse(process.env.NAMES)));

dns.lookup = async (name, options) => {
  const answers = names.get(name);
  if (answers === undefined) return lookup(name, options);
  console.log(JSON.stringify({ message: 'lookup', name }));
  const addresses = answers.length > 1 ? answers.shift() : answers[0];
  return addresses.map((address) => ({ address, family: net.isIP(address) }));
};
net.connect = (options, ...others) =>
  connect(options.host === '198.41.0.4' ? { ...options, host: '127.0.0.1' } : options, ...others);
