/** A subscriber in a process of its own: answers after 5 ms, and tells its parent when each request arrived. */
import { createServer } from 'node:http';

const DELAY_MS = 5;
let arrived = [];
const tell = () => {
  if (arrived.length > 0) process.send({ arrived });
  arrived = [];
};

const server = createServer((request, response) => {
  arrived.push([request.headers['x-wrm-delivery-id'], performance.timeOrigin + performance.now()]);
  request.resume();
  setTimeout(() => response.writeHead(204).end(), DELAY_MS);
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
setInterval(tell, 20);
process.on('disconnect', () => process.exit());
