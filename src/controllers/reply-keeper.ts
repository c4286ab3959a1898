import type { LitElement, ReactiveController } from 'lit';
import {
  blankDraft,
  changedDraft,
  isWorthKeeping,
  type KeepingTime,
  withoutFields,
} from '../core/drafts/kept-draft.js';
import {
  joinedReply,
  QUESTION,
  type ReplyChange,
  replyFormOf,
  replyOf,
  type Unanswered,
  withReply,
} from '../core/drafts/kept-reply.js';
import { differingFields, mergeDrafts } from '../core/drafts/merge-drafts.js';
import type { ReplyDraft } from '../core/views/reply.js';
import { enView } from '../locales/en-view.js';
import type { CaseViewMessages } from '../locales/en.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { KeptDraft, KeptFile } from '../schema/kept-draft.js';
import { keepCaret } from './caret-keeper.js';
import type { Occurrence } from './draft-notices.js';
import { DraftScope } from './draft-scope.js';
import { DraftShelf, keysOf, type Place } from './draft-shelf.js';
import { draftStores } from './draft-stores.js';
import { DraftTabs, type News } from './draft-tabs.js';
import { KeptFiles } from './kept-files.js';
import { PageWatch } from './page-watch.js';
import { ReplyNotices } from './reply-notices.js';

/** What shows the case that a reply is written under. */
export type KeptView = LitElement & {
  readonly person: string;
  readonly messages: CaseViewMessages;
};

/** What of a reply only those can do who write it. */
export interface ReplyParts {
  readonly view: KeptView;
  readonly written: () => ReplyDraft;
  /** Whether it is on its way, so that nothing may be changed in it. */
  readonly isSending: () => boolean;
  /** Puts what was kept, or what another tab has, in the place of what is written. */
  readonly give: (draft: ReplyDraft, unanswered?: Unanswered) => void;
  /** Begins the next reply, without text and files. */
  readonly restart: () => void;
  readonly send: () => void;
  /** The list of its files, once it is there. */
  readonly files: () => AttachmentSource | undefined;
  /** Files are on the list again. */
  readonly filesRestored: () => void;
  /** Where it is said how the reply is kept. */
  readonly place: () => ParentNode | null;
  /** Another tab has sent the reply. */
  readonly sentElsewhere: () => void;
  /** Resolves when nothing is left of whoever was here before. */
  readonly forgotten: () => Promise<void>;
}

/**
 * Keeps a reply while it is written, with its files, gives it back, and shares it with the other tabs
 * it is open in: on this device for a person whom the page names, else in this tab, as the form does.
 */
export class ReplyKeeper implements ReactiveController {
  readonly #parts: ReplyParts;
  readonly #now: () => number;
  readonly #scope: DraftScope;
  readonly #shelf = new DraftShelf(draftStores(), () => this.#show());
  readonly #tabs = new DraftTabs((news) => this.#hear(news));
  readonly #files: KeptFiles;
  readonly #notices: ReplyNotices;
  /** What this page has kept last, also where no store takes it. */
  readonly #latest = new Map<string, KeptDraft>();
  readonly #ended = new Set<string>();
  /** What is kept of the reply on screen; nothing until it has been looked for. */
  #draft: KeptDraft | undefined;
  #number: string | undefined;
  #loads = 0;
  #restored: Date | undefined;
  #occurrence: Occurrence | undefined;
  #isKept = false;
  #isComposing = false;
  /** An edit from elsewhere that waits until nothing is under way. */
  #later: KeptDraft | undefined;
  /** Files that wait for the list that they belong on, and where their bytes may be. */
  #waiting: readonly KeptFile[] = [];
  #filePlaces: readonly Place[] = ['tab'];

  constructor(parts: ReplyParts, { now = Date.now }: { readonly now?: () => number } = {}) {
    const { view, files } = parts;
    this.#parts = parts;
    this.#now = now;
    this.#scope = new DraftScope(
      {
        get requester() {
          return view.person || undefined;
        },
        getAttribute: (name) => view.getAttribute(name),
      },
      now,
    );
    this.#files = new KeptFiles(
      () => [files()].filter((source) => source !== undefined),
      () => this.#shelf.missFiles(),
    );
    this.#notices = new ReplyNotices(parts, {
      label: () => this.#time.label,
      changed: () => this.note(),
      choose: (isChosen) => this.#choose(isChosen),
      dismissLeftovers: () => this.#dismissLeftovers(),
    });
    view.addController(this);
    new PageWatch(view, {
      arrived: (signal) => this.#arrive(signal),
      seen: () => void this.#catchUp(),
      left: () => this.#tabs.close(),
    });
  }

  hostUpdated(): void {
    const source = this.#parts.files();
    if (source && this.#waiting.length) void this.#restoreFiles();
    this.#show();
  }

  /** Takes up what is kept of the reply to a case. Resolves when the person has it. */
  async open(number: string): Promise<void> {
    const scope = this.#scope;
    if (number === this.#number && !scope.isOver) return;
    if (scope.isOver) this.#latest.clear();
    this.#leave();
    this.#number = number;
    scope.take();
    this.#loads += 1;
    const load = this.#loads;
    // What must not be stored has to be known before anything is, and whoever was here be forgotten.
    await Promise.all([this.#notices.ready, this.#parts.forgotten()]);
    if (load !== this.#loads || scope.limit === 'off') return;
    this.#shelf.sweep(this.#now());
    const strange = scope.nameOfStranger(replyFormOf(number));
    const read = (place: Place, name = this.#name) => this.#shelf.read(name, place, this.#now());
    const [device, tab, stranger] = await Promise.all([
      scope.limit === 'device' ? read('device') : undefined,
      read('tab'),
      scope.isStranger ? undefined : read('tab', strange),
    ]);
    if (load !== this.#loads) return;
    scope.isChosen = scope.isStranger && !!device;
    const [place] = scope.places;
    this.#filePlaces = stranger && place !== 'tab' ? ['tab', place] : [place];
    const found = [this.#latest.get(this.#name), device, tab, stranger].filter((one) => !!one);
    this.#takeUp(found.length ? found.reduce(mergeDrafts) : undefined);
    // What a stranger wrote is theirs who has signed in.
    if (stranger) void this.#shelf.remove(strange, [], ['tab']);
    this.#show();
  }

  /** The person has written. */
  note(): void {
    this.#show();
    if (!this.#draft) return;
    const { key, text } = this.#parts.written();
    if (key !== this.#draft.key) this.#draft = this.#blank(key);
    if (this.#occurrence?.type === 'changedElsewhere') this.#occurrence = undefined;
    this.#change({ text });
  }

  /** A try is under way; nobody knows how it ends until something else is told. */
  tried(unanswered: Unanswered | undefined): void {
    if (!this.#draft) return;
    this.#change({ unanswered: unanswered ?? '' });
    if (!unanswered) this.#settle();
  }

  /** The reply of this key is on its case: nothing of it is kept any longer. */
  end(number: string, key: string): void {
    const name = this.#scope.nameOf(replyFormOf(number));
    const draft = this.#latest.get(name) ?? (number === this.#number ? this.#draft : undefined);
    this.#ended.add(key);
    // It was sent before it was known what was kept: that is the next reply.
    if (draft && draft.key !== key) {
      if (number === this.#number) this.#takeUp(draft);
      return;
    }
    const files = draft?.files.map(({ id }) => id) ?? [];
    if (this.#isShared) this.#tabs.tell({ type: 'ended', name, key, number: '', files });
    this.#latest.delete(name);
    // What this page has not kept may be that of somebody who has signed in meanwhile.
    if (draft) void this.#shelf.remove(name, keysOf(draft));
    if (number === this.#number) this.#beginAnew();
  }

  /** The files of the reply have changed. */
  noteFiles(): void {
    if (!this.#draft) return;
    const files = [...this.#files.keep(this.#draft, this.#shelf.filesOf(this.#scope.places[0]))];
    this.#draft = changedDraft(this.#draft, { files }, this.#time);
    this.#store();
  }

  /** Whether the reply may go. If it seems to hold a secret the person is asked first, once. */
  mayGo(): boolean {
    return this.#notices.mayGo();
  }

  /** Drops what is written, here and in other tabs. */
  drop(): void {
    const { key = '' } = this.#draft ?? {};
    this.#parts.restart();
    if (this.#isShared) this.#tabs.tell({ type: 'dropped', name: this.#name, key });
    this.#latest.clear();
    this.#beginAnew();
  }

  /** Whether other tabs have the same reply. */
  get #isShared(): boolean {
    return !!this.#draft && this.#scope.places.includes('device');
  }

  get #name(): string {
    return this.#scope.nameOf(replyFormOf(this.#number ?? ''));
  }

  get #time(): KeepingTime & { readonly label: string } {
    const { reply: label } = this.#parts.view.messages.view ?? enView;
    return { ...this.#scope.time, label };
  }

  /** The person turns to another case, or is another one. */
  #leave(): void {
    this.#draft = undefined;
    this.#later = undefined;
    this.#waiting = [];
    this.#restored = undefined;
    this.#occurrence = undefined;
    this.#scope.isChosen = false;
    this.#isKept = false;
    this.#files.clear();
    this.#notices.forget();
  }

  #takeUp(kept: KeptDraft | undefined): void {
    const written = this.#parts.written();
    if (!kept || this.#ended.has(kept.key)) {
      this.#draft = this.#blank(written.key);
      if (written.text) this.#change({ text: written.text });
      this.noteFiles();
      return;
    }
    const { draft, unanswered } = replyOf(kept);
    const text = joinedReply(draft, written);
    this.#draft = kept;
    this.#isKept = true;
    this.#waiting = kept.files;
    if (draft.text || kept.files.length) this.#restored = new Date(kept.changed);
    if (text !== written.text || draft.key !== written.key) {
      this.#parts.give({ key: draft.key, text }, unanswered);
    }
    if (text !== draft.text) this.#change({ text });
    else this.#store();
    if (this.#parts.files()) void this.#restoreFiles();
  }

  async #restoreFiles(): Promise<void> {
    const files = this.#waiting;
    const places = this.#filePlaces;
    const load = this.#loads;
    const key = this.#draft?.key;
    this.#waiting = [];
    await this.#parts.view.updateComplete; // The list has to know the key of the reply before.
    if (load !== this.#loads || key !== this.#draft?.key) return;
    const stores = places.map((place) => this.#shelf.filesOf(place));
    const isSame = await this.#files.restore(files, stores);
    if (!isSame || !files.length) return;
    this.#parts.filesRestored();
    if (places[0] !== this.#scope.places[0]) this.#files.clear(); // So that they are written where they belong.
    this.noteFiles();
  }

  #blank(key: string): KeptDraft {
    return blankDraft({ key, form: replyFormOf(this.#number ?? '') }, this.#time);
  }

  #beginAnew(): void {
    this.#draft = this.#draft && this.#blank(this.#parts.written().key);
    this.#files.clear();
    this.#waiting = [];
    this.#restored = undefined;
    this.#occurrence = undefined;
    this.#scope.isChosen = false;
    this.#isKept = false;
    this.#notices.forget();
    this.#show();
  }

  #change(change: ReplyChange): void {
    if (!this.#draft || this.#ended.has(this.#draft.key)) return;
    this.#draft = withReply(this.#draft, change, this.#time);
    this.#store();
  }

  #store(): void {
    const draft = this.#draft;
    if (!draft || this.#scope.limit === 'off') return;
    const name = this.#name;
    this.#latest.set(name, draft);
    if (isWorthKeeping(draft)) {
      this.#isKept = true;
      void this.#shelf.write(name, this.#notices.storable(draft), this.#scope.places);
    } else if (this.#isKept) {
      this.#isKept = false;
      void this.#shelf.remove(name, keysOf(draft));
    }
    this.#tell();
    this.#show();
  }

  #tell(): void {
    const draft = this.#draft;
    if (!draft || !this.#isShared) return;
    this.#tabs.tell({ type: 'edited', name: this.#name, key: draft.key, draft });
  }

  #hear(news: News): void {
    if (!this.#isShared || news.name !== this.#name || this.#ended.has(news.key)) return;
    if (news.type === 'edited') this.#merge(news.draft);
    else this.#endElsewhere(news);
  }

  #merge(theirs: KeptDraft): void {
    const mine = this.#draft;
    if (!mine || this.#ended.has(theirs.key)) return;
    const isHeld = this.#isComposing || this.#parts.isSending();
    this.#later = isHeld ? theirs : undefined;
    if (isHeld) return;
    const merged = isWorthKeeping(mine) ? mergeDrafts(mine, theirs) : theirs;
    const names = differingFields(merged, mine);
    this.#draft = merged;
    this.#latest.set(this.#name, merged);
    this.#isKept = true;
    if (names.includes(QUESTION) || merged.key !== mine.key) {
      const { draft, unanswered } = replyOf(merged);
      keepCaret(this.#parts.view, () => this.#parts.give(draft, unanswered));
      this.#occurrence = { type: 'changedElsewhere' };
    }
    this.#waiting = merged.files.filter(({ attachment }) => attachment);
    if (this.#waiting.length && this.#parts.files()) void this.#restoreFiles();
    if (merged.key !== theirs.key || differingFields(merged, theirs).length) this.#store();
    this.#show();
  }

  /** Another tab has sent the reply, or dropped it; files that did not go along are for the next one. */
  #endElsewhere(news: Exclude<News, { type: 'edited' }>): void {
    const isMine = news.key === this.#draft?.key;
    this.#ended.add(news.key);
    if (!isMine) return;
    const isSent = news.type === 'ended';
    const left = isSent ? this.#files.listed.filter(({ id }) => !news.files.includes(id)) : [];
    this.#latest.delete(this.#name);
    this.#parts.restart();
    this.#beginAnew();
    this.#files.passOn(left);
    this.#occurrence = isSent
      ? { type: 'sentElsewhere', number: '' }
      : { type: 'droppedElsewhere' };
    if (isSent) this.#parts.sentElsewhere();
    this.#show();
  }

  #arrive(signal: AbortSignal): void {
    const { view } = this.#parts;
    view.addEventListener('compositionstart', () => (this.#isComposing = true), { signal });
    view.addEventListener('compositionend', () => this.#composed(), { signal });
    this.#tabs.open();
  }

  /** What another tab has done meanwhile, in a page that has slept. */
  async #catchUp(): Promise<void> {
    if (!this.#isShared) return;
    const name = this.#name;
    const draft = await this.#shelf.read(name, 'device', this.#now());
    if (draft && name === this.#name) this.#merge(draft);
  }

  #composed(): void {
    this.#isComposing = false;
    this.#settle();
  }

  #settle(): void {
    if (this.#later) this.#merge(this.#later);
  }

  #choose(isChosen: boolean): void {
    this.#scope.isChosen = isChosen;
    if (!isChosen && this.#draft) {
      void this.#shelf.remove(this.#name, keysOf(this.#draft), ['device']);
    }
    this.#files.clear();
    this.noteFiles();
  }

  #dismissLeftovers(): void {
    if (!this.#draft) return;
    this.#draft = withoutFields(this.#draft, replyOf(this.#draft).leftovers);
    this.#store();
  }

  #show(): void {
    const draft = this.#draft;
    const { saved, problem } = this.#shelf;
    const isKept = !!draft && isWorthKeeping(draft);
    const mayChoose = this.#scope.isStranger && this.#scope.limit === 'device' && isKept;
    this.#notices.show({
      saved: isKept ? saved : undefined,
      problem,
      restored: this.#restored,
      occurrence: this.#occurrence,
      leftovers: draft ? replyOf(draft).leftovers : [],
      choice: mayChoose ? this.#scope.isChosen : undefined,
    });
  }
}
