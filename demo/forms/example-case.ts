import type { Case } from '../../src/schema/case.js';

/** A case as a backend tells it. */
export const example: Case = {
  number: '17705236',
  subject: 'Access - password reset for a colleague',
  status: 'awaiting-you',
  label: 'Pending',
  severity: 'High',
  owner: 'Sam Rivera',
  requester: 'Maria Okafor',
  organisation: 'Northwind Partner Gateway',
  created: '2026-11-02T09:12:00Z',
  updated: '2026-11-03T14:40:00Z',
  url: undefined,
  description: 'The link in the message has expired.\nA new one does not arrive.',
  details: [
    { label: 'Product', value: 'System management' },
    { label: 'Topic', value: 'System availability' },
  ],
  contact: { name: 'Maria Okafor', email: 'maria@northwind.example' },
  attachments: [
    {
      id: 'f1',
      name: 'Screenshot 1.png',
      size: 48_200,
      type: 'image/png',
      addedBy: 'Maria Okafor',
      added: '2026-11-02T09:13:00Z',
      url: undefined,
    },
  ],
  comments: [
    {
      id: 'c1',
      author: { name: 'Maria Okafor', isStaff: false },
      text: 'It happens on every machine.',
      created: '2026-11-02T10:05:00Z',
    },
    {
      id: 'c2',
      author: { name: 'Sam Rivera', isStaff: true },
      text: 'Here is a new link. It works for an hour.',
      created: '2026-11-03T14:40:00Z',
    },
  ],
  isUnread: true,
  isFollowed: true,
  version: '3',
  can: { comment: true, attach: true, resolve: true, reopen: false, follow: true },
};
