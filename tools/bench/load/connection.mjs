import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that asks, waits for the whole answer, and asks again: no more of HTTP/1.1 than answers with
 * a Content-Length need, so that the load costs little of the processor that it shares with the servers.
 */
export class Connection {
  /**
   * @param {number} port on the loopback interface
   * @param {(status: number) => void} onAnswer
   * @param {(error: Error) => void} onFailure
   */
  constructor(port, onAnswer, onFailure) {
    this.onAnswer = onAnswer;
    this.fail = onFailure;
    this.status = 0;
    this.missing = 0;
    this.head = undefined;
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.opened = new Promise((resolve) => this.socket.once('connect', resolve));
    this.socket.on('data', (bytes) => this.read(bytes));
    this.socket.on('error', onFailure);
    this.socket.on('close', () => onFailure(new Error('the server closed a connection')));
  }

  ask(bytes) {
    this.socket.write(bytes, 'utf8');
  }

  end() {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  read(bytes) {
    if (this.status !== 0) return this.count(bytes.length);
    const head = this.head ? Buffer.concat([this.head, bytes]) : bytes;
    const end = head.indexOf(headEnd);
    if (end < 0) {
      this.head = head;
      return undefined;
    }
    this.head = undefined;
    const text = head.latin1Slice(0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(text);
    this.status = Number(text.slice(9, 12));
    if (!length && this.status !== 204) return this.fail(new Error(`an answer without Content-Length: ${text}`));
    this.missing = length ? Number(length[1]) : 0;
    return this.count(head.length - end - headEnd.length);
  }

  count(received) {
    this.missing -= received;
    if (this.missing > 0) return;
    const { status } = this;
    this.status = 0;
    this.onAnswer(status);
  }
}
