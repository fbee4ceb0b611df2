'use strict';
// A rate limit: so many requests of a client in a minute. Where it stands is said at three quarters and at the limit.

const LIMIT = Number(process.env.RATE_LIMIT || 60);
const WINDOW = 60000;

const clients = new Map();

function count(client) {
  const now = Date.now();
  const known = clients.get(client);
  const current = known && now - known.began < WINDOW ? known : { began: now, requests: 0 };
  clients.set(client, current);
  return ++current.requests;
}

// Counts a request, or throws where there were too many.
function limit(client) {
  const requests = count(client);
  const said = `[Rate Limit] Client ${client} -`;
  if (requests > LIMIT) {
    console.log(`${said} Request blocked (429)`);
    throw Object.assign(new Error('too many requests'), { status: 429 });
  }
  if (requests === LIMIT) {
    console.log(`${said} ${requests}/${LIMIT} requests (limit reached)`);
  } else if (requests === Math.floor(LIMIT * 0.75)) {
    console.log(`${said} ${requests}/${LIMIT} requests`);
  }
}

module.exports = { limit };
