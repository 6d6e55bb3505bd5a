import fc from 'fast-check';
import { readSeed } from './read-seed.ts';

// Loaded before each test file: every property of fast-check takes its values from the run's seed.
fc.configureGlobal({ seed: readSeed() });
