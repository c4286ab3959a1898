import { newCaseForm } from '../../src/core/new-case-form.js';
import { en } from '../../src/locales/en.js';
import { agentDesk, caseDesk } from '../../src/server/index.js';
import { beforeForm, beforeSchemas } from '../forms/before-form.js';
import { deviceForm } from '../forms/device-form.js';
import { guideForm } from '../forms/guide-form.js';
import { projectForm } from '../forms/project-form.js';
import { requestForm } from '../forms/request-form.js';
import { supportForm } from '../forms/support-form.js';
import { supportArticles } from './articles.js';
import { identify, people } from './people.js';
import { seedVotes } from './votes.js';

export interface DeskFolders {
  /** Cases and their files. */
  readonly data: string;
  /** Articles of the support page, in Markdown. */
  readonly articles: string;
}

/**
 * Two doors to one desk: the partner gateway at `/desk`, the documentation at `/docs-desk`, whose pages
 * search by themselves.
 */
export function openDesks({ data, articles }: DeskFolders) {
  const options = {
    data,
    definitions: [
      newCaseForm(en),
      supportForm,
      guideForm,
      deviceForm,
      requestForm,
      beforeForm,
      projectForm,
    ],
    fieldTypes: beforeSchemas,
    identify,
  };
  const desks = [
    { base: '/desk', articles: supportArticles(articles) },
    { base: '/docs-desk' },
  ].map((door) => ({ ...door, ...caseDesk({ ...options, ...door }) }));
  const [desk] = desks;
  if (desk) void seedVotes(desk, desk.base);
  // Whoever sits at this machine may answer: the demo listens to nobody else.
  const agents = desk && agentDesk({ desk, authorise: () => ({ name: 'Sam Rivera' }) });

  return {
    /** The answer of the desk that the path belongs to, or nothing where it is none of theirs. */
    fetch: (request: Request): Promise<Response> | undefined => {
      const { pathname } = new URL(request.url);
      if (pathname === '/person') return people(request);
      // Below `/agent/` lies the page, too: what is none of the helper's addresses is a file.
      if (/^\/agent\/(?:cases|deflection)(?:\/|$)/.test(pathname)) return agents?.fetch(request);
      return desks.find(({ base }) => pathname.startsWith(`${base}/`))?.fetch(request);
    },
    close: (): void => {
      for (const desk of desks) desk.close();
    },
  };
}
