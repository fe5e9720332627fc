import { tokenPlaceholder } from '../client';
import type { Api } from '../walkthrough';
import { bodyOf } from './body';
import { officer } from './demo';

/** The officer uploads what was seen; gives the number by which a record refers to it. */
export async function uploadEvidence(api: Api, name: string): Promise<number> {
  api.step('Upload supporting evidence (Highway Authority)');
  const text = `%PDF-1.7\n1 0 obj\n(${name})\nendobj\ntrailer\n%%EOF\n`;
  const reply = await api.send(
    {
      method: 'POST',
      path: '/v3/work/files',
      as: officer,
      headers: { token: tokenPlaceholder },
      form: { fields: {}, file: { name, text } },
    },
    { status: 201, leadsTo: (created) => `file ${String(bodyOf(created)['file_id'])}` },
  );
  return Number(bodyOf(reply)['file_id']);
}
