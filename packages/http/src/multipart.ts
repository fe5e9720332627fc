const DELIMITER = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;]+))/i;

/**
 * The bytes of a form without the boundary between its parts, which a client draws anew for every attempt: two attempts
 * of one form are the same then. Any other body stays as it is.
 */
export function withoutBoundary(body: Buffer, contentType: string | undefined): Buffer {
  const [, quoted, plain] = DELIMITER.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return body;
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  for (let from = 0; ;) {
    const end = body.indexOf(delimiter, from);
    const piece = body.subarray(from, end < 0 ? body.length : end);
    // Their lengths tell pieces apart, so that no content can pass for a delimiter.
    pieces.push(Buffer.from(`${piece.length}:`), piece);
    if (end < 0) return Buffer.concat(pieces);
    from = end + delimiter.length;
  }
}
