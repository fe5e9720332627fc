/** For the image: exits 0 when the service that `SERVICE` names can serve, else 1. */
import { services } from './services.mjs';

const service = services.find(({ name }) => name === process.env.SERVICE);
if (!service) throw new Error(`SERVICE names no service: ${process.env.SERVICE}`);

const port = process.env[service.portVariable] || service.port;
const reply = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(2500) }).catch(
  () => undefined,
);
process.exitCode = reply?.ok ? 0 : 1;
