import type { LitElement, ReactiveController } from 'lit';
import {
  blankDraft,
  isWorthKeeping,
  type KeepingTime,
  withEmptied,
} from '../core/drafts/kept-draft.js';
import {
  joinedReply,
  type ReplyChange,
  replyFormOf,
  replyOf,
  type Unanswered,
  withReply,
} from '../core/drafts/kept-reply.js';
import type { ReplyDraft } from '../core/views/reply.js';
import { enView } from '../locales/en-view.js';
import type { CaseViewMessages } from '../locales/en.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { KeptDraft, KeptFile } from '../schema/kept-draft.js';
import { keepCaret } from './caret-keeper.js';
import { DraftScope } from './draft-scope.js';
import { DraftShelf, keysOf, type Place } from './draft-shelf.js';
import { draftStores } from './draft-stores.js';
import { KeptFiles } from './kept-files.js';
import { PageWatch } from './page-watch.js';
import { ReplyNotices } from './reply-notices.js';
import { SharedDraft } from './shared-draft.js';

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
  readonly #files: KeptFiles;
  readonly #notices: ReplyNotices;
  /** The reply on screen. */
  readonly #shared: SharedDraft;
  /** What was written last under other cases, by name, also where no store takes it. */
  readonly #others = new Map<string, KeptDraft>();
  #number: string | undefined;
  #loads = 0;
  #restored: Date | undefined;
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
      choose: (isChosen) => this.#shared.choose(isChosen),
      dismissLeftovers: () => this.#dismissLeftovers(),
    });
    this.#shared = new SharedDraft({
      host: view,
      scope: this.#scope,
      shelf: this.#shelf,
      files: this.#files,
      blank: () => this.#blank(),
      storable: (draft) => this.#notices.storable(draft),
      isHeld: parts.isSending,
      give: () => this.#giveNews(),
      bring: (arrived) => this.#bring(arrived),
      restart: (how) => this.#restart(how),
      changed: () => this.#show(),
    });
    view.addController(this);
    new PageWatch(view, {
      arrived: () => this.#shared.listen(),
      seen: () => void this.#shared.catchUp(),
      left: () => this.#shared.leave(),
    });
  }

  hostUpdated(): void {
    const source = this.#parts.files();
    if (source && this.#waiting.length) void this.#restoreFiles();
    this.#shared.settle();
    this.#show();
  }

  /** Takes up what is kept of the reply to a case. Resolves when the person has it. */
  async open(number: string): Promise<void> {
    const scope = this.#scope;
    if (number === this.#number && !scope.isOver) return;
    this.#leave();
    if (scope.isOver) this.#others.clear();
    this.#number = number;
    scope.take();
    this.#shared.begin();
    const { name } = this.#shared;
    this.#loads += 1;
    const load = this.#loads;
    // What must not be stored has to be known before anything is, and whoever was here be forgotten.
    await Promise.all([this.#notices.ready, this.#parts.forgotten()]);
    if (load !== this.#loads || scope.limit === 'off') return;
    this.#shelf.sweep(this.#now());
    const strange = scope.nameOfStranger(replyFormOf(number));
    const read = (place: Place, as = name) => this.#shelf.read(as, place, this.#now());
    const [device, tab, stranger] = await Promise.all([
      scope.limit === 'device' ? read('device') : undefined,
      read('tab'),
      scope.isStranger ? undefined : read('tab', strange),
    ]);
    if (load !== this.#loads) return;
    scope.isChosen = scope.isStranger && !!device;
    const [place] = scope.places;
    this.#filePlaces = stranger && place !== 'tab' ? ['tab', place] : [place];
    this.#takeUp(this.#shared.found([this.#others.get(name), device, tab, stranger]));
    this.#others.delete(name);
    // What a stranger wrote is theirs who has signed in.
    if (stranger) void this.#shelf.remove(strange, [], ['tab']);
    this.#show();
  }

  /** The person turns to another case, which may not be there yet, or is another one. */
  turnTo(number: string): void {
    if (number === this.#number) return;
    this.#leave();
    this.#number = undefined;
    this.#loads += 1;
  }

  /** Whether a reply of this key is known to have arrived, or to have been dropped. */
  hasEnded(key: string): boolean {
    return this.#shared.hasEnded(key);
  }

  /** The person has written. */
  note(): void {
    this.#show();
    const { draft, isOpen } = this.#shared;
    if (!isOpen) return;
    const { key, text } = this.#parts.written();
    if (key !== draft.key) this.#shared.begin();
    this.#change({ text });
  }

  /** A try is under way; nobody knows how it ends until something else is told. */
  tried(unanswered: Unanswered | undefined): void {
    this.#change({ unanswered: unanswered ?? '' });
    if (!unanswered) this.#shared.settle();
  }

  /** The reply of this key is on its case: nothing of it is kept any longer. */
  end(number: string, key: string): void {
    const name = this.#scope.nameOf(replyFormOf(number));
    const isHere = number === this.#number;
    const draft = isHere && this.#shared.isOpen ? this.#shared.draft : this.#others.get(name);
    this.#shared.end(key);
    // It was sent before it was known what was kept: that is the next reply.
    if (draft && draft.key !== key) {
      if (isHere) this.#takeUp(this.#shared.found([draft]));
      return;
    }
    const files = draft?.files.map(({ id }) => id) ?? [];
    this.#shared.tell({ type: 'ended', name, key, number: '', files });
    this.#others.delete(name);
    // What this page has not kept may be that of somebody who has signed in meanwhile.
    if (draft) void (isHere ? this.#shared.drop(draft) : this.#shelf.remove(name, keysOf(draft)));
    if (isHere) this.#beginAnew();
  }

  /** The files of the reply have changed. */
  noteFiles(): void {
    this.#shared.noteFiles();
    this.#show();
  }

  /** Whether the reply may go. If it seems to hold a secret the person is asked first, once. */
  mayGo(): boolean {
    return this.#notices.mayGo();
  }

  /** Drops what is written, here and in other tabs. */
  drop(): void {
    const { name, draft } = this.#shared;
    this.#parts.restart();
    this.#shared.tell({ type: 'dropped', name, key: draft.key });
    this.#others.clear();
    this.#beginAnew();
  }

  get #time(): KeepingTime & { readonly label: string } {
    const { reply: label } = this.#parts.view.messages.view ?? enView;
    return { ...this.#scope.time, label };
  }

  #leave(): void {
    const { isOpen, name, draft } = this.#shared;
    if (isOpen && isWorthKeeping(draft)) this.#others.set(name, draft);
    this.#shared.close();
    this.#startAfresh();
  }

  #takeUp(kept: KeptDraft | undefined): void {
    const written = this.#parts.written();
    if (!kept) {
      this.#shared.begin();
      this.#shared.open(this.#shared.draft);
      if (written.text) this.#change({ text: written.text });
      this.noteFiles();
      return;
    }
    const { draft, unanswered } = replyOf(kept);
    const text = joinedReply(draft, written);
    this.#shared.open(kept);
    this.#waiting = kept.files;
    if (draft.text || kept.files.length) this.#restored = new Date(kept.changed);
    if (text !== written.text || draft.key !== written.key) {
      this.#parts.give({ key: draft.key, text }, unanswered);
    }
    if (text !== draft.text) this.#change({ text });
    else this.#shared.put(kept);
    if (this.#parts.files()) void this.#restoreFiles();
  }

  async #restoreFiles(): Promise<void> {
    const files = this.#waiting;
    const places = this.#filePlaces;
    const load = this.#loads;
    const { key } = this.#shared.draft;
    this.#waiting = [];
    await this.#parts.view.updateComplete; // The list has to know the key of the reply before.
    if (load !== this.#loads || key !== this.#shared.draft.key) return;
    const stores = places.map((place) => this.#shelf.filesOf(place));
    const isSame = await this.#files.restore(files, stores);
    if (!isSame || !files.length) return;
    this.#parts.filesRestored();
    if (places[0] !== this.#scope.places[0]) this.#files.clear(); // So that they are written where they belong.
    this.noteFiles();
  }

  #blank(): KeptDraft {
    const { key } = this.#parts.written();
    return blankDraft({ key, form: replyFormOf(this.#number ?? '') }, this.#time);
  }

  #beginAnew(): void {
    this.#shared.begin();
    this.#startAfresh();
    this.#show();
  }

  /** Nothing has been said, and no file kept, of the reply that comes now. */
  #startAfresh(): void {
    this.#files.clear();
    this.#waiting = [];
    this.#restored = undefined;
    this.#shared.occurrence = undefined;
    this.#scope.isChosen = false;
    this.#notices.forget();
  }

  #change(change: ReplyChange): void {
    if (!this.#shared.isOpen) return;
    this.#shared.edit(withReply(this.#shared.draft, change, this.#time));
    this.#show();
  }

  /** Puts before the person what another tab has changed, and leaves them where they write. */
  #giveNews(): boolean {
    const { draft, unanswered } = replyOf(this.#shared.draft);
    const { key, text } = this.#parts.written();
    if (draft.key === key && draft.text === text) return false;
    keepCaret(this.#parts.view, () => this.#parts.give(draft, unanswered));
    return draft.text !== text;
  }

  #bring(files: readonly KeptFile[]): void {
    const known = new Set(files.map(({ id }) => id));
    this.#waiting = [...this.#waiting.filter(({ id }) => !known.has(id)), ...files];
    if (files.length && this.#parts.files()) void this.#restoreFiles();
  }

  #restart(how: 'sent' | 'dropped'): void {
    this.#parts.restart();
    this.#beginAnew();
    if (how === 'sent') this.#parts.sentElsewhere();
  }

  #dismissLeftovers(): void {
    const { draft } = this.#shared;
    this.#shared.put(withEmptied(draft, replyOf(draft).leftovers, this.#time));
    this.#show();
  }

  #show(): void {
    const { draft, isOpen, occurrence } = this.#shared;
    const { saved, problem } = this.#shelf;
    const isKept = isOpen && isWorthKeeping(draft);
    const mayChoose = this.#scope.isStranger && this.#scope.limit === 'device' && isKept;
    this.#notices.show({
      saved: isKept ? saved : undefined,
      problem,
      restored: this.#restored,
      occurrence,
      leftovers: isOpen ? replyOf(draft).leftovers : [],
      choice: mayChoose ? this.#scope.isChosen : undefined,
    });
  }
}
