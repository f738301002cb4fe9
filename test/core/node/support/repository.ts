import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A real git repository in a folder, with nobody's own configuration. */
export class Repository {
  private readonly environment: NodeJS.ProcessEnv;

  constructor(readonly root: string) {
    mkdirSync(root, { recursive: true });
    this.environment = {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_CONFIG_GLOBAL: join(root, 'no-such-config'),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'A coder',
      GIT_AUTHOR_EMAIL: 'coder@example.org',
      GIT_COMMITTER_NAME: 'A coder',
      GIT_COMMITTER_EMAIL: 'coder@example.org',
    };
    this.git('init', '-q', '-b', 'main');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      env: this.environment,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.root, name)), { recursive: true });
    writeFileSync(join(this.root, name), text);
  }

  read(name: string): string {
    return readFileSync(join(this.root, name), 'utf8');
  }

  commit(message: string): void {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }

  /**
   * Commits a file as it was, and then as each of two branches has it, and merges theirs into ours.
   * @returns whether git found no conflict
   */
  mergeVersions(name: string, base: string, ours: string, theirs: string): boolean {
    // By force: an earlier merge may have ended in a conflict.
    this.git('checkout', '-q', '-f', '-B', 'main');
    this.write(name, base);
    this.commit('base');
    this.git('checkout', '-q', '-B', 'theirs');
    this.write(name, theirs);
    this.commit('theirs');
    this.git('checkout', '-q', '-B', 'ours', 'main');
    this.write(name, ours);
    this.commit('ours');
    const options = { cwd: this.root, env: this.environment };
    return spawnSync('git', ['merge', '-q', '-m', 'merge', 'theirs'], options).status === 0;
  }
}

/** Whether there is a git at all. */
export function hasGit(): boolean {
  return spawnSync('git', ['--version']).status === 0;
}
