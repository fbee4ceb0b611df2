'use strict';

const { breaker } = require('../../shared/breaker');
const { serve, call } = require('../../shared/service');

const PORT = process.env.PORT || 3004;
const PRODUCTS = process.env.PRODUCTS_PORT || 3003;
const PAYMENTS = process.env.PAYMENTS_PORT || 3005;
const NOTIFICATIONS = process.env.NOTIFICATIONS_PORT || 3006;

let orders = 12344;
let requests = 0;
let spent = 0;
let active = 0;

const pay = breaker('Payment service', (id, payment) => call(PAYMENTS, 'POST', '/payments', id, payment));

// Counts a request, and how long it takes.
function measured(handle) {
  return async (request) => {
    const began = Date.now();
    active++;
    try {
      return await handle(request);
    } finally {
      active--;
      requests++;
      spent += Date.now() - began;
    }
  };
}

const INTERVAL = Number(process.env.METRICS_INTERVAL || 10000);

// Says every ten seconds how it is doing.
setInterval(() => {
  console.log(JSON.stringify({
    service: 'order-service',
    metrics: {
      requests_per_second: (requests * 1000) / INTERVAL,
      average_response_time: requests === 0 ? 0 : spent / requests,
      active_connections: active,
      memory_usage: process.memoryUsage().heapUsed / 1024 / 1024,
      cpu_usage: process.cpuUsage(),
    },
  }));
  requests = 0;
  spent = 0;
}, INTERVAL).unref();

serve('order-service', PORT, {
  'POST /orders': measured(async ({ id, input }) => {
    const { cents } = await call(PRODUCTS, 'GET', `/products/${input.product}`, id);
    const order = ++orders;
    console.log(`[order-service] Creating order for request ${id}`);
    await pay(id, { order, cents, card: input.card });
    console.log(`Publishing order.created event: ${order}`);
    await call(NOTIFICATIONS, 'POST', '/events', id, { type: 'order.created', order, email: input.email });
    return { status: 201, order };
  }),
});
