const express = require('express');
const app = express();
app.get('/health', (req, res) => res.json({ status: 'healthy', service: 'order-service' }));
const PORT = process.env.PORT || 3003;
app.listen(PORT, () => console.log(`order-service on ${PORT}`));
