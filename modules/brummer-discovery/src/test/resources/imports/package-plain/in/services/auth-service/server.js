const express = require('express');
const app = express();
app.get('/health', (req, res) => res.json({ status: 'healthy', service: 'auth-service' }));
const PORT = process.env.PORT || 3001;
app.listen(PORT, () => console.log(`auth-service on ${PORT}`));
