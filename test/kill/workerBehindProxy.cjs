// The built worker as a process of its own, whose way to MongoDB leads through a proxy of the test.
const path = require('node:path');

process.env.MONGODB_URI = process.env.MONGODB_URI_OF_WORKER;
process.argv[1] = path.resolve(__dirname, '../../dist/worker.js');
require('node:module').runMain();
