import { randomUUID } from 'node:crypto';

const basic = (client: string): string => `Basic ${Buffer.from(`${client}:${client}-secret`).toString('base64')}`;

/** One request of a demo client; rejects when no whole answer comes. */
export async function ask(
  url: string,
  client: string,
  method: string,
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const reply = await fetch(url, {
    method,
    headers: { Authorization: basic(client), 'Content-Type': 'application/json', Connection: 'close' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** Creates a task at one process after the other until it is accepted; gives the id of the event. */
export async function createTaskSurely(urls: () => readonly string[], subscriberId: string): Promise<string> {
  const event = taskEvent(subscriberId);
  for (let attempt = 0; ; attempt += 1) {
    const all = urls();
    const reply = await ask(`${all[attempt % all.length]!}/notifications`, 'requestor', 'POST', event).catch(
      () => undefined,
    );
    if (reply?.status === 200) return event.notificationId;
    if (reply && reply.status !== 503) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const taskEvent = (subscriberId: string) => {
  const notificationId: string = randomUUID();
  return {
    notificationType: 'CreateTaskEvent',
    notificationId,
    notificationDateTime: '2026-02-03T00:01:00Z',
    subscriberId,
    task: {
      externalReference: `ORD-${notificationId}`,
      taskType: 'Fulfil',
      workType: 'FibreConnect',
      allocation: { workSupplier: { id: 'FIELDWORKS' } },
      site: {
        address: { streetNumber: '12', street: 'Kauri Lane', suburb: 'Northcote', city: 'Auckland', postcode: '0627' },
        areaType: 'Urban',
        locations: [{ locationId: '300112233', locationIdType: 'TLC' }],
        contacts: [{ name: 'Aroha Example', role: 'SiteContact', mobileNumber: '+64210000000' }],
      },
      activities: [
        {
          externalReference: 'ACT-1',
          activityType: 'Install',
          schedule: { siteVisitType: 'Install', latestEnd: '2099-01-30T00:00:00Z' },
        },
      ],
    },
  };
};
