import type { Body, ProgramFunction, Expression } from './program.ts';
import type { Random } from './random.ts';

/** Groups of constructs. A program uses a few of them, so that these meet more often than if every program had all. */
export const features = [
  'gather',
  'wait',
  'asCompleted',
  'shield',
  'timeout',
  'group',
  'cancel',
  'callback',
  'future',
  'event',
  'lock',
  'condition',
  'semaphore',
  'barrier',
  'queue',
  'generator',
  'eager',
  'name',
  'exit',
] as const;
/** The last three are decided separately, so that the programs of old seeds without them do not change. */
export type Feature = (typeof features)[number] | 'context' | 'object' | 'thread';

/** Everything that the functions of one program share. Variables are listed by what they contain. */
export type World = {
  readonly random: Random;
  readonly features: ReadonlySet<Feature>;
  /** The coroutine functions `w1`, … up to this number. Each may call and await only later ones, so that no cycle awaits itself. */
  readonly levels: number;
  readonly callbacks: number;
  readonly locks: readonly string[];
  readonly events: readonly string[];
  readonly conditions: readonly string[];
  readonly semaphores: readonly string[];
  readonly barriers: readonly string[];
  readonly queues: readonly string[];
  readonly futures: readonly string[];
  /** Shared async generators. */
  readonly generators: readonly string[];
  /** Functions of async generators that end when they are closed, for variables that go out of scope. */
  readonly cleanGenerators: readonly string[];
  readonly lists: readonly string[];
  readonly accounts: readonly string[];
  /** Functions for threads, and how many seconds each blocks. */
  readonly blocking: ReadonlyMap<string, number>;
  readonly contextVariables: readonly string[];
  /** Variables that hold contexts. */
  readonly contexts: readonly string[];
  /** Writes some statements of a coroutine or async generator: blocks contain bodies, and bodies contain blocks. */
  readonly generateBody: (place: Place, least: number, most: number) => Body;
  /** The cost of each function that has been written so far. */
  readonly costs: Map<string, number>;
};

/** The place for a statement. */
export type Place = {
  readonly world: World;
  readonly function: string;
  /** The number of the coroutine function; 0 for `main`, and a number above all others for functions that may call none. */
  readonly level: number;
  readonly kind: ProgramFunction['kind'];
  readonly depth: number;
  readonly inLoop: boolean;
  readonly inWith: boolean;
  readonly inFinally: boolean;
  readonly inCatch: boolean;
  /** Whether what it generates must end when it is closed. */
  readonly isClean: boolean;
  readonly counters: Counters;
  /** How often it runs for each run of the function. */
  readonly times: number;
};

type Counters = { budget: number; labels: number; locals: number };

/** The place inside a block at `place`. */
export const changePlace = (place: Place, changes: Partial<Place> = {}): Place => ({
  ...place,
  depth: place.depth + 1,
  ...changes,
});

/** A text that no other statement prints. */
export const nameLabel = ({ function: name, counters }: Place): string => `${name}.${++counters.labels}`;

/** A local variable of the function. */
export const nameLocal = ({ counters }: Place): string => `v${++counters.locals}`;

/** Subtracts a statement's cost from the function's budget; returns whether there was enough. */
export function afford({ counters, times }: Place, cost: number): boolean {
  if (counters.budget < cost * times) return false;
  counters.budget -= cost * times;
  return true;
}

/** Whether `feature` is in the program. */
export const has = ({ world }: Place, feature: Feature): boolean => world.features.has(feature);

const delays: readonly (readonly [number, Expression])[] = [
  [30, 0],
  [25, 1],
  [14, 2],
  [8, 3],
  [5, 0.5],
  [2, -1],
  [2, 0.1],
  [2, 0.2],
  [2, 0.3],
  [1, 1e-10],
  [1, 1e-9],
  [1, 16777217.5],
];

/** A delay in seconds. There are few, mostly whole, so that deadlines coincide. */
export const pickDelay = (random: Random): Expression => random.weighted(delays);

/** A delay, or none. */
export const pickLimit = (random: Random): Expression => (random.chance(0.08) ? null : pickDelay(random));

/** The place in the body of a `with`. */
export const enterWith = (place: Place): Place => changePlace(place, { inWith: true, inLoop: false });
