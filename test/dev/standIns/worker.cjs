// Stands in for the worker: reports ready, ends on SIGTERM after a moment, as a drain would.
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 50));
setInterval(() => undefined, 1000);
process.send({ ready: true });
