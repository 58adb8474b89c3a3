//! Entries on type and value.

use super::{Entry, Example, sources};

pub(super) const BAD_TYPE: Entry = Entry {
    why: "The service knows seven types. A record of another one is refused as a whole.",
    source: sources::RESOURCE,
    remedy: "Write the type as the API does; SHA-512 and fuzzy hashes have none.",
    example: Example::csv("IndicatorType,IndicatorValue\nSha512,bad.example\n"),
};

pub(super) const MISSING_VALUE: Entry = Entry {
    why: "An indicator without a value is none.",
    source: sources::SINGLE,
    remedy: "Add the value, or remove the row.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,\n"),
};

pub(super) const NOT_AN_INDICATOR: Entry = Entry {
    why: "The source says that this is a value, and it is no hash, address, domain or URL.",
    source: sources::RESOURCE,
    remedy: "Correct the value, or remove the row.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,see the report\n"),
};

pub(super) const OTHER_RECORD: Entry = Entry {
    why: "Lists hold comments, blank lines, e-mail addresses and file names. They are no indicators and no mistakes.",
    source: sources::RESOURCE,
    remedy: "Nothing.",
    example: Example::list("# seen in October\n"),
};

pub(super) const TYPE_MISMATCH: Entry = Entry {
    why: "Type and value contradict one another. Sent as it is, the service would refuse it; sent as it looks, the program would have guessed.",
    source: sources::RESOURCE,
    remedy: "Correct the type or the value.",
    example: Example::csv(
        "IndicatorType,IndicatorValue\nFileSha256,0123456789abcdef0123456789abcdef\n",
    ),
};

pub(super) const MASKED: Entry = Entry {
    why: "Reports mask indicators so that no program follows them, and attackers do so to pass filters. Which of the two it is cannot be told, so the text is neither sent nor turned into a value.",
    source: "RFC 4648, section 4, and RFC 3986, section 2.1, name the forms; the rule is one of this program",
    remedy: "Read it yourself, and give the value as it is.",
    example: Example::list(
        "bad.example\nworse.example\n198.51.100.7\naHR0cHM6Ly9iYWQuZXhhbXBsZQ==\n",
    ),
};

pub(super) const UNDECODABLE: Entry = Entry {
    why: "A byte of the value fits no encoding, so the value is not known in full.",
    source: "Unicode Standard, section 5.22",
    remedy: "Look the value up where the file comes from.",
    example: Example::list("bad\u{fffd}site.example\n"),
};

pub(super) const HIDDEN_CHARACTER: Entry = Entry {
    why: "A character that shows nothing makes a value another one than it seems. It would be imported and never match.",
    source: "Unicode Standard Annex #9 and Unicode Technical Report #36",
    remedy: "Type the value anew.",
    example: Example::list("bad\u{200b}site.example\n"),
};

pub(super) const VALUE_TOO_LONG: Entry = Entry {
    why: "No page names a limit. Clients that run in production cut at 800 characters and call it Defender's; a value that is cut is another value, so it is refused instead.",
    source: sources::CLIENTS,
    remedy: "Give the domain, or a shorter URL.",
    example: Example::made("list.txt", "a URL of more than 800 characters", || {
        format!("https://bad.example/{}\n", "a".repeat(800))
    }),
};

pub(super) const TRAILING_PUNCTUATION: Entry = Entry {
    why: "A URL seldom ends so, and a sentence often does. In a list the mark may belong to the value, so it is left where it is.",
    source: sources::CLIENTS,
    remedy: "Take the mark off if it does not belong.",
    example: Example::csv("IndicatorType,IndicatorValue\nUrl,https://bad.example/login.\n"),
};

pub(super) const HASH_LENGTH: Entry = Entry {
    why: "A hash has as many digits as its kind: 32 for MD5, 40 for SHA-1, 64 for SHA-256. The service refuses others.",
    source: sources::RESOURCE,
    remedy: "Copy the hash again.",
    example: Example::csv("IndicatorType,IndicatorValue\nFileMd5,0123456789abcdef0123456789abcd\n"),
};

pub(super) const HASH_LENGTH_UNKNOWN: Entry = Entry {
    why: "Hex digits of a length that no supported hash has: a hash that was cut, or of a kind such as SHA-512 that Defender does not take.",
    source: sources::RESOURCE,
    remedy: "Give the SHA-256 of the file.",
    example: Example::list("0123456789abcdef0123456789abcdef0123\n"),
};

pub(super) const HASH_NOT_HEX: Entry = Entry {
    why: "A hash is written in the digits 0 to 9 and a to f.",
    source: sources::RESOURCE,
    remedy: "Copy the hash again.",
    example: Example::csv(
        "IndicatorType,IndicatorValue\nFileMd5,0123456789abcgef0123456789abcdef\n",
    ),
};

pub(super) const MD5_MAY_BE_REFUSED: Entry = Entry {
    why: "The API's page lists MD5; clients report that the service refuses to create such indicators. It is sent, and the answer counts.",
    source: sources::RESOURCE,
    remedy: "Give the SHA-256 where it is known.",
    example: Example::list("0123456789abcdef0123456789abcdef\n"),
};

pub(super) const BAD_ADDRESS: Entry = Entry {
    why: "The value is of the type IpAddress, or looks like one, and cannot be read as an address.",
    source: "RFC 4291, section 2.2, and RFC 6943, section 3.1.1",
    remedy: "Correct the address.",
    example: Example::csv("IndicatorType,IndicatorValue\nIpAddress,2001:db8::12345\n"),
};

pub(super) const BAD_OCTET: Entry = Entry {
    why: "An octet is 0 to 255. With a leading zero some programs read it as octal, so that one text is two addresses.",
    source: "RFC 6943, section 3.1.1",
    remedy: "Correct the octet.",
    example: Example::list("198.51.100.256\n"),
};

pub(super) const ADDRESS_WITH_PORT: Entry = Entry {
    why: "Defender blocks an address on all its ports; a value with a port matches nothing.",
    source: sources::NETWORK,
    remedy: "Drop the port, in one row or in all.",
    example: Example::list("198.51.100.7:8443\n"),
};

pub(super) const ADDRESS_RANGE: Entry = Entry {
    why: "The import call takes single addresses. A range by its first and last address has no form there at all.",
    source: sources::IMPORT,
    remedy: "Give the addresses one by one.",
    example: Example::list("198.51.100.7-198.51.100.9\n"),
};

pub(super) const ADDRESS_RANGE_CIDR: Entry = Entry {
    why: "The import call takes single addresses, no CIDR notation.",
    source: sources::IMPORT,
    remedy: "Expand the range into rows where it is small, or remove it.",
    example: Example::list("198.51.100.0/24\n"),
};

pub(super) const RANGE_OVER_CAP: Entry = Entry {
    why: "Ranges are expanded up to the size that was chosen; this one is larger.",
    source: sources::IMPORT,
    remedy: "Narrow the range, or allow larger ones.",
    example: Example::list("198.51.96.0/20\n").expanding(256),
};

pub(super) const RANGE_HOST_BITS: Entry = Entry {
    why: "The address lies inside the range that the prefix makes. Whether the range or the one address is meant cannot be told.",
    source: "RFC 4632, section 3.1",
    remedy: "Give the range by its first address, or the address alone.",
    example: Example::list("198.51.100.5/24\n"),
};

pub(super) const BAD_PREFIX: Entry = Entry {
    why: "A prefix has at most as many bits as the address: 32, or 128 for IPv6.",
    source: "RFC 4632, section 3.1",
    remedy: "Correct the prefix.",
    example: Example::list("198.51.100.0/33\n"),
};

pub(super) const INTERNAL_ADDRESS: Entry = Entry {
    why: "Only external addresses can be indicators. Private ones mean another device in each network.",
    source: "Microsoft Learn, *Create indicators for IPs and URLs/domains*: \"Only external IPs can be added\"",
    remedy: "Remove it. The setting *internal addresses* sends it all the same.",
    example: Example::list("10.20.0.15\n"),
};

pub(super) const DOMAIN_CHARACTER: Entry = Entry {
    why: "The name of a host holds letters, digits, hyphens and dots.",
    source: "RFC 1123, section 2.1",
    remedy: "Correct the name.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,bad!site.example\n"),
};

pub(super) const DOMAIN_WITHOUT_DOT: Entry = Entry {
    why: "A name without a dot is one of the own network, or a word.",
    source: sources::NETWORK,
    remedy: "Give the full name.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,intranet\n"),
};

pub(super) const DOMAIN_EMPTY_LABEL: Entry = Entry {
    why: "Between two dots, and before the first, there is at least one character.",
    source: "RFC 1035, section 2.3.1",
    remedy: "Correct the name.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,bad..example\n"),
};

pub(super) const LABEL_TOO_LONG: Entry = Entry {
    why: "A label has at most 63 characters; no such domain can exist.",
    source: sources::NAMES,
    remedy: "Correct the name.",
    example: Example::made("list.txt", "a domain with a label of 64 characters", || {
        format!("{}.example\n", "a".repeat(64))
    }),
};

pub(super) const DOMAIN_TOO_LONG: Entry = Entry {
    why: "A name has at most 253 characters; no such domain can exist.",
    source: sources::NAMES,
    remedy: "Correct the name.",
    example: Example::made("list.txt", "a domain of 257 characters", || {
        format!("{}example\n", "a23456789.".repeat(25))
    }),
};

pub(super) const LABEL_UNDERSCORE: Entry = Entry {
    why: "Names such as `_dmarc` are records of a domain, not hosts, and clients report that the service does not take them.",
    source: sources::CLIENTS,
    remedy: "Give the domain above it.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,_dmarc.bad.example\n"),
};

pub(super) const UNUSUAL_LABEL: Entry = Entry {
    why: "A hyphen at an end, an underscore, or `xn--` with nothing readable behind it is no plain host name. Some exist all the same.",
    source: "RFC 1123, section 2.1, and RFC 5890, section 2.3.1",
    remedy: "Check the spelling. It is sent as it stands.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,cdn_1.bad.example\n"),
};

pub(super) const NUMERIC_TLD: Entry = Entry {
    why: "No top-level domain is a number: the text is a version or a broken address.",
    source: "RFC 3696, section 2",
    remedy: "Correct it, or remove it.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,release-2.14\n"),
};

pub(super) const BAD_IDN: Entry = Entry {
    why: "Names in other scripts are sent as `xn--`. This one has no such form.",
    source: "Unicode Technical Standard #46",
    remedy: "Check the spelling.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,xn--bücher.example\n"),
};

pub(super) const DOMAIN_WILDCARD: Entry = Entry {
    why: "Defender takes no wildcards, and needs none at the start: a domain covers its subdomains.",
    source: sources::NETWORK,
    remedy: "Give the domain without the part that has the wildcard.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,www.*.bad.example\n"),
};

pub(super) const DOMAIN_WITH_PORT: Entry = Entry {
    why: "A domain is blocked on all its ports; a value with a port matches nothing.",
    source: sources::NETWORK,
    remedy: "Drop the port, in one row or in all, or make it a Url.",
    example: Example::list("bad.example:8443\n"),
};

pub(super) const DOMAIN_WITH_PATH: Entry = Entry {
    why: "The type says domain, and the value has a path.",
    source: sources::NETWORK,
    remedy: "Give the domain alone, or change the type to Url.",
    example: Example::csv("IndicatorType,IndicatorValue\nDomainName,bad.example/login\n"),
};

pub(super) const URL_SCHEME: Entry = Entry {
    why: "Network protection sees web traffic. Other schemes have no indicator.",
    source: sources::NETWORK,
    remedy: "Give the host as a domain, or remove it.",
    example: Example::list("ftp://bad.example/payload\n"),
};

pub(super) const URL_WITHOUT_SCHEME: Entry = Entry {
    why: "Without a scheme it cannot be told whether http or https is meant, and whether the service takes it is not documented.",
    source: sources::OWN,
    remedy: "Add `http://` or `https://`.",
    example: Example::list("bad.example/login\n"),
};

pub(super) const URL_BLANK: Entry = Entry {
    why: "No URL holds a blank: two values stand in one cell, or a text behind the URL.",
    source: "RFC 3986, section 2",
    remedy: "Write the blank as `%20`, or take apart what is not one URL.",
    example: Example::csv("IndicatorType,IndicatorValue\nUrl,https://bad.example/my file.doc\n"),
};

pub(super) const URL_WILDCARD: Entry = Entry {
    why: "Defender takes no wildcards in URLs.",
    source: sources::NETWORK,
    remedy: "Give the domain, or the URL in full.",
    example: Example::list("https://bad.example/*/gate\n"),
};

pub(super) const URL_USERINFO: Entry = Entry {
    why: "What stands before the `@` is a login, not the host: `https://login.example@bad.example` goes to bad.example. Browsers leave it out of what they ask for.",
    source: "RFC 3986, sections 3.2.1 and 7.6",
    remedy: "Check that it is wanted; most often the domain is meant.",
    example: Example::list("https://login.example@bad.example/a\n"),
};

pub(super) const URL_WITH_COMMA: Entry = Entry {
    why: "A comma may be part of a URL, and may be where the next column of a table without a header begins.",
    source: "RFC 3986, section 2.2",
    remedy: "Add a header where the line belongs to a table.",
    example: Example::list("https://bad.example/a,b.php\n"),
};

pub(super) const URL_HOST: Entry = Entry {
    why: "Between the scheme and the path stands no name and no address.",
    source: sources::URLS,
    remedy: "Correct the host.",
    example: Example::list("https://bad..example/a\n"),
};

pub(super) const URL_PORT: Entry = Entry {
    why: "A port is a number from 0 to 65,535.",
    source: "RFC 3986, section 3.2.3",
    remedy: "Correct the port, or take it off.",
    example: Example::list("https://bad.example:99999/a\n"),
};

pub(super) const URL_INTERNAL_HOST: Entry = Entry {
    why: "The host is one of a private network. Blocking it blocks something of one's own, or nothing.",
    source: "RFC 1918, section 3, and RFC 6761, section 6",
    remedy: "Check that it is meant.",
    example: Example::list("http://10.20.0.15/a\n"),
};

pub(super) const URL_DEFANG_MARK: Entry = Entry {
    why: "Only scheme and host are refanged: brackets in a path may belong to it.",
    source: sources::OWN,
    remedy: "Correct the URL where the mark was written to make it harmless.",
    example: Example::csv("IndicatorType,IndicatorValue\nUrl,https://bad.example/a[.]php\n"),
};

pub(super) const UNKNOWN_TLD: Entry = Entry {
    why: "The name ends in nothing that the list of top-level domains holds. It may be new, of an internal network, or misspelt.",
    source: "The public suffix list, publicsuffix.org",
    remedy: "Check the spelling.",
    example: Example::list("bad.exmaple\n"),
};
