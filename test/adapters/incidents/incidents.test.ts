import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as instatusPage from '../../../src/adapters/incidents/instatus.js';
import { jsonIncidents } from '../../../src/adapters/incidents/json.js';
import * as statusPage from '../../../src/adapters/incidents/statuspage.js';
import { describeIncidentSource } from '../../contracts/incident-source.js';

const url = 'https://status.example/';
const started = '2026-03-05T08:00:00Z';

describeIncidentSource('plain JSON', {
  make: (fetch) => jsonIncidents({ url, fetch }),
  answer: (title, link) => ({
    incidents: [
      { id: '1', title, state: 'investigating', started: '2026-03-05T08:00:00.000Z', url: link },
    ],
  }),
  none: [],
});

const page = { id: 'p', name: 'Acme', url };

describeIncidentSource('Statuspage', {
  make: (fetch) => statusPage.statuspage({ url, fetch }),
  answer: (name, shortlink) => ({
    page,
    incidents: [
      {
        id: 'i1',
        name,
        status: 'investigating',
        impact: 'major',
        started_at: started,
        shortlink,
        components: [{ name: 'API' }],
      },
    ],
    scheduled_maintenances: [],
  }),
  none: { page, incidents: [], scheduled_maintenances: [] },
});

describeIncidentSource('Instatus', {
  make: (fetch) => instatusPage.instatus({ url, fetch }),
  answer: (name, link) => ({
    page: { name: 'Acme', url, status: 'HASISSUES' },
    activeIncidents: [
      {
        id: 'i1',
        name,
        started: 'Thu Mar 05 2026 08:00:00 GMT+0000 (Coordinated Universal Time)',
        status: 'INVESTIGATING',
        impact: 'MAJOROUTAGE',
        url: link,
      },
    ],
  }),
  none: { page: { name: 'Acme', url, status: 'UP' } },
});

test('the addresses that are asked', () => {
  assert.equal(statusPage.encode({ url }), 'https://status.example/api/v2/summary.json');
  assert.equal(
    instatusPage.encode({ url: 'https://acme.instatus.com' }),
    'https://acme.instatus.com/summary.json',
  );
});

test('maintenance is told once it has begun', () => {
  const maintenance = (status: string) => ({
    id: status,
    name: status,
    status,
    scheduled_for: started,
  });
  const answer = {
    incidents: [],
    scheduled_maintenances: ['scheduled', 'in_progress', 'completed'].map(maintenance),
  };
  assert.deepEqual(
    statusPage.decode(answer).map(({ title, state }) => [title, state]),
    [['in_progress', 'maintenance']],
  );
  const planned = (status: string) => ({
    name: status,
    status,
    start: started,
    url: `https://s.example/${status}`,
  });
  const summary = { page: {}, activeMaintenances: ['NOTSTARTEDYET', 'INPROGRESS'].map(planned) };
  assert.deepEqual(
    instatusPage.decode(summary).map(({ title, state }) => [title, state]),
    [['INPROGRESS', 'maintenance']],
  );
});

test('what is over is not told', () => {
  assert.deepEqual(
    statusPage.decode({ incidents: [{ id: '1', name: 'x', status: 'resolved' }] }),
    [],
  );
});

test('plain JSON takes whoever wants to be notified, once it is sure that they were heard', async () => {
  const asked: unknown[] = [];
  let answer = new Response(null, { status: 204 });
  const source = jsonIncidents({
    url,
    notify: '/notify',
    fetch: async (address, init) => {
      asked.push([address, JSON.parse(init?.body as string)]);
      return answer;
    },
  });
  const incident = { id: '7', title: 'Down', state: 'investigating' } as const;
  const { signal } = new AbortController();
  await source.notify?.(incident, { email: 'ada@example.com', signal });
  assert.deepEqual(asked, [['/notify', { incident: '7', email: 'ada@example.com' }]]);
  answer = new Response(null, { status: 503 });
  await assert.rejects(async () => source.notify?.(incident, { signal }));
});

test('a source says where people can ask for it themselves, and only where that is safe', () => {
  const subscribe = 'https://status.example/subscribe';
  for (const make of [jsonIncidents, statusPage.statuspage, instatusPage.instatus]) {
    assert.equal(make({ url, subscribe }).subscribe, subscribe);
    assert.equal(make({ url, subscribe: 'javascript:alert(1)' }).subscribe, undefined);
    assert.equal('notify' in make({ url }), false);
  }
});
