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
