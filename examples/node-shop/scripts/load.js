'use strict';
// Orders a number of things, some at a time: node scripts/load.js [ORDERS]

const { call } = require('../shared/service');

const GATEWAY = process.env.GATEWAY_PORT || 3000;
const orders = Number(process.argv[2] || 200);
const AT_ONCE = 4;

let begun = 0;
let failed = 0;

async function customer() {
  while (begun < orders) {
    const number = begun++;
    try {
      await call(GATEWAY, 'POST', '/api/orders', `load${number}`, { token: 'ok', product: 1 + (number % 2), card: 'fine' });
    } catch (e) {
      failed++;
    }
  }
}

Promise.all(Array.from({ length: AT_ONCE }, customer)).then(() => {
  console.log(`${orders} orders, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
