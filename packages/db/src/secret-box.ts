import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keys of 32 bytes by id; all open, the current one seals. */
export interface SecretKeys {
  current: string;
  keys: Readonly<Record<string, Uint8Array>>;
}

/**
 * Secrets at rest: AES-256-GCM, with the key's id beside the text and the owner's id bound into it, so that a sealed
 * secret moved to another owner's row does not open.
 */
export class SecretBox {
  /** Throws RangeError when the current key is missing, or a key is not 32 bytes long or has an unusable id. */
  constructor(private readonly config: SecretKeys) {
    for (const [id, key] of Object.entries(config.keys)) {
      if (key.length !== 32) throw new RangeError(`the key ${id} is not 32 bytes long`);
      if (!/^[\w-]+$/.test(id)) throw new RangeError('a key id is made of letters, digits, _ and -');
    }
    if (!Object.hasOwn(config.keys, config.current)) throw new RangeError(`there is no key ${config.current}`);
  }

  /** `v1.<key id>.<base64url of iv, ciphertext and tag>` */
  seal(secret: string, owner: string): string {
    const { current, keys } = this.config;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keys[current]!, iv).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return [VERSION, current, sealed.toString('base64url')].join('.');
  }

  /** Throws when the key is unknown, or the text was changed or sealed for another owner. */
  open(sealed: string, owner: string): string {
    const [version, keyId = '', text = ''] = sealed.split('.');
    if (version !== VERSION || !Object.hasOwn(this.config.keys, keyId)) throw new Error('no key opens this secret');
    const bytes = Buffer.from(text, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.config.keys[keyId]!, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /** True when the text is sealed under the current key. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${VERSION}.${this.config.current}.`);
  }
}
