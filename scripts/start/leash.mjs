/**
 * Loaded into the processes that `npm start` starts: when their parent is gone, however that ended, they stop as on Ctrl-C.
 * The channel to the parent tells it, and does not keep a process alive by itself.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
