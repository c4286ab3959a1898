/** What runs in the page of the benchmark: many files added at once to one of several upload areas. */
import Uppy from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import Dropzone from 'dropzone';
import * as FilePond from 'filepond';
import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';
import 'dropzone/dist/dropzone.css';
import 'filepond/dist/filepond.css';
import { CaseUpload } from '../../../src/elements/case-upload/case-upload.js';
import type { Shown } from './shown.js';

/** An upload area that is ready, with its code loaded, and nothing in it. */
interface Area {
  add(files: File[]): void;
  /** How many files it holds. */
  count(): number;
}

/** None of them sends anything: that is not measured here. */
const areas: Readonly<Record<string, (place: HTMLElement) => Area | Promise<Area>>> = {
  'Case Elements': async (place) => {
    CaseUpload.define();
    const upload = new CaseUpload();
    upload.maxFiles = 100_000;
    upload.uploader = { upload: () => new Promise(() => undefined) };
    place.append(upload);
    await upload.updateComplete;
    // What draws the list comes when a person comes near, as everybody does who brings files.
    upload.focus();
    upload.add([new File(['0'], 'first.txt')]);
    while (!upload.shadowRoot?.querySelector('li')) await nextFrame();
    upload.clear();
    return { add: (files) => upload.add(files), count: () => upload.attachments.length };
  },
  'Uppy Dashboard': (place) => {
    const uppy = new Uppy().use(Dashboard, { target: place, inline: true });
    const described = (data: File) => ({ name: data.name, type: data.type, data });
    return {
      add: (files) => uppy.addFiles(files.map(described)),
      count: () => uppy.getFiles().length,
    };
  },
  Dropzone: (place) => {
    place.classList.add('dropzone');
    const dropzone = new Dropzone(place, { url: '/nowhere', autoProcessQueue: false });
    return {
      add: (files) => files.forEach((file) => dropzone.addFile(file as Dropzone.DropzoneFile)),
      count: () => dropzone.files.length,
    };
  },
  FilePond: (place) => {
    const input = document.createElement('input');
    input.type = 'file';
    place.append(input);
    const pond = FilePond.create(input, { allowMultiple: true, instantUpload: false });
    return {
      add: (files) => void pond.addFiles(files),
      count: () => pond.getFiles().length,
    };
  },
};

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** For so long nothing may change before it counts as shown. */
const QUIET = 500;

/** The roots of all that is drawn in a place. */
function rootsIn(place: Element): ParentNode[] {
  const shadows = [...place.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [place, ...shadows];
}

const textOf = (place: Element) =>
  rootsIn(place)
    .map((root) => (root as Node).textContent)
    .join();

/** Adds so many files at once, and waits until the list has them and stands still, or until it has had enough. */
async function fill(name: string, count: number, patience: number): Promise<Shown> {
  const place = document.body.appendChild(document.createElement('div'));
  const area = await areas[name]?.(place);
  if (!area) throw new Error(`There is no ${name}.`);
  const files = Array.from({ length: count }, (_, at) => {
    return new File([`${at}`.padEnd(1000)], `file-${at}.txt`, { type: 'text/plain' });
  });
  for (let frames = 0; frames < 10; frames++) await nextFrame();
  let changed = 0;
  const observer = new MutationObserver(() => (changed = performance.now()));
  for (const root of rootsIn(place)) {
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  }
  const began = performance.now();
  let [first, shown, last] = [0, 0, 0];
  area.add(files);
  for (;;) {
    await nextFrame();
    // After a task, so that the frame that was asked for has been drawn.
    await new Promise((resolve) => setTimeout(resolve));
    const now = performance.now();
    if (changed > last) [last, shown] = [changed, now];
    if (!first && /file-\d/.test(textOf(place))) first = now;
    const isWhole = first > 0 && area.count() === count && now - shown > QUIET;
    if (!isWhole && now - began < patience) continue;
    const nodes = rootsIn(place).reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);
    observer.disconnect();
    return { ms: shown - began, first: first - began, nodes, isWhole };
  }
}

Object.assign(globalThis, { fill });
