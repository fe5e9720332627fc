/** Tests wait for databases and other processes: on a busy machine five seconds are nothing. */
jest.setTimeout(60_000);
