import type { IndicatorList, ReadOptions } from './ioculate_module.js';

export type * from './ioculate_module.js';

/**
 * Reads a file: a table, JSON, STIX, a list, a report. Rejects with an `IoculateError` where an option
 * is not allowed, or the file is an archive or a workbook. A bad row never fails: the plan says why.
 */
export function read(bytes: Uint8Array | ArrayBuffer | string, options: ReadOptions): Promise<IndicatorList>;
