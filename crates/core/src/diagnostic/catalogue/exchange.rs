//! Entries on records of exchange formats.

use super::{Entry, Example, sources};

pub(super) const OTHER_OBJECTS: Entry = Entry {
    why: "A bundle tells a story: campaigns, malware, relations. Only its indicators say what to look for.",
    source: sources::STIX,
    remedy: "Nothing.",
    example: Example::json(
        "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n  {\"type\": \"malware\", \"id\": \"malware--1\", \"name\": \"Example\"},\n  {\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value = 'bad.example']\"}]}\n",
    ),
};

pub(super) const OBSERVED_READ: Entry = Entry {
    why: "An observed object says what was seen, which may be harmless. Where a text holds nothing else it is most often meant as a list of indicators.",
    source: sources::STIX,
    remedy: "Check that each of them is meant to be imported.",
    example: Example::json(
        "[{\"type\": \"domain-name\", \"id\": \"domain-name--1\", \"value\": \"bad.example\"}]\n",
    ),
};

pub(super) const ONLY_OBSERVED: Entry = Entry {
    why: "An observed object says what was seen, which may be harmless. The indicators of the same text say what is bad.",
    source: sources::STIX,
    remedy: "Nothing, unless it is meant as an indicator; then import its value by itself.",
    example: Example::json(
        "[{\"type\": \"domain-name\", \"id\": \"domain-name--1\", \"value\": \"seen.example\"},\n {\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value = 'bad.example']\"}]\n",
    ),
};

pub(super) const REVOKED: Entry = Entry {
    why: "Who published the indicator has taken it back.",
    source: "OASIS, *STIX Version 2.1*, section 3.6",
    remedy: "Nothing. Delete it in Defender, if it was imported before.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"revoked\": true, \"pattern\": \"[domain-name:value = 'bad.example']\"}]\n",
    ),
};

pub(super) const BENIGN: Entry = Entry {
    why: "An indicator may describe what is harmless, so that others do not raise alarms about it.",
    source: "OASIS, *STIX Version 2.1*, section 10.10",
    remedy: "Nothing. To allow it, import its value by itself with the action Allowed.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"indicator_types\": [\"benign\"], \"pattern\": \"[domain-name:value = 'good.example']\"}]\n",
    ),
};

pub(super) const OTHER_LANGUAGE: Entry = Entry {
    why: "A YARA, Sigma or Snort rule describes behaviour or content. Defender's indicators are single values.",
    source: "OASIS, *STIX Version 2.1*, section 10.11",
    remedy: "Use the rule in a product that runs such rules.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern_type\": \"yara\", \"pattern\": \"rule example { condition: false }\"}]\n",
    ),
};

pub(super) const PATTERN_BROKEN: Entry = Entry {
    why: "The pattern does not follow the grammar of STIX, so what it asks for cannot be told.",
    source: sources::PATTERN,
    remedy: "Mend the place that is named, or ask who published it.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value = 'bad.example'\"}]\n",
    ),
};

pub(super) const PATTERN_NEGATION: Entry = Entry {
    why: "The pattern matches where this value is *not*: importing it would say the opposite.",
    source: sources::PATTERN,
    remedy: "Nothing.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value != 'good.example']\"}]\n",
    ),
};

pub(super) const PATTERN_OPERATOR: Entry = Entry {
    why: "`LIKE`, `MATCHES` and comparisons of order fit many values, and Defender takes one at a time.",
    source: sources::PATTERN,
    remedy: "Import the values that are known to fit it.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value LIKE '%.bad.example']\"}]\n",
    ),
};

pub(super) const PATTERN_PART: Entry = Entry {
    why: "OpenIOC editors write `contains` for names as a rule, and mean a domain with its subdomains. Defender matches just these; an address or a URL it matches as it stands.",
    source: "OpenIOC 1.0 and 1.1, schema, condition of an `IndicatorItem`",
    remedy: "Check that the value is whole; leave the row out if it is a part of one.",
    example: Example::named(
        "report.ioc",
        "<ioc><definition><Indicator operator=\"OR\"><IndicatorItem condition=\"contains\"><Context search=\"Network/DNS\"/><Content type=\"string\">bad.example</Content></IndicatorItem></Indicator></definition></ioc>\n",
    ),
};

pub(super) const PATTERN_CONJUNCTION: Entry = Entry {
    why: "What an AND or FOLLOWEDBY joins means harm together. One part of it may be an ordinary host.",
    source: sources::PATTERN,
    remedy: "Check that the value is bad by itself; leave the row out if it is not.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[domain-name:value = 'bad.example' AND ipv4-addr:value = '51.0.0.7']\"}]\n",
    ),
};

pub(super) const PORT_LEFT_OUT: Entry = Entry {
    why: "Defender's indicator of an address or a domain holds for every port.",
    source: sources::RESOURCE,
    remedy: "Check that nothing else on that host is needed.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[ipv4-addr:value = '51.0.0.7' AND network-traffic:dst_port = 8443]\"}]\n",
    ),
};

pub(super) const OTHER_HASH: Entry = Entry {
    why: "Defender compares files by MD5, SHA-1 and SHA-256 and certificates by SHA-1, and by no other hash.",
    source: sources::RESOURCE,
    remedy: "Use one of these, if the source has it.",
    example: Example::json(
        "[{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[file:hashes.SSDEEP = '3:ab:c']\"}]\n",
    ),
};

pub(super) const DELETED: Entry = Entry {
    why: "MISP keeps what was deleted, so that others delete it too.",
    source: sources::MISP,
    remedy: "Nothing. Delete it in Defender, if it was imported before.",
    example: Example::json(
        "{\"Event\": {\"info\": \"Example\", \"Attribute\": [\n  {\"type\": \"domain\", \"value\": \"bad.example\", \"deleted\": true}]}}\n",
    ),
};

pub(super) const NOT_FOR_DETECTION: Entry = Entry {
    why: "An event holds context as well, such as hosts that were abused. Its publisher marks by `to_ids` what to look for.",
    source: sources::MISP,
    remedy: "Nothing, unless it is meant all the same; then import its value by itself.",
    example: Example::json(
        "{\"Event\": {\"info\": \"Example\", \"Attribute\": [\n  {\"type\": \"domain\", \"value\": \"seen.example\", \"to_ids\": false}]}}\n",
    ),
};

pub(super) const REFERENCE: Entry = Entry {
    why: "A link in an event leads to a report on it. Blocking it would hide the report.",
    source: sources::MISP,
    remedy: "Nothing.",
    example: Example::json(
        "{\"Event\": {\"info\": \"Example\", \"Attribute\": [\n  {\"type\": \"link\", \"value\": \"https://report.example/1\", \"to_ids\": false}]}}\n",
    ),
};

pub(super) const XML_BROKEN: Entry = Entry {
    why: "From this place on the document is no XML. What stands before it is whole and was read.",
    source: "W3C, *Extensible Markup Language (XML) 1.0*, section 2.1",
    remedy: "Mend the place that is named, or export the file again.",
    example: Example::named(
        "indicators.ioc",
        "<ioc><definition><Indicator operator=\"OR\"><IndicatorItem condition=\"is\">\n<Context search=\"Network/DNS\"/><Content>bad.example</Content></IndicatorItem\n",
    ),
};

pub(super) const XML_NOT_INDICATORS: Entry = Entry {
    why: "An OpenIOC document holds its values in `IndicatorItem` elements, and there is none.",
    source: "OpenIOC 1.0 and 1.1, schema",
    remedy: "Choose the file that has the indicators.",
    example: Example::named("indicators.ioc", "<ioc><definition/></ioc>\n"),
};

pub(super) const READ_FROM_KEY: Entry = Entry {
    why: "The list is not the API's own. A feed names what is bad, a warning list what must not be blocked, and both look alike.",
    source: sources::OWN,
    remedy: "Check what the list is; leave the file out if it names what is good.",
    example: Example::json("{\"name\": \"Example\", \"list\": [\"bad.example\"]}\n"),
};
