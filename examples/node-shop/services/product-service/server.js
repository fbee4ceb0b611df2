'use strict';

const { serve } = require('../../shared/service');

const PORT = process.env.PORT || 3003;
const PRICES = { 1: 1200, 2: 450 };

serve('product-service', PORT, {
  'GET /products': ({ id, path }) => {
    const product = path.split('/').pop();
    console.log(`[product-service] Looking up product ${product} for request ${id}`);
    if (!PRICES[product]) {
      throw Object.assign(new Error(`there is no product ${product}`), { status: 404 });
    }
    return { product, cents: PRICES[product] };
  },
});
