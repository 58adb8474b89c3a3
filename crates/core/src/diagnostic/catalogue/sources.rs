//! The documents that rules come from, as a page names them.

pub(super) const OVERVIEW: &str =
    "Microsoft Learn, *Overview of indicators in Microsoft Defender for Endpoint*, 2025-04";
pub(super) const IMPORT: &str =
    "Microsoft Learn, *Import Indicators API*, sections *Limitations* and *Request body*";
pub(super) const RESOURCE: &str =
    "Microsoft Learn, *Indicator resource type*, section *Properties*";
pub(super) const ACTIONS: &str =
    "Microsoft Learn, *Indicator resource type*, section *Supported action types*";
pub(super) const SINGLE: &str =
    "Microsoft Learn, *Submit or Update Indicator API*, section *Request body*";
pub(super) const NETWORK: &str = "Microsoft Learn, *Create indicators for IPs and URLs/domains*";
pub(super) const PORTAL: &str =
    "Microsoft Learn, *Manage indicators*, section *Import a list of IoCs*";
pub(super) const JSON: &str =
    "RFC 8259, *The JavaScript Object Notation (JSON) Data Interchange Format*";
pub(super) const STIX: &str =
    "OASIS, *STIX Version 2.1*, sections 4 (domain objects) and 6 (cyber-observable objects)";
pub(super) const PATTERN: &str = "OASIS, *STIX Version 2.1*, section 9, *STIX Patterning*";
pub(super) const MISP: &str = "IETF draft, *MISP core format*, section *Attribute*";
pub(super) const CSV: &str = "RFC 4180, section 2";
pub(super) const NAMES: &str = "RFC 1035, section 2.3.4";
pub(super) const URLS: &str = "RFC 3986, section 3";
pub(super) const OWN: &str = "A rule of this program; no page of Microsoft's speaks of it";
pub(super) const CLIENTS: &str =
    "No page of Microsoft's; clients of the API that run in production do so";
