import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

describe('the holiday table', () => {
  it('is what its generator writes', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(__dirname, 'bank-holidays.mjs'), '--check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
