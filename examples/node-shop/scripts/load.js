'use strict';
// Orders a number of things, some at a time: node scripts/load.js [ORDERS]

const { randomUUID } = require('node:crypto');
const { call } = require('../shared/service');

const GATEWAY = process.env.GATEWAY_PORT || 3000;
const orders = Number(process.argv[2] || 200);
const AT_ONCE = 4;

// Each customer orders ten things: more in a minute is too much for the gateway.
const NETWORK = `10.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;
const PER_CUSTOMER = 10;

let begun = 0;
let failed = 0;

async function customer() {
  while (begun < orders) {
    const number = begun++;
    try {
      const order = { token: 'ok', product: 1 + (number % 2), card: 'fine' };
      const from = { 'x-forwarded-for': `${NETWORK}.${Math.floor(number / PER_CUSTOMER) % 256}` };
      await call(GATEWAY, 'POST', '/api/orders', randomUUID(), order, from);
    } catch (e) {
      failed++;
    }
  }
}

Promise.all(Array.from({ length: AT_ONCE }, customer)).then(() => {
  console.log(`${orders} orders, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
