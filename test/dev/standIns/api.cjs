// Stands in for the API: answers every request with what it was given by environment.
const { createServer } = require('node:http');
const { TEMPORAL_ADDRESS, MONGODB_URI, TOKEN_JWKS, PAYLOAD_KEY, MASTER_KEY } = process.env;
const server = createServer((_request, response) =>
  response.end(JSON.stringify({ TEMPORAL_ADDRESS, MONGODB_URI, TOKEN_JWKS, PAYLOAD_KEY, MASTER_KEY }))
);
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ ready: true }));
process.on('SIGTERM', () => process.exit(0));
