/**
 * Child processes that cannot outlive this one: each leads a process group of its own, and the whole group ends when it is
 * stopped, when it takes too long, and when this process ends for whatever reason.
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const posix = process.platform !== 'win32';
/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (posix) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // The group is gone already.
  }
}

let interruptStatus = 130;

/** For a program that people end with Ctrl+C: that is then no failure. */
export function endWellOnInterrupt() {
  interruptStatus = 0;
}

/** @param {number} status */
function end(status) {
  const waiting = [...running].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  running.forEach((child) => signalGroup(child, 'SIGTERM'));
  // The children may close their files; the exit handler ends those that take too long.
  setTimeout(() => process.exit(status), 3000);
  void Promise.all(waiting).then(() => process.exit(status));
}

process.on('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
process.once('SIGINT', () => end(interruptStatus));
process.once('SIGTERM', () => end(143));
process.once('SIGHUP', () => end(129));

/**
 * Starts a program in the background. Its output goes to `log` (a file), or to this terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, log?: string}} [options]
 */
export function start(command, args, { cwd, env = process.env, log } = {}) {
  // Windows runs a .cmd file only through its shell, which wants quotes.
  const shell = /\.(cmd|bat)$/i.test(command);
  const child = spawn(shell ? `"${command}"` : command, shell ? args.map((arg) => `"${arg}"`) : [...args], {
    cwd,
    env,
    shell,
    detached: posix,
    stdio: ['ignore', log === undefined ? 'inherit' : 'pipe', log === undefined ? 'inherit' : 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  if (log !== undefined) {
    const file = createWriteStream(log);
    child.stdout?.pipe(file, { end: false });
    child.stderr?.pipe(file, { end: false });
    child.once('close', () => file.end());
  }
  return child;
}

/**
 * Ends a program started here and everything it started: politely, then not.
 * @param {ChildProcess} child
 * @param {number} [patienceMs]
 * @returns {Promise<void>}
 */
export async function stop(child, patienceMs = 3000) {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
    await ended;
    clearTimeout(timer);
  }
  signalGroup(child, 'SIGKILL');
}

/**
 * Runs a program to its end with its output on this terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, log?: string}} [options]
 * @returns {Promise<number>} its exit status; 124 if it took longer than `timeoutMs`, 127 if it could not be started
 */
export function run(command, args, { timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, options);
    let late = false;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            console.error(`\n${command} was stopped: it took longer than ${timeoutMs / 1000} s.`);
            void stop(child);
          }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      signalGroup(child, 'SIGKILL');
      resolve(late ? 124 : (code ?? 1));
    });
  });
}

/**
 * Runs a program that must succeed.
 * @param {string} what shown when it fails: what could not be done
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, log?: string}} [options]
 */
export async function mustRun(what, command, args, options) {
  const status = await run(command, args, options);
  if (status !== 0)
    throw new Failure(`${what} failed: \`${command} ${args.join(' ')}\` ended with ${status}.`);
}

/** A failure to report in one plain sentence, without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's main function and turns its outcome into the exit status.
 * @param {() => Promise<number | void>} main
 */
export function script(main) {
  main().then(
    (status) => process.exit(status ?? 0),
    (error) => {
      console.error(error instanceof Failure ? error.message : error);
      process.exit(1);
    },
  );
}
