import { changedDraft, isWorthKeeping } from '../core/drafts/kept-draft.js';
import { differingFields, mergeDrafts } from '../core/drafts/merge-drafts.js';
import type { DraftFiles } from '../ports/draft-store.js';
import type { KeptDraft, KeptField, KeptFile } from '../schema/kept-draft.js';
import type { Occurrence } from './draft-notices.js';
import type { DraftScope } from './draft-scope.js';
import { type DraftShelf, keysOf } from './draft-shelf.js';
import { DraftTabs, type News } from './draft-tabs.js';
import type { KeptFiles } from './kept-files.js';

/** What of a draft only those can do where it is written. */
export interface SharedDraftParts {
  /** The element that it is written in. */
  readonly host: HTMLElement;
  readonly scope: DraftScope;
  readonly shelf: DraftShelf;
  readonly files: KeptFiles;
  /** A draft of which nothing has been written. */
  readonly blank: () => KeptDraft;
  /** What of a draft may be written to a device. */
  readonly storable: (draft: KeptDraft) => KeptDraft;
  /** Whether nothing may change under the person just now. */
  readonly isHeld?: () => boolean;
  /**
   * Shows the draft, in which another tab has changed the fields of some names. Returns whether that is
   * something else than what the person has before them.
   */
  readonly give: (names: readonly string[]) => boolean;
  /** Puts files on the list that another tab has uploaded. */
  readonly bring: (files: readonly KeptFile[]) => void;
  /** Begins the next draft, since another tab has sent this one, or dropped it. */
  readonly restart: (how: 'sent' | 'dropped') => void;
  /** There is something else to say. */
  readonly changed: () => void;
}

/** A draft as it is in this page, on the shelf where it is kept, and in the other tabs it is open in. */
export class SharedDraft {
  /** What has happened to it elsewhere. */
  occurrence: Occurrence | undefined;
  readonly #parts: SharedDraftParts;
  readonly #tabs = new DraftTabs((news) => this.#hear(news));
  /** The keys of drafts that have come to an end. */
  readonly #ended = new Set<string>();
  #draft: KeptDraft;
  #isOpen = false;
  /** Whether something is kept that has to be dropped with the draft. */
  #isKept = false;
  #isComposing = false;
  /** An edit from elsewhere that waits until nothing is under way. */
  #later: KeptDraft | undefined;

  constructor(parts: SharedDraftParts) {
    const { host, blank } = parts;
    this.#parts = parts;
    this.#draft = blank();
    host.addEventListener('compositionstart', () => (this.#isComposing = true));
    host.addEventListener('compositionend', () => {
      this.#isComposing = false;
      this.settle();
    });
  }

  get draft(): KeptDraft {
    return this.#draft;
  }

  /** Whether it is known what was kept. Until then nothing is written, nor taken over from other tabs. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The name that it is kept under. */
  get name(): string {
    return this.#parts.scope.nameOf(this.#draft.form);
  }

  /** Whether other tabs have the same draft. */
  get isShared(): boolean {
    return this.#isOpen && this.#parts.scope.places.includes('device');
  }

  /** Where the bytes of its files go. */
  get fileStore(): DraftFiles | undefined {
    const { shelf, scope } = this.#parts;
    return shelf.filesOf(scope.places[0]);
  }

  /** Another draft begins, with these answers in it. */
  begin(fields: Readonly<Record<string, KeptField>> = {}): void {
    this.#draft = { ...this.#parts.blank(), fields };
    this.#later = undefined;
  }

  /** What was kept in several places as one draft, but for what has come to its end. */
  found(drafts: readonly (KeptDraft | undefined)[]): KeptDraft | undefined {
    const left = drafts
      .filter((draft) => draft !== undefined)
      .filter(({ key }) => !this.hasEnded(key));
    return left.length ? left.reduce(mergeDrafts) : undefined;
  }

  /** It is known what was kept, and what has been written since. */
  open(draft: KeptDraft): void {
    this.#draft = draft;
    this.#isOpen = true;
  }

  /** It is not known what is kept. */
  close(): void {
    this.#isOpen = false;
    this.#isKept = false;
    this.#later = undefined;
  }

  /** The page hears of other tabs. */
  listen(): void {
    this.#tabs.open();
  }

  /** The page hears of nobody any more. */
  leave(): void {
    this.#tabs.close();
  }

  /** The person has written. */
  edit(draft: KeptDraft): void {
    if (this.occurrence?.type === 'changedElsewhere') {
      this.occurrence = undefined;
      this.#parts.changed();
    }
    this.put(draft);
  }

  /** Keeps the draft as it is now, and tells other tabs. */
  put(draft: KeptDraft): void {
    // That nothing is left of what was worth keeping is news, too.
    const isNews = !this.hasEnded(draft.key) && (this.#isKept || isWorthKeeping(draft));
    this.keep(draft);
    const { name } = this;
    if (isNews && this.isShared) this.#tabs.tell({ type: 'edited', name, key: draft.key, draft });
  }

  /** Keeps the draft as it is now: other tabs need not know. */
  keep(draft: KeptDraft): void {
    const { shelf, scope, storable } = this.#parts;
    if (this.hasEnded(draft.key)) return;
    this.#draft = draft;
    if (scope.limit === 'off') return;
    if (isWorthKeeping(draft)) {
      this.#isKept = true;
      void shelf.write(this.name, storable(draft), scope.places);
    } else if (this.#isKept) void this.drop();
  }

  /** The files on the list have changed. */
  noteFiles(): void {
    const { files, scope } = this.#parts;
    if (!this.#isOpen || scope.limit === 'off' || this.hasEnded(this.#draft.key)) return;
    const kept = [...files.keep(this.#draft, this.fileStore)];
    this.put(changedDraft(this.#draft, { files: kept }, scope.time));
  }

  /** Keeps nothing of a draft of this name any longer. Resolves when that is so. */
  async drop(draft = this.#draft): Promise<void> {
    this.#isKept = false;
    await this.#parts.shelf.remove(this.name, keysOf(draft));
  }

  /** Drops what is left on the device of a draft that has come to its end, or to another name. */
  async dropStale(key: string, name = this.name): Promise<void> {
    const { shelf, scope } = this.#parts;
    const draft = await shelf.read(name, 'device', scope.time.now);
    if (draft?.key === key) await shelf.remove(name, keysOf(draft), ['device']);
  }

  /** The draft of this key has come to its end: nothing of it is written any more. */
  end(key: string): void {
    this.#ended.add(key);
  }

  hasEnded(key: string): boolean {
    return this.#ended.has(key);
  }

  /** Tells other tabs, if they may have what it is about. */
  tell(news: News): void {
    if (this.#parts.scope.places.includes('device')) this.#tabs.tell(news);
  }

  /** A person who is not known wants the draft on the device, or no longer. */
  choose(isChosen: boolean): void {
    const { scope, shelf, files } = this.#parts;
    scope.isChosen = isChosen;
    if (isChosen) this.listen();
    else if (this.#isOpen) void shelf.remove(this.name, keysOf(this.#draft), ['device']);
    files.clear();
    this.noteFiles();
  }

  /** Takes up what another tab has done meanwhile, in a page that has slept. */
  async catchUp(): Promise<void> {
    if (!this.isShared) return;
    const { shelf, scope } = this.#parts;
    const { name } = this;
    const draft = await shelf.read(name, 'device', scope.time.now);
    if (draft && this.#isOpen && name === this.name) this.#merge(draft);
  }

  /** Nothing is under way any more: an edit that waited for that is taken up. */
  settle(): void {
    if (this.#later) this.#merge(this.#later);
  }

  #hear(news: News): void {
    const isOurs = this.isShared && news.name === this.name && !this.hasEnded(news.key);
    // What is on screen stays, and is kept, as long as its own name is not meant.
    if (news.type !== 'edited' && (isOurs || news.key !== this.#draft.key)) this.end(news.key);
    if (!isOurs) return;
    if (news.type === 'edited') this.#merge(news.draft);
    else if (news.key === this.#draft.key) this.#endElsewhere(news);
  }

  #merge(theirs: KeptDraft): void {
    const { give, bring, changed, isHeld } = this.#parts;
    // Whoever writes with an input method would lose the word that is under way.
    const isWaiting = this.#isComposing || !!isHeld?.();
    this.#later = isWaiting ? theirs : undefined;
    const mine = this.#draft;
    // What follows a draft that has ended here is not a part of it.
    if (isWaiting || this.hasEnded(theirs.key) || this.hasEnded(mine.key)) return;
    const merged = isWorthKeeping(mine) ? mergeDrafts(mine, theirs) : theirs;
    const names = differingFields(merged, mine);
    this.#draft = merged;
    const isNew = (names.length > 0 || merged.key !== mine.key) && give(names);
    if (isNew) this.occurrence = { type: 'changedElsewhere' };
    bring(merged.files.filter(({ attachment }) => attachment));
    this.#isKept = true;
    if (merged.key !== theirs.key || differingFields(merged, theirs).length) this.put(merged);
    changed();
  }

  /** Files that did not go along are for the next draft. */
  #endElsewhere(news: Exclude<News, { type: 'edited' }>): void {
    const { files, restart, changed } = this.#parts;
    const isSent = news.type === 'ended';
    const left = isSent ? files.listed.filter(({ id }) => !news.files.includes(id)) : [];
    const { name } = this;
    this.#isKept = false;
    restart(isSent ? 'sent' : 'dropped');
    void this.dropStale(news.key, name);
    files.passOn(left);
    this.occurrence = isSent
      ? { type: 'sentElsewhere', number: news.number }
      : { type: 'droppedElsewhere' };
    changed();
  }
}
