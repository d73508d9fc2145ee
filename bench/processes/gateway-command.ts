import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** What `npm start` runs, behind `exec node`: the gateway is measured as operators run it. */
const startArguments = scripts.start?.split(' ').slice(2) ?? [];

/** @param file - the configuration */
export const gatewayCommand = (file: string): string[] => [
  process.execPath,
  ...startArguments,
  '--config',
  file,
];
