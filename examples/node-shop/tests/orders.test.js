'use strict';

const assert = require('node:assert');
const test = require('node:test');
const { call } = require('../shared/service');

const GATEWAY = process.env.GATEWAY_PORT || 3000;

test('an order is paid and confirmed', async () => {
  const answer = await call(GATEWAY, 'POST', '/api/orders', '7e570001', { token: 'ok', product: 1, card: 'fine' });
  assert.ok(answer.order > 12344);
});

test('a declined card is told', async () => {
  await assert.rejects(
    call(GATEWAY, 'POST', '/api/orders', '7e570002', { token: 'ok', product: 2, card: 'declined' }),
    /declined/,
  );
});
