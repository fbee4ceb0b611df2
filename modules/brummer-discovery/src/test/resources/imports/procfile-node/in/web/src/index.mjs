import express from 'express';
const app = express();
app.get('/health', (req, res) => res.json({status: 'healthy'}));
app.listen(process.env.PORT);
