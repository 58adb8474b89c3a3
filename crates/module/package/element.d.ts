import type { Account, IoculateError, Plan, Progress, ReadOptions, RunOptions, RunSummary } from './index.js';

/**
 * `<indicator-import api-host="https://..." compare>`: a file is chosen, what would be sent is shown, and
 * one click sends it. With `compare` the tenant is listed first.
 */
export class IndicatorImport extends HTMLElement {
    /** Origin of the API and, for a reverse proxy, a path; the attribute `api-host`. */
    apiHost: string;
    /** A token for the API. Without one nothing is sent. */
    getToken: RunOptions['getToken'] | null;
    /** Who sends. */
    account: Account | null;
    /** How a file is read: defaults, policy, limits, what must not be blocked. */
    options: Omit<ReadOptions, 'name'>;
}

/** What the element tells; each event bubbles. `indicator-send` can be cancelled: nothing is sent then. */
export interface IndicatorImportEvents {
    'indicator-plan': CustomEvent<Plan>;
    'indicator-send': CustomEvent<Plan>;
    'indicator-progress': CustomEvent<Progress>;
    'indicator-finish': CustomEvent<RunSummary>;
    'indicator-fail': CustomEvent<IoculateError | Error>;
}

declare global {
    interface HTMLElementTagNameMap {
        'indicator-import': IndicatorImport;
    }
    interface HTMLElementEventMap extends IndicatorImportEvents {}
}
