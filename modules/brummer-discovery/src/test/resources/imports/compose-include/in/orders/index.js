require('http').createServer().listen(3004);
