// title: A transport, a protocol and one future
// question: The line arrives in two pieces, at 1 s and at 3 s. When does main have it, and how many calls did that take?
// answer: At 3 s, in the iteration after the second call of dataReceived. The protocol collects pieces in plain calls; the
//   future is the one place where a coroutine can wait for them.
// look: Between its two segments main waits for a future. The transport and the protocol have no lane, because they are callbacks.

import { getRunningLoop } from '@yieldpoint/scheduler';

class LineProtocol {
  line = getRunningLoop().createFuture<string>();
  received = '';
  dataReceived(data: string) {
    console.log(`protocol got ${data.length} characters`);
    this.received += data;
    if (this.received.endsWith('\n')) this.line.setResult(this.received.trim());
  }
}

class SlowTransport {
  constructor(protocol: LineProtocol) {
    getRunningLoop().callLater(1, () => protocol.dataReceived('GET /in'));
    getRunningLoop().callLater(3, () => protocol.dataReceived('dex\n'));
  }
}

export async function main() {
  const protocol = new LineProtocol();
  new SlowTransport(protocol);
  console.log(`main has ${await protocol.line}`);
}
