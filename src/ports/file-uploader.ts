import type { Attachment } from '../schema/attachment.js';

export interface UploadOptions {
  /** Names the file; it stays the same in every attempt. */
  id: string;
  /** The `key` of the draft that the file belongs to; empty outside of a form. */
  key: string;
  /** Aborts when the person cancels or removes the file. */
  signal: AbortSignal;
  /** Takes how much has arrived, from 0 to 1. */
  progress: (fraction: number) => void;
  /**
   * Hears that an attempt has failed, and in how many milliseconds at most the next one begins; and
   * whether the server has asked for them, so that nobody may shorten them.
   */
  waiting?: (ms: number, isAsked?: boolean) => void;
}

/** Where files go. */
export interface FileUploader {
  /** Sends one file. Resolves once it is stored, rejects when it is not. */
  upload(file: File, options: UploadOptions): Promise<Attachment>;
  /** Takes back a file of a draft that is not submitted yet. */
  remove?(attachment: Attachment, options: { key: string; signal: AbortSignal }): Promise<void>;
  /** Drops what has arrived of a file that was removed before it was whole. Nobody is told when it fails. */
  discard?(options: { id: string; key: string; signal: AbortSignal }): Promise<void>;
  /** Takes a file again that was stored before a reload, where it is stored in the page only. */
  hold?(file: File, attachment: Attachment): void;
}
