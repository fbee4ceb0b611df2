'use strict';

const { serve } = require('../../shared/service');

const PORT = process.env.PORT || 3005;

serve('payment-service', PORT, {
  'POST /payments': ({ input }) => {
    console.log(`[payment-service] Processing payment for order ${input.order}`);
    if (input.card === 'declined') {
      throw Object.assign(new Error(`the card for order ${input.order} was declined`), { status: 402 });
    }
    return { paid: input.cents };
  },
});
