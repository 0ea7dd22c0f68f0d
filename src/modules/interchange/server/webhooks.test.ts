import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { deliverWebhookJob } from './deliver-webhook.job.ts';
import { isPublicAddress } from './private-addresses.ts';

type Received = { headers: http.IncomingHttpHeaders; body: string };

/** A small program of somebody else that keeps what it is sent and answers as it is told. */
async function startReceiver() {
  const received: Received[] = [];
  const state = { code: 200 };
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(state.code, { location: 'http://127.0.0.1:9/' }).end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, received, state, close: () => server.close() };
}

let test: TestApp;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let owner: Enterprise;
let stranger: Enterprise;
let operator: Person;

const allowPrivate = (value: boolean) =>
  test.platform.db
    .transaction()
    .execute((tx) =>
      writeSetting(tx, { key: 'webhooks.allow_private', value, at: new Date(), by: 'test' }),
    );

beforeAll(async () => {
  test = await startTestApp();
  receiver = await startReceiver();
  owner = await givenEnterprise(test);
  stranger = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
  await allowPrivate(true);
});
afterAll(async () => {
  receiver.close();
  await test.close();
});

/** Tries what waits once, as the queue would; gives how many tries failed. */
async function deliver(): Promise<number> {
  await test.settle();
  const { rows } = await test.platform.pool.query<{ id: string }>(
    `select id from webhook_deliveries where status = 'queued' order by id`,
  );
  let failed = 0;
  for (const { id } of rows) {
    await deliverWebhookJob(test.platform)
      .handle({ id })
      .catch(() => (failed += 1));
  }
  return failed;
}
const subscribe = (
  who: Person,
  types: ('need.published' | 'need.submitted' | 'docking.proposed')[],
) => who.api.interchange.createWebhook({ name: 'ERP', url: receiver.url, types });
const signature = (secret: string, { headers, body }: Received) =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update([headers['webhook-id'], headers['webhook-timestamp'], body].join('.'))
    .digest('base64')}`;

describe('a webhook', () => {
  it('is told, signed, of what its owner may see, and of nothing else', async () => {
    const mine = await subscribe(owner, ['need.published', 'need.submitted']);
    const theirs = await subscribe(stranger, ['need.published', 'need.submitted']);
    const need = await givenPublishedNeed(owner, operator);
    receiver.received.length = 0;
    expect(await deliver()).toBe(0);
    const told = receiver.received.map(({ headers, body }) => ({
      ...(JSON.parse(body) as { type: string; data: { subject: { id: string }; address: string } }),
      mine: headers['webhook-signature'] === signature(mine.secret, { headers, body }),
    }));
    // The stranger may read the need now that it is published; both events come, to both.
    expect(told.filter((each) => each.mine).map(({ type }) => type)).toEqual([
      'need.submitted',
      'need.published',
    ]);
    expect(told[0]?.data).toMatchObject({
      subject: { type: 'need', id: need.id },
      address: `http://rongtong.test/api/needs/${need.id}`,
    });
    expect(receiver.received.some(({ body }) => body.includes(heatNeed.title))).toBe(false);

    receiver.received.length = 0;
    const draft = await owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });
    await owner.api.exchange.submitNeed({ id: draft.id, version: draft.version });
    await deliver();
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]!.headers['webhook-signature']).toBe(
      signature(mine.secret, receiver.received[0]!),
    );
    const log = await owner.api.interchange.listDeliveries({ id: mine.id });
    expect(log.items[0]).toMatchObject({ status: 'delivered', responseCode: 200, attempts: 1 });
    const refused = owner.api.interchange.listDeliveries({ id: theirs.id });
    await expect(refused).rejects.toMatchObject({ status: 404 });
    await owner.api.interchange.removeWebhook({ id: mine.id });
    await stranger.api.interchange.removeWebhook({ id: theirs.id });
  });

  it('signs with both secrets while one takes the place of the other', async () => {
    const first = await subscribe(owner, ['docking.proposed']);
    const second = await owner.api.interchange.rotateWebhook({ id: first.id });
    const trial = async () => {
      receiver.received.length = 0;
      await owner.api.interchange.tryWebhook({ id: first.id });
      await deliver();
      return receiver.received[0]!;
    };
    const during = await trial();
    expect(during.headers['webhook-signature']).toBe(
      `${signature(second.secret, during)} ${signature(first.secret, during)}`,
    );
    test.clock.set(new Date(test.clock.now().getTime() + 25 * 3_600_000).toISOString());
    const after = await trial();
    expect(after.headers['webhook-signature']).toBe(signature(second.secret, after));
    await owner.api.interchange.removeWebhook({ id: first.id });
  });

  it('is tried again when it fails, and can be sent again by hand', async () => {
    const { id } = await subscribe(owner, ['docking.proposed']);
    receiver.state.code = 503;
    await owner.api.interchange.tryWebhook({ id });
    expect(await deliver()).toBe(1);
    const [waiting] = (await owner.api.interchange.listDeliveries({ id })).items;
    expect(waiting).toMatchObject({ status: 'queued', attempts: 1, responseCode: 503 });
    for (let tried = 1; tried < 8; tried += 1) await deliver();
    const [failed] = (await owner.api.interchange.listDeliveries({ id })).items;
    expect(failed).toMatchObject({ status: 'failed', attempts: 8 });
    receiver.state.code = 200;
    await owner.api.interchange.redeliver({ id, deliveryId: failed!.id });
    expect(await deliver()).toBe(0);
    const [sent] = (await owner.api.interchange.listDeliveries({ id })).items;
    expect(sent).toMatchObject({ id: failed!.id, status: 'delivered', responseCode: 200 });
    await owner.api.interchange.removeWebhook({ id });
  });

  it('follows no redirect', async () => {
    const { id } = await subscribe(owner, ['docking.proposed']);
    receiver.state.code = 302;
    await owner.api.interchange.tryWebhook({ id });
    expect(await deliver()).toBe(1);
    receiver.state.code = 200;
    const [delivery] = (await owner.api.interchange.listDeliveries({ id })).items;
    expect(delivery).toMatchObject({ responseCode: 302, problem: null });
    await owner.api.interchange.removeWebhook({ id });
  });

  it('is turned off after repeated failure, and its owner is told', async () => {
    const { id } = await subscribe(owner, ['docking.proposed']);
    receiver.state.code = 500;
    for (let trial = 0; trial < 20; trial += 1) await owner.api.interchange.tryWebhook({ id });
    await deliver();
    receiver.state.code = 200;
    await test.settle();
    const off = (await owner.api.interchange.listWebhooks()).find((each) => each.id === id);
    expect(off).toMatchObject({ on: false, gaveUp: true, failures: 20 });
    const notices = await owner.api.notifications.listMyNotices({});
    expect(notices.items.map(({ title }) => title)).toContain('事件通知“ERP”已自动关闭');
    const [on] = await owner.api.interchange.switchWebhook({ id, on: true });
    expect(on).toMatchObject({ on: true, gaveUp: false, failures: 0 });
    await owner.api.interchange.removeWebhook({ id });
  });

  it('never reaches into a private network unless the instance allows it', async () => {
    const { id } = await subscribe(owner, ['docking.proposed']);
    await allowPrivate(false);
    receiver.received.length = 0;
    await owner.api.interchange.tryWebhook({ id });
    await deliver();
    expect(receiver.received).toEqual([]);
    const [delivery] = (await owner.api.interchange.listDeliveries({ id })).items;
    expect(delivery).toMatchObject({ responseCode: null, problem: 'private' });
    for (const url of [receiver.url, 'http://localhost/x', 'http://[::1]/x', 'http://10.1.2.3/x']) {
      const created = owner.api.interchange.createWebhook({
        name: 'x',
        url,
        types: ['need.closed'],
      });
      await expect(created).rejects.toMatchObject({ status: 422 });
    }
    await allowPrivate(true);
    await owner.api.interchange.removeWebhook({ id });
  });

  it.each([
    ['127.0.0.1', false],
    ['169.254.169.254', false],
    ['100.64.3.4', false],
    ['::ffff:192.168.1.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['2002:7f00:1::', false],
    ['0.0.0.0', false],
    ['8.8.8.8', true],
    ['2400:3200::1', true],
    ['no address', false],
  ])('takes %s for public: %s', (address, wanted) => {
    expect(isPublicAddress(address)).toBe(wanted);
  });

  it('is told of a case only when its owner has a part in it', async () => {
    const hook = await subscribe(stranger, ['docking.proposed']);
    const own = await subscribe(owner, ['docking.proposed']);
    const need = await givenPublishedNeed(owner, operator, { title: '又一条需求要找人解决' });
    const achievement = await givenPublishedAchievement(await givenEnterprise(test));
    await test.settle();
    await owner.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
    });
    await deliver();
    expect((await owner.api.interchange.listDeliveries({ id: own.id })).total).toBe(1);
    expect((await stranger.api.interchange.listDeliveries({ id: hook.id })).total).toBe(0);
  });
});
