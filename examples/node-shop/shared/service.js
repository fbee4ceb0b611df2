'use strict';
// What every service of this shop is made of: HTTP on the standard library alone, a health route, and a graceful end.

const http = require('node:http');

const quiet = new Set(['/health']);

function body(req) {
  return new Promise((resolve, reject) => {
    let text = '';
    req.on('data', (part) => {
      text += part;
    });
    req.on('end', () => {
      try {
        resolve(text === '' ? {} : JSON.parse(text));
      } catch (e) {
        reject(Object.assign(new Error('the body is no JSON'), { status: 400 }));
      }
    });
    req.on('error', reject);
  });
}

// Calls another service with the id of the request, and passes on what it says is wrong.
function call(port, method, path, id, content, more = {}) {
  return new Promise((resolve, reject) => {
    const req = http.request(
      { host: '127.0.0.1', port, method, path, headers: { 'x-request-id': id, 'content-type': 'application/json', ...more } },
      (res) => {
        let text = '';
        res.on('data', (part) => {
          text += part;
        });
        res.on('end', () => {
          const answer = text === '' ? {} : JSON.parse(text);
          if (res.statusCode < 400) {
            resolve(answer);
          } else {
            reject(Object.assign(new Error(answer.error || `status ${res.statusCode}`), { status: res.statusCode }));
          }
        });
      },
    );
    req.on('error', (e) => reject(Object.assign(e, { status: 502 })));
    req.end(content === undefined ? undefined : JSON.stringify(content));
  });
}

// Starts a service. A route is 'METHOD /path' and a function of {id, client, path, input} that returns {status, ...answer}.
function serve(name, port, routes) {
  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url, 'http://localhost');
    const id = req.headers['x-request-id'] || Math.random().toString(16).slice(2, 8);
    const client = req.headers['x-forwarded-for'] || req.socket.remoteAddress;
    const first = '/' + url.pathname.split('/')[1];
    const route = routes[`${req.method} ${url.pathname}`] || routes[`${req.method} ${first}`];
    const respond = (status, answer) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(answer));
    };
    if (url.pathname === '/health') {
      respond(200, { status: 'healthy', service: name, uptime: process.uptime() });
      return;
    }
    if (!route) {
      respond(404, { error: `no route ${req.method} ${url.pathname}` });
      return;
    }
    try {
      const { status = 200, ...answer } = await route({ id, client, path: url.pathname, input: await body(req) });
      respond(status, answer);
    } catch (e) {
      if (!quiet.has(url.pathname)) {
        console.error(`ERROR [${name}] request ${id} failed: ${e.message}`);
      }
      respond(e.status || 500, { error: e.message });
    }
  });
  server.listen(port, '127.0.0.1', () => console.log(`${name} listening on http://127.0.0.1:${port}`));
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      console.log('Shutting down gracefully...');
      server.close(() => {
        console.log('Service stopped');
        process.exit(0);
      });
      server.closeIdleConnections();
    });
  }
  return server;
}

module.exports = { serve, call };
