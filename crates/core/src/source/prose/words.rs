//! Words that tell what stands beside them.

/// Whether a word is one of a short list. Most differ in their length or their first letter.
fn is_one(word: &str, list: &[&str]) -> bool {
    let first = word.as_bytes().first();
    list.iter().any(|known| {
        known.len() == word.len() && known.as_bytes().first() == first && *known == word
    })
}

/// First labels of names in programs: `this.name`, `console.log`.
pub(super) fn is_program_object(label: &str) -> bool {
    is_one(label, &PROGRAM_OBJECTS)
}

const PROGRAM_OBJECTS: [&str; 41] = [
    "a",
    "ado",
    "app",
    "args",
    "array",
    "asp",
    "config",
    "console",
    "context",
    "ctx",
    "data",
    "document",
    "e",
    "event",
    "exports",
    "file",
    "i",
    "item",
    "json",
    "math",
    "microsoft",
    "module",
    "node",
    "obj",
    "object",
    "os",
    "p",
    "process",
    "request",
    "response",
    "self",
    "socket",
    "std",
    "string",
    "sys",
    "system",
    "this",
    "u",
    "user",
    "vb",
    "window",
];

/// First labels of names that are written from the top-level domain down: `com.example.app`.
pub(super) fn is_reverse_start(label: &str) -> bool {
    is_one(label, &REVERSE_STARTS)
}

const REVERSE_STARTS: [&str; 15] = [
    "android",
    "androidx",
    "com",
    "edu",
    "gov",
    "io",
    "java",
    "javax",
    "kotlin",
    "microsoft",
    "net",
    "org",
    "sun",
    "system",
    "windows",
];

/// Top-level domains that are no words of programs: a name in capitals and small letters such as
/// `PayPal.com` is a domain.
pub(super) fn is_common_tld(tld: &str) -> bool {
    is_one(tld, &COMMON_TLDS)
}

const COMMON_TLDS: [&str; 22] = [
    "biz", "club", "cn", "com", "de", "edu", "eu", "example", "fr", "gov", "icu", "info", "net",
    "online", "org", "ru", "shop", "site", "test", "top", "uk", "xyz",
];

/// English words that are top-level domains too, behind a spelt dot: "the dot is".
pub(super) fn is_small_word(tld: &str) -> bool {
    is_one(tld, &SMALL_WORDS)
}

const SMALL_WORDS: [&str; 25] = [
    "am", "an", "and", "as", "at", "be", "by", "do", "he", "if", "in", "is", "it", "me", "my",
    "no", "of", "on", "or", "so", "the", "to", "up", "us", "we",
];

/// Words that come before a version or a section's number.
pub(super) fn is_version_word(word: &str) -> bool {
    is_one(word, &VERSION_WORDS)
}

const VERSION_WORDS: [&str; 33] = [
    "agent", "appendix", "build", "builds", "chapter", "driver", "figure", "firmware", "fixed",
    "hotfix", "kernel", "oid", "patch", "patched", "prior", "release", "releases", "rev",
    "revision", "sdk", "section", "sections", "since", "table", "through", "update", "upgrade",
    "upgraded", "v", "ver", "vers", "version", "versions",
];

/// Words that come before an address.
pub(super) fn is_address_word(word: &str) -> bool {
    is_one(word, &ADDRESS_WORDS)
}

const ADDRESS_WORDS: [&str; 17] = [
    "address",
    "addresses",
    "c&c",
    "c2",
    "cnc",
    "dns",
    "gateway",
    "host",
    "hosts",
    "ip",
    "ips",
    "ipv4",
    "proxy",
    "resolved",
    "resolver",
    "server",
    "servers",
];

/// Words that come before a domain.
pub(super) fn is_domain_word(word: &str) -> bool {
    is_one(word, &DOMAIN_WORDS)
}

const DOMAIN_WORDS: [&str; 9] = [
    "c2", "domain", "domains", "fqdn", "host", "hostname", "hosts", "site", "website",
];

/// Words behind a number that say that it is a version.
pub(super) fn is_version_tail(word: &str) -> bool {
    is_one(word, &VERSION_TAILS)
}

const VERSION_TAILS: [&str; 8] = [
    "alpha", "and", "beta", "build", "or", "rc", "release", "version",
];

/// Words before hex digits that are no file's hash: hashes of parts, serial numbers, keys.
pub(super) fn is_other_hex_word(word: &str) -> bool {
    is_one(word, &OTHER_HEX_WORDS)
}

const OTHER_HEX_WORDS: [&str; 32] = [
    "aes",
    "aes-128",
    "aes-256",
    "authentihash",
    "clsid",
    "commit",
    "dhash",
    "etag",
    "favicon",
    "guid",
    "imphash",
    "iv",
    "ja3",
    "ja3s",
    "ja4",
    "jarm",
    "key",
    "mutex",
    "nonce",
    "ntlm",
    "password",
    "rc4",
    "revision",
    "richhash",
    "salt",
    "secret",
    "serial",
    "telfhash",
    "token",
    "uuid",
    "vhash",
    "xor",
];

/// First labels of the names that products give to what they detect.
pub(super) fn is_detection(label: &str) -> bool {
    is_one(label, &DETECTIONS)
}

const DETECTIONS: [&str; 24] = [
    "adware",
    "android",
    "backdoor",
    "downloader",
    "dropper",
    "exploit",
    "gen",
    "generic",
    "hacktool",
    "heur",
    "js",
    "linux",
    "malware",
    "msil",
    "pua",
    "pup",
    "ransom",
    "riskware",
    "spyware",
    "trojan",
    "virus",
    "win32",
    "win64",
    "worm",
];

/// Words before a certificate's SHA-1.
pub(super) fn is_certificate_word(word: &str) -> bool {
    is_one(word, &CERTIFICATE_WORDS)
}

const CERTIFICATE_WORDS: [&str; 2] = ["certificatethumbprint", "thumbprint"];

/// Products that sign themselves with a version behind a slash.
pub(super) fn is_product(word: &str) -> bool {
    is_one(word, &PRODUCTS)
}

const PRODUCTS: [&str; 28] = [
    "apache",
    "applewebkit",
    "chrome",
    "chromium",
    "curl",
    "edg",
    "edge",
    "electron",
    "firefox",
    "gecko",
    "go-http-client",
    "headlesschrome",
    "java",
    "mozilla",
    "msie",
    "nginx",
    "okhttp",
    "openssl",
    "opera",
    "opr",
    "php",
    "python",
    "safari",
    "samsungbrowser",
    "trident",
    "version",
    "wget",
    "windows",
];

/// Sites that reports point their readers to.
pub(super) fn is_reference_site(host: &str) -> bool {
    const SITES: [&str; 30] = [
        "virustotal.com",
        "mitre.org",
        "nist.gov",
        "cve.org",
        "github.com",
        "twitter.com",
        "x.com",
        "linkedin.com",
        "youtube.com",
        "wikipedia.org",
        "microsoft.com",
        "google.com",
        "cisa.gov",
        "w3.org",
        "medium.com",
        "any.run",
        "hybrid-analysis.com",
        "urlscan.io",
        "abuse.ch",
        "shodan.io",
        "talosintelligence.com",
        "welivesecurity.com",
        "securelist.com",
        "mandiant.com",
        "crowdstrike.com",
        "paloaltonetworks.com",
        "facebook.com",
        "apple.com",
        "schemas.xmlsoap.org",
        "openxmlformats.org",
    ];
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    SITES.iter().any(|site| {
        let Some(before) = host.len().checked_sub(site.len()) else {
            return false;
        };
        host.is_char_boundary(before)
            && host[before..].eq_ignore_ascii_case(site)
            && (before == 0 || host.as_bytes()[before - 1] == b'.')
    })
}

#[cfg(test)]
mod tests {
    use super::super::endings;

    #[test]
    fn every_list_is_sorted() {
        let lists: [&[&str]; 15] = [
            &super::DETECTIONS,
            &endings::FILE_TLDS,
            &endings::MOSTLY_FILES,
            &endings::FILE_ENDINGS,
            &super::PROGRAM_OBJECTS,
            &super::REVERSE_STARTS,
            &super::COMMON_TLDS,
            &super::SMALL_WORDS,
            &super::VERSION_WORDS,
            &super::ADDRESS_WORDS,
            &super::DOMAIN_WORDS,
            &super::VERSION_TAILS,
            &super::OTHER_HEX_WORDS,
            &super::CERTIFICATE_WORDS,
            &super::PRODUCTS,
        ];
        for list in lists {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
