const express = require('express');
const app = express();
app.get('/health', (req, res) => res.json({ status: 'healthy', service: 'user-service' }));
const PORT = process.env.PORT || 3002;
app.listen(PORT, () => console.log(`user-service on ${PORT}`));
