import { existsSync } from 'node:fs';
import process from 'node:process';
import { provideChromium } from './chromium.ts';
import { installDebianPackages } from './install-debian-packages.ts';

/** The engines of readers' browsers: Blink, Gecko, and the engine of Safari and of every browser on an iPhone. */
export const engineNames = ['chromium', 'firefox', 'webkit'] as const;

export type EngineName = (typeof engineNames)[number];

/** What an engine needs: the places of its programs, by name, and the Debian packages that contain them. */
type Needed = { readonly programs: Readonly<Record<string, readonly string[]>>; readonly packages: readonly string[] };

const needed: Readonly<Record<Exclude<EngineName, 'chromium'>, Needed>> = {
  firefox: {
    programs: { browser: ['/usr/bin/firefox-esr', '/usr/bin/firefox'] },
    packages: ['firefox-esr'],
  },
  webkit: {
    programs: {
      driver: ['/usr/bin/WebKitWebDriver'],
      // The small browser of WebKitGTK; the folder's name contains the machine's architecture.
      browser: ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`),
      // It needs a screen. This is one that nobody looks at.
      screen: ['/usr/bin/Xvfb'],
    },
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** The programs of an engine by name, such as `driver` and `browser`; Chromium and Firefox have only `browser`. */
export type EnginePrograms = Readonly<Record<string, string>>;

/**
 * Returns the programs of an engine, and installs them if they are missing. If that is impossible, prints one line and returns
 * undefined.
 *
 * @throws on CI, because every engine has to be tested there
 */
export function provideEngine(name: EngineName): EnginePrograms | undefined {
  if (name === 'chromium') return { browser: provideChromium() };
  const { packages } = needed[name];
  let found = findPrograms(name);
  if (found === undefined) {
    installDebianPackages(packages, `No ${name} found; installing Debian’s ${packages.join(' and ')} …`);
    found = findPrograms(name);
  }
  if (found !== undefined) return found;
  const message = `Expected ${name} for the tests in every engine, but it is not here: "sudo apt-get install ${packages.join(' ')}" brings it.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  console.log(`Skipped: ${message}`);
  return undefined;
}

/** The same without installing anything. */
export function findPrograms(name: Exclude<EngineName, 'chromium'>): EnginePrograms | undefined {
  const found = Object.entries(needed[name].programs).map(
    ([program, places]) => [program, places.find((place) => existsSync(place))] as const,
  );
  return found.every((entry): entry is readonly [string, string] => entry[1] !== undefined)
    ? Object.fromEntries(found)
    : undefined;
}
