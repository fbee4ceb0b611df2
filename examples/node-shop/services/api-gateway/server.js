'use strict';

const { limit } = require('../../shared/limit');
const { serve, call } = require('../../shared/service');

const PORT = process.env.PORT || 3000;
const USERS = process.env.USERS_PORT || 3002;
const ORDERS = process.env.ORDERS_PORT || 3004;

// Says of each request when it comes and how it ended, as the other services say what they do for it.
function logged(method, path, handle) {
  return async (request) => {
    const began = Date.now();
    console.log(`[${request.id}] ${method} ${path} - Start`);
    let status = 500;
    try {
      const answer = await handle(request);
      status = answer.status || 200;
      return answer;
    } catch (e) {
      status = e.status || 500;
      throw e;
    } finally {
      console.log(`[${request.id}] ${method} ${path} - ${status} (${Date.now() - began}ms)`);
    }
  };
}

serve('api-gateway', PORT, {
  'POST /api/orders': logged('POST', '/api/orders', async ({ id, client, input }) => {
    limit(client);
    const profile = await call(USERS, 'POST', '/profile', id, { token: input.token });
    const { order } = await call(ORDERS, 'POST', '/orders', id, { ...input, email: profile.email });
    return { status: 201, order, environment: process.env.NODE_ENV || 'development' };
  }),
});
