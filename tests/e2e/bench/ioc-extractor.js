// ioc-extractor, told to look for nothing but what Defender takes, and what a page would do with it.
import { answer } from './peer.js';
import { require } from './require.js';

const { partialExtractIOC } = require('ioc-extractor/dist/index.cjs');
const ITEMS = 500;

/** Its lists, and the types of their values. */
const TYPES = {
  sha256s: 'FileSha256',
  sha1s: 'FileSha1',
  md5s: 'FileMd5',
  ipv4s: 'IpAddress',
  ipv6s: 'IpAddress',
  domains: 'DomainName',
  urls: 'Url',
};

answer((text) => {
  const found = partialExtractIOC(text, Object.keys(TYPES));
  const accepted = Object.entries(TYPES).flatMap(([list, indicatorType]) =>
    found[list].map((indicatorValue) => ({
      indicatorType,
      indicatorValue,
      action: 'Audit',
      title: 'measured',
      description: 'measured',
      generateAlert: true,
    })),
  );
  const bodies = [];
  for (let at = 0; at < accepted.length; at += ITEMS) {
    bodies.push(JSON.stringify({ Indicators: accepted.slice(at, at + ITEMS) }));
  }
  return { bodies, told: { accepted: accepted.length, repeated: 0, refused: 0 } };
});
