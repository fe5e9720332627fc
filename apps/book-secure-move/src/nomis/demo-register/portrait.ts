/** A grey silhouette, 48 by 64 pixels, as JPEG: everybody's face in the demo register. */
export const portrait: Uint8Array = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI' +
      'CAgICAgICAj/wAALCABAADABAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgB' +
      'AQAAPwD1YAAAPNQ9KADzUPSgA81D0oB5qAHpTzUAAAAAAAAP/9k=',
    'base64',
  ),
);
