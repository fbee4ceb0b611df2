'use strict';

const { serve, call } = require('../../shared/service');

const PORT = process.env.PORT || 3002;
const AUTH = process.env.AUTH_PORT || 3001;

serve('user-service', PORT, {
  'POST /profile': async ({ id, input }) => {
    const { user } = await call(AUTH, 'POST', '/validate', id, { token: input.token });
    console.log(`[user-service] Loading user profile for request ${id}`);
    return { user, name: 'Ada', email: 'ada@example.org' };
  },
});
