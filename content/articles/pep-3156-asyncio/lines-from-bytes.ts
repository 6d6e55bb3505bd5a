// title: A transport, a protocol and one future
// question: The line arrives in two pieces, at 1 s and at 3 s. When does `main` have it, and what is printed before?
// answer: At 3 s, one iteration after the second piece. The protocol collects pieces in plain calls; the future is the one
//   place where a coroutine can wait for the whole.
// look: Between its two segments `main` waits for a future. The transport and the protocol have no lane, because they are
//   callbacks of the loop.

import { Future, getRunningLoop } from '@yieldpoint/scheduler';

class LineProtocol {
  line = new Future<string>();
  text = '';
  dataReceived(data: string) {
    console.log(`got ${data.length} characters`);
    this.text += data;
    if (!this.text.endsWith('\n')) return;
    this.line.setResult(this.text.trim());
  }
}

function slowTransport(to: LineProtocol) {
  const loop = getRunningLoop();
  loop.callLater(1, () => to.dataReceived('GET /in'));
  loop.callLater(3, () => to.dataReceived('dex\n'));
}

export async function main() {
  const protocol = new LineProtocol();
  slowTransport(protocol);
  console.log(`main has ${await protocol.line}`);
}
