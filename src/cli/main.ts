import { run } from './run.js';

const { stdin, stdout, stderr } = process;

run(process.argv.slice(2), { stdin, stdout, stderr }).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    stderr.write(`standpoint: ${String(error)}\n`);
    process.exitCode = 1;
  },
);
