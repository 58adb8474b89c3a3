//! Entries on the fields beside type and value.

use super::{Entry, Example, Given, sources};
use crate::{check::Cidr, diagnostic::Finding};

pub(super) const BAD_ACTION: Entry = Entry {
    why: "The service knows these actions alone.",
    source: sources::ACTIONS,
    remedy: "Write the action as the API does.",
    example: Example::csv("IndicatorValue,Action\nbad.example,Blok\n"),
};

pub(super) const MISSING_ACTION: Entry = Entry {
    why: "An action is required. Where the table has the column, a blank is an oversight and no default is put in its place.",
    source: sources::SINGLE,
    remedy: "Add the action.",
    example: Example::csv("IndicatorValue,Action\nbad.example,\n"),
};

pub(super) const ACTION_NOT_FOR_TYPE: Entry = Entry {
    why: "Not every action is possible for every type: nothing of a domain can be remediated, and a certificate is allowed or blocked.",
    source: sources::OVERVIEW,
    remedy: "Take one of the actions that the sentence names.",
    example: Example::csv(
        "IndicatorType,IndicatorValue,Action\nDomainName,bad.example,BlockAndRemediate\n",
    ),
};

pub(super) const BAD_GENERATE_ALERT: Entry = Entry {
    why: "`generateAlert` is true or false.",
    source: sources::RESOURCE,
    remedy: "Write true or false.",
    example: Example::csv("IndicatorValue,Action,GenerateAlert\nbad.example,Block,yes\n"),
};

pub(super) const ALLOWED_NEVER_ALERTS: Entry = Entry {
    why: "What is allowed raises no alert, whatever the field says.",
    source: sources::OVERVIEW,
    remedy: "Nothing.",
    example: Example::csv("IndicatorValue,Action,GenerateAlert\nbad.example,Allowed,true\n"),
};

pub(super) const BAD_SEVERITY: Entry = Entry {
    why: "The service knows four severities.",
    source: sources::RESOURCE,
    remedy: "Use one of them, or leave it out.",
    example: Example::csv("IndicatorValue,Severity\nbad.example,critical\n"),
};

pub(super) const MISSING_TITLE: Entry = Entry {
    why: "A title is required. Where the table has the column, a blank is an oversight and no default is put in its place.",
    source: sources::SINGLE,
    remedy: "Use the file's name, in one row or in all, or write a title.",
    example: Example::csv("IndicatorValue,Title\nbad.example,\n"),
};

pub(super) const MISSING_DESCRIPTION: Entry = Entry {
    why: "A description is required. Where the table has the column, a blank is an oversight and no default is put in its place.",
    source: sources::SINGLE,
    remedy: "Use the default one, in one row or in all, or write a description.",
    example: Example::csv("IndicatorValue,Description\nbad.example,\n"),
};

pub(super) const TITLE_TOO_LONG: Entry = Entry {
    why: "No page names a limit; clients that run in production cut at this length. A title is not cut unseen.",
    source: sources::CLIENTS,
    remedy: "Shorten the title.",
    example: Example::made("table.csv", "a title of 4,001 characters", || {
        format!("IndicatorValue,Title\nbad.example,{}\n", "a".repeat(4_001))
    }),
};

pub(super) const LONG_DESCRIPTION: Entry = Entry {
    why: "Other clients cut descriptions at about 100 characters. Microsoft names no limit, so it is sent in full.",
    source: sources::CLIENTS,
    remedy: "Nothing, unless the service refuses it.",
    example: Example::made("table.csv", "a description of 140 characters", || {
        format!(
            "IndicatorValue,Description\nbad.example,{}\n",
            "a".repeat(140)
        )
    }),
};

pub(super) const CELL_TOO_LONG: Entry = Entry {
    why: "A text of such a length is damage or an attack, and one record must fit into a call.",
    source: sources::OWN,
    remedy: "Shorten the text.",
    example: Example::made("table.csv", "a description of 100,001 characters", || {
        format!(
            "IndicatorValue,Description\nbad.example,{}\n",
            "a".repeat(100_001)
        )
    }),
};

pub(super) const CONTROL_CHARACTER: Entry = Entry {
    why: "Tabs and line breaks are text; other control characters are damage, or meant to deceive those who read the text.",
    source: sources::OWN,
    remedy: "Type the text anew.",
    example: Example::csv("IndicatorValue,Title\nbad.example,\u{1b}[31mred\n"),
};

pub(super) const BAD_DATE: Entry = Entry {
    why: "A date that can be read in two ways, or in none, is not guessed: 01/02/2027 is in January or in February.",
    source: "RFC 3339, section 5.6; Microsoft Learn, *Manage indicators*, writes `2027-01-31T00:00:00.0Z`",
    remedy: "Write the date as 2027-01-31 or 2027-01-31T00:00:00Z.",
    example: Example::csv("IndicatorValue,ExpirationTime\nbad.example,31/12/2027 noon\n"),
};

pub(super) const AMBIGUOUS_DATE: Entry = Entry {
    why: "Some write the day first, others the month. Where no date of the column has a part above 12, which is meant cannot be told.",
    source: sources::OWN,
    remedy: "Write the date as 2027-01-31.",
    example: Example::csv("Domain,Expires\nbad.example,1/2/2027\n"),
};

pub(super) const EXPIRED: Entry = Entry {
    why: "The service deletes what has expired, so such an indicator would do nothing.",
    source: sources::PORTAL,
    remedy: "Give a later date or none, in one row or in all.",
    example: Example::csv("IndicatorValue,ExpirationTime\nbad.example,2021-12-12T00:00:00Z\n"),
};

pub(super) const FAR_EXPIRATION: Entry = Entry {
    why: "A date so far ahead is more often a slip than meant. No limit is documented, so it is sent.",
    source: sources::OWN,
    remedy: "Check the date.",
    example: Example::csv("IndicatorValue,ExpirationTime\nbad.example,2062-01-31\n"),
};

pub(super) const EDUCATE_URL_UNUSED: Entry = Entry {
    why: "The link is shown to users whom a URL indicator blocks or warns; elsewhere nobody sees it.",
    source: sources::RESOURCE,
    remedy: "Nothing, or leave the link out.",
    example: Example::json(
        "[{\"indicatorValue\": \"bad.example\", \"indicatorType\": \"DomainName\", \"action\": \"Block\", \"educateUrl\": \"https://help.example\"}]\n",
    ),
};

pub(super) const GROUP_NOT_SEEN: Entry = Entry {
    why: "Only the service knows which device groups a tenant has; asking it takes a permission that an import does not need. Groups that indicators of the tenant are for do exist. One that none of them is for may exist or not: a name that does not is refused by the service, row by row.",
    source: sources::RESOURCE,
    remedy: "Compare the name with the portal's, under Settings, Endpoints, Device groups.",
    example: Example {
        name: "table.csv",
        given: Given::Happened("a row for a device group that is new, or misspelt", || {
            Finding::GroupNotSeen {
                name: "Servrs".to_owned(),
            }
        }),
        ranges: Cidr::Refuse,
    },
};
