'use strict';
// Asks every service how it is, once.

const http = require('node:http');

const services = { gateway: 3000, auth: 3001, users: 3002, products: 3003, orders: 3004, payments: 3005, notifications: 3006 };

function ask(name, port) {
  return new Promise((resolve) => {
    const req = http.get({ host: '127.0.0.1', port, path: '/health', timeout: 2000 }, (res) => {
      res.resume();
      res.on('end', () => resolve(`${name}: ${res.statusCode === 200 ? 'healthy' : `status ${res.statusCode}`}`));
    });
    req.on('timeout', () => req.destroy(new Error('no answer')));
    req.on('error', (e) => resolve(`${name}: ${e.message || e.code}`));
  });
}

Promise.all(Object.entries(services).map(([name, port]) => ask(name, port))).then((lines) => {
  lines.forEach((line) => console.log(line));
  process.exitCode = lines.every((line) => line.endsWith('healthy')) ? 0 : 1;
});
