'use strict';
// Says what larger shops say: a registry of services, and a tracer that tells of each hop. For a look at what Brummer
// makes of such lines; nothing stands behind them.

const trace = process.argv[2] || '5f3a2b1c';

for (const line of [
  '[Consul] Registering user-service at 172.20.0.5:3001',
  '[Consul] Registering order-service at 172.20.0.6:3002',
  '[API Gateway] Discovered services: user-service, order-service',
  `[Trace: ${trace}] Start: API Gateway`,
  `[Trace: ${trace}] → Auth Service (12ms)`,
  `[Trace: ${trace}] → User Service (45ms)`,
  `[Trace: ${trace}] → Order Service (78ms)`,
  `[Trace: ${trace}] → Payment Service (234ms)`,
  `[Trace: ${trace}] Complete: 369ms total`,
]) {
  console.log(line);
}
