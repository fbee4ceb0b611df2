'use strict';

const { serve } = require('../../shared/service');

const PORT = process.env.PORT || 3006;

serve('notification', PORT, {
  'POST /events': ({ input }) => {
    console.log(`Received ${input.type} event: ${input.order}`);
    console.log(`Sending order confirmation email to ${input.email}`);
    return { sent: true };
  },
});
