'use strict';

const { serve, call } = require('../../shared/service');

const PORT = process.env.PORT || 3004;
const PRODUCTS = process.env.PRODUCTS_PORT || 3003;
const PAYMENTS = process.env.PAYMENTS_PORT || 3005;
const NOTIFICATIONS = process.env.NOTIFICATIONS_PORT || 3006;

let orders = 12344;

serve('order-service', PORT, {
  'POST /orders': async ({ id, input }) => {
    const { cents } = await call(PRODUCTS, 'GET', `/products/${input.product}`, id);
    const order = ++orders;
    console.log(`[order-service] Creating order for request ${id}`);
    await call(PAYMENTS, 'POST', '/payments', id, { order, cents, card: input.card });
    console.log(`Publishing order.created event: ${order}`);
    await call(NOTIFICATIONS, 'POST', '/events', id, { type: 'order.created', order, email: input.email });
    return { status: 201, order };
  },
});
