// A global `msal` that remembers what it was asked and answers what a test tells it to.

class AuthError extends Error {
  constructor({ name, ...properties }) {
    super(properties.errorMessage);
    Object.assign(this, properties);
    this.name = name;
  }
}

class PublicClientApplication {
  constructor(configuration) {
    fake.asked.configuration = configuration;
    if (configuration.auth.clientId === '') throw new AuthError({ name: 'ClientConfigurationError', errorCode: 'empty_client' });
  }
  setActiveAccount(account) {
    fake.active = account;
  }
  getActiveAccount() {
    return fake.active ?? null;
  }
  getAllAccounts() {
    return fake.active ? [fake.active] : [];
  }
}

const CALLS = [
  'initialize', 'handleRedirectPromise', 'loginRedirect', 'loginPopup', 'acquireTokenSilent',
  'acquireTokenRedirect', 'acquireTokenPopup', 'logoutRedirect', 'logoutPopup',
];
for (const call of CALLS) {
  PublicClientApplication.prototype[call] = async function (request) {
    fake.asked[call] = request ?? null;
    fake.below[call] = new Error().stack;
    if (fake.failure) throw new AuthError(fake.failure);
    return fake.answer;
  };
}

let fake;

export function install() {
  fake = { asked: {}, below: {} };
  globalThis.msal = { PublicClientApplication };
}

export function remove() {
  delete globalThis.msal;
}

export function answer(json) {
  fake.failure = undefined;
  fake.answer = JSON.parse(json, (key, value) => (key === 'expiresOn' ? new Date(value) : value));
}

export function fail(json) {
  fake.failure = JSON.parse(json);
}

export function asked(call) {
  return JSON.stringify(fake.asked[call]);
}

/** Whether a function of the program stood below a call, which it stops while that goes on. */
export function isBelow(call) {
  return fake.below[call].includes('wasm');
}
