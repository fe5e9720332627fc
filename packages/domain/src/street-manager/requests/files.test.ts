import { checkFiles, checkUpload, extensionOf, fileLimits, fileLinkRefusal, mediaTypeOf } from './files';
import { told } from './requests.fixture';

const file = (fileId: number, over = {}) => ({ fileId, organisation: '4312', linked: false, size: 1, ...over });

describe('an upload', () => {
  it.each([
    ['plan.pdf', 10, []],
    ['PLAN.PDF', fileLimits.file, []],
    ['plan.pdf', fileLimits.file + 1, ['file file_size']],
    ['plan.exe', 1, ['file file_type']],
    ['usrns.csv', 1, ['file file_type']],
    ['plan', 1, ['file file_type']],
    ['plan.toString', fileLimits.file + 1, ['file file_type', 'file file_size']],
  ])('%s of %i bytes', (name, size, expected) => {
    expect(told(checkUpload({ name, size }))).toEqual(expected);
  });

  it.each([
    ['a.b.JPG', 'jpg', 'image/jpeg'],
    ['a.tif', 'tif', 'image/tiff'],
    ['.pdf', 'pdf', 'application/pdf'],
    ['a', '', undefined],
  ])('%s is %s, %s', (name, extension, type) => {
    expect([extensionOf(name), mediaTypeOf(name)]).toEqual([extension, type]);
  });
});

describe('files that a request names', () => {
  it.each([
    [[1], []],
    [
      [1, 2, 3],
      ['file_ids[1] unknown_file', 'file_ids[2] unknown_file'],
    ],
    [[undefined as never, 1], []],
    [null, []],
  ])('%j', (file_ids, expected) => {
    expect(told(checkFiles({ file_ids }, [file(1), file(2, { organisation: '9999' })], '4312'))).toEqual(expected);
  });

  it.each([
    ['free', [file(1)], 0, false],
    ['already linked', [file(1), file(2, { linked: true })], 0, true],
    ['just fitting', [file(1, { size: 10 })], fileLimits.work - 10, false],
    ['too many for the work', [file(1, { size: 10 }), file(2)], fileLimits.work - 10, true],
  ])('%s', (_, files, sizeOfWork, refused) => {
    expect(fileLinkRefusal(files, sizeOfWork) !== null).toBe(refused);
  });
});
