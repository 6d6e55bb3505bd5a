import fc from 'fast-check';
import { readSeed } from './read-seed.ts';

// Set up before each test file: every property of fast-check draws its values from the run's seed.
fc.configureGlobal({ seed: readSeed() });
