import { fillDisk, readOnlyPlaces } from './mounted-scenarios.js';
import { addMany, asOtherUser, saveUntilKilled } from './scenarios.js';

/** What the tests run in a process of its own: `node child.cjs SCENARIO JSON`. */
const scenarios: Readonly<Record<string, (args: never) => Promise<unknown>>> = {
  addMany,
  asOtherUser,
  fillDisk,
  readOnlyPlaces,
  saveUntilKilled,
};

async function main([name = '', json = '{}']: readonly string[]): Promise<void> {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`No scenario ${name}`);
  const result = await scenario(JSON.parse(json) as never);
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
