/// <reference lib="esnext.disposable" />
import type { IndicatorList, KeptRun, Lock, ReadOptions, ReopenOptions } from './ioculate_module.js';

export type * from './ioculate_module.js';

/**
 * Reads a file: a table, JSON, STIX, a list, a report. Rejects with an `IoculateError` where an option
 * is not allowed, or the file is an archive or a workbook. A bad row never fails: the plan says why.
 */
export function read(bytes: Uint8Array | ArrayBuffer | string, options: ReadOptions): Promise<IndicatorList>;

/**
 * Opens a run that a journal has kept: its rows say what became of them, and `run` goes on with what is
 * left of it, as the same account and at the same API.
 */
export function reopen(run: KeptRun, options?: ReopenOptions): Promise<IndicatorList>;

/** A lock that all pages of an origin share, by Web Locks; the page of this project takes the same one. */
export const webLock: Lock;
