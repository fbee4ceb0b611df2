'use strict';

const { serve } = require('../../shared/service');

const PORT = process.env.PORT || 3001;

serve('auth-service', PORT, {
  'POST /validate': ({ id, input }) => {
    console.log(`[auth-service] Validating token for request ${id}`);
    if (input.token === 'expired') {
      throw Object.assign(new Error('the token has expired'), { status: 401 });
    }
    return { user: 7 };
  },
});
