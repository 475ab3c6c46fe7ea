// Preloaded into a process: says at its end how many kilobytes of memory it took at most.
process.on('exit', () => process.stderr.write(`maxRSS ${process.resourceUsage().maxRSS}\n`));
