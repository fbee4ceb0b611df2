'use strict';
// A circuit breaker: after so many failures in a row nobody is asked for a while, and then once, to see.

const FAILURES = 3;
const COOLDOWN = Number(process.env.BREAKER_COOLDOWN || 5000);

// What the caller did wrong says nothing of whoever was called.
const counts = (e) => !e.status || e.status >= 500;

// Passes calls on to somebody, as long as that makes sense.
function breaker(name, call) {
  let failures = 0;
  let opened = 0;

  return async (...args) => {
    const broken = failures >= FAILURES;
    if (broken && Date.now() - opened < COOLDOWN) {
      throw Object.assign(new Error(`${name} is not asked: its circuit is open`), { status: 503 });
    }
    if (broken) {
      console.log('[Circuit Breaker] Attempting reset after cooldown');
      opened = Date.now();
    }
    try {
      const answer = await call(...args);
      if (broken) {
        console.log(`[Circuit Breaker] ${name} circuit closed - normal operation`);
      }
      failures = 0;
      return answer;
    } catch (e) {
      if (counts(e) && ++failures >= FAILURES) {
        opened = Date.now();
        console.log(`[Circuit Breaker] ${name} circuit opened - failing fast`);
      }
      throw e;
    }
  };
}

module.exports = { breaker };
