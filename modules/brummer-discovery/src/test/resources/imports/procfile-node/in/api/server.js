const http = require('http');
const port = Number(process.env.API_PORT || 3200); // 3300 in production
http.createServer((req, res) => {
  if (req.url === '/healthz') return res.end('ok');
  res.end('hello');
}).listen(port, () => console.log('listening on', port));
