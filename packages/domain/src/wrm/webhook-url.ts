/** What a deployment lets webhooks be; development allows plain HTTP and addresses of the machine itself. */
export interface WebhookPolicy {
  plainHttp: boolean;
  /** Names and addresses of hosts that need no DNS name. */
  allowedHosts: ReadonlySet<string>;
}

/** Why an address cannot be a webhook; undefined when it can. Whether it may be reached is asked at every attempt. */
export function webhookUrlFault(text: string, { plainHttp, allowedHosts }: WebhookPolicy): string | undefined {
  if (!URL.canParse(text)) return 'must be an absolute URL';
  const { protocol, username, password, port, hostname } = new URL(text);
  const schemes = plainHttp ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(protocol)) return `must use ${plainHttp ? 'https or http' : 'https'}`;
  if (username !== '' || password !== '') return 'must not carry a user name or password';
  if (text.includes('#')) return 'must not carry a fragment';
  if (isAddress(hostname) && !allowedHosts.has(hostname)) return 'must name its host by a DNS name';
  const number = port === '' ? 443 : Number(port);
  if (protocol === 'https:' && number !== 443 && number < 1_024) return 'must use port 443 or one from 1024 to 65535';
  return undefined;
}

/** IPv4 in the form to which every spelling of it is brought, IPv6 in brackets, or a name without a dot. */
const isAddress = (hostname: string): boolean =>
  /^\d+\.\d+\.\d+\.\d+$/.test(hostname) || hostname.startsWith('[') || !hostname.includes('.');

/** One spelling for the same webhook, so that a party cannot subscribe it twice. Throws TypeError for what is no URL. */
export function normalisedUrl(text: string): string {
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

/** The address of a challenge: what the webhook's query holds stays, and two parameters follow. */
export function challengeUrl(webhookUrl: string, challenge: string, subscriberId: string): string {
  const joint = !webhookUrl.includes('?') ? '?' : /[?&]$/.test(webhookUrl) ? '' : '&';
  return `${webhookUrl}${joint}challenge=${challenge}&subscriberId=${encodeURIComponent(subscriberId)}`;
}
