/** A request as it goes over the wire. */
export function bytesOf(request, headersOfRequest) {
  const body = request.body ? JSON.stringify(request.body) : '';
  const headers = { ...headersOfRequest, ...(body && { 'Content-Length': Buffer.byteLength(body) }) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${request.method} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
