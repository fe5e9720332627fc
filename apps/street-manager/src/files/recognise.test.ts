import fc from 'fast-check';
import { fileTypes } from '@switchyard/domain/street-manager';
import { bmp, doc, docx, jpeg, pdf, png, tiff, zip } from '../testing/sample-files';
import { recognise } from './recognise';

const join = (...parts: readonly (Buffer | string)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('recognise', () => {
  it.each([
    ['a PDF', pdf(), fileTypes.pdf],
    ['a PDF with a line after its end', join(pdf(), '\r\n'), fileTypes.pdf],
    ['a PNG', png(), fileTypes.png],
    ['a JPEG', jpeg(), fileTypes.jpg],
    ['a JPEG with what a camera adds', jpeg('SEFT trailer of a telephone'), fileTypes.jpg],
    ['a TIFF of Intel order', tiff('II'), fileTypes.tif],
    ['a TIFF of Motorola order', tiff('MM'), fileTypes.tif],
    ['a BMP', bmp(), fileTypes.bmp],
    ['a Word document', docx(), fileTypes.docx],
    ['an old Word document', doc(), fileTypes.doc],
  ])('knows %s', (_, bytes, type) => expect(recognise(bytes)).toBe(type));

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('8412007\n')],
    ['a program', join('MZ', Buffer.alloc(100))],
    ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing that is a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['the beginning of a PDF alone', pdf().subarray(0, 20)],
    ['the beginning of a PNG alone', png().subarray(0, 40)],
    ['the beginning of a JPEG alone', jpeg().subarray(0, 12)],
    ['a TIFF whose directory is elsewhere', join('II*\0', Buffer.from('ffffff7f', 'hex'), Buffer.alloc(8))],
    ['text that begins as a BMP', Buffer.from('BMW and other makes of vehicles, a list')],
    ['a workbook of the older Office programs', doc('Workbook')],
    ['a workbook', zip(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['an archive', zip(['evil.exe'])],
    ['an archive that is cut off', docx().subarray(0, -8)],
    ['a PNG with an archive at its end', join(png(), zip(['evil.exe']))],
    ['a JPEG with an archive at its end', join(jpeg(), zip(['evil.exe']))],
    ['a JPEG with an archive at its end, and a comment after', join(jpeg(), zip(['evil.exe'], 'a comment'))],
    ['a PDF with an archive at its end', join(pdf(), zip(['evil.jar']))],
    ['a JPEG that begins a PDF too', jpeg('%PDF-1.7 … %%EOF')],
    ['a TIFF that is a page too', join(tiff(), '<script >alert(1)</script>')],
    ['a BMP that is a script too', join(bmp(), '<?php system($_GET[0]); ?>')],
    ['a PDF behind other bytes', join('GIF89a', pdf())],
  ])('does not take %s', (_, bytes) => expect(recognise(bytes)).toBeUndefined());

  it('survives any bytes, also behind the beginning of a type', () => {
    const starts = [pdf(), png(), jpeg(), tiff(), bmp(), doc(), docx()].map((bytes) => bytes.subarray(0, 16));
    const anything = fc.tuple(fc.constantFrom(Buffer.alloc(0), ...starts), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(anything, fc.boolean(), ([start, rest], closed) => {
        const bytes = join(start, Buffer.from(rest), closed ? zip([]) : '');
        expect([undefined, ...Object.values(fileTypes)]).toContain(recognise(bytes));
      }),
    );
  });

  it('takes no longer for a file that pretends to be many archives', () => {
    const ends = Buffer.alloc(1_048_576);
    for (let at = 0; at + 22 < ends.length; at += 4) ends.writeUInt32LE(0x06054b50, at);
    expect(recognise(join(jpeg(), ends))).toBe(fileTypes.jpg);
  });
});
