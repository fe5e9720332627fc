import { canonicalPath } from './paths';

describe('canonicalPath', () => {
  it.each([
    ['/v3/work/works/NB1', '/v3/work/works/NB1'],
    ['/latest/work/works/NB1', '/v3/work/works/NB1'],
    ['/latest/reporting/permits', '/v3/reporting/permits'],
    ['/works/NB1', '/v3/work/works/NB1'],
    ['/authenticate/initial', '/v3/work/authenticate/initial'],
    ['/status', '/v3/work/status'],
    ['/v3/party/swagger.json', '/v3/party/openapi.json'],
    ['/latest/work/docs/', '/docs'],
    ['/docs', '/docs'],
    ['/openapi.json', '/openapi.json'],
    ['/v2/work/works/NB1', '/v2/work/works/NB1'],
    ['/latest', '/latest'],
    ['/nothing', '/nothing'],
  ])('reads %s as %s', (path, expected) => expect(canonicalPath(path)).toBe(expected));
});
