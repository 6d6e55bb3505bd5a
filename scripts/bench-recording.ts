import process from 'node:process';
import { measureRecording } from '../conformance/bench/recording/measure-recording.ts';

/*
 * Measures the cost of recording a run's variables, as a multiple of the time of the same run when only frames that suspend and
 * their lines are recorded. The limit is 3. Type: npm run bench:recording
 */
const most = 3;

for (const { language, events, withoutMs, withMs } of await measureRecording(7)) {
  const ratio = withMs / withoutMs;
  const verdict = ratio <= most ? '' : `, more than ${most}`;
  console.log(
    `${language}: ${events} events, ${withoutMs.toFixed(0)} ms without variables, ${withMs.toFixed(0)} ms with: ${ratio.toFixed(1)} times${verdict}`,
  );
  if (ratio > most) process.exitCode = 1;
}
process.exit();
