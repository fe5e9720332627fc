import { checkFileName, checkFiles, checkUpload, extensionOf, fileLimits, fileLinkRefusal, mediaTypeOf } from './files';
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
    expect(told(checkUpload({ name, size, content: mediaTypeOf(name) }))).toEqual(expected);
  });

  it.each([
    ['plan.pdf', 'image/png', ['file file_content']],
    ['plan.pdf', undefined, ['file file_content']],
    ['plan.JPEG', 'image/jpeg', []],
    ['plan.exe', 'application/pdf', ['file file_type']],
  ])('%s that holds %s', (name, content, expected) => {
    expect(told(checkUpload({ name, size: 1, content }))).toEqual(expected);
  });

  it.each([
    ['Plan of Tannery Lane, 2 (final).pdf', []],
    ['Plan für Straße – 図面.pdf', []],
    ['../plan.pdf', ['file file_name']],
    ['..\\plan.pdf', ['file file_name']],
    ['/etc/plan.pdf', ['file file_name']],
    ['C:\\plan.pdf', ['file file_name']],
    ['plan.exe\u0000.pdf', ['file file_name']],
    ['plan\n.pdf', ['file file_name']],
    ['plan\u202efdp.exe', ['file file_name']],
    [`${'x'.repeat(251)}.pdf`, []],
    [`${'x'.repeat(252)}.pdf`, ['file file_name']],
    ['  ', ['file file_name']],
  ])('named %j', (name, expected) => {
    expect(told(checkFileName(name))).toEqual(expected);
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
