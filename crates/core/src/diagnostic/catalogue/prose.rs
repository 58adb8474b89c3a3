//! Entries on running text.

use super::{Entry, Example, sources};

pub(super) const NOTHING_FOUND: Entry = Entry {
    why: "The text was read word by word, and no word is an indicator.",
    source: sources::OWN,
    remedy: "Choose another file, or give the values one a line.",
    example: Example::named("mail.txt", "Nothing new today, all is well.\n"),
};

pub(super) const MAIL_ENCODED: Entry = Entry {
    why: "Mails are stored in letters that every server passes on. Quoted-printable cuts long lines and writes marks as numbers, base64 hides all of the text. It is read as it stands, so values may be cut, changed or missing.",
    source: "RFC 2045, sections 6.7 and 6.8",
    remedy: "Open the mail in its program, and save or paste its text.",
    example: Example::named(
        "mail.eml",
        "Subject: please block\nContent-Transfer-Encoding: quoted-printable\n\nIt calls https://bad[.]example/a?id=3D7 each hour.\n",
    ),
};

pub(super) const AMBIGUOUS: Entry = Entry {
    why: "Two readings are honest: a domain or a file's name, an address or a version, an indicator or a link for the reader. A wrong guess blocks what should work, or lets through what should not.",
    source: sources::OWN,
    remedy: "Import it, or say that it is no indicator; for one row, or for all of this kind.",
    example: Example::list("update.zip\nbad.example\n"),
};

pub(super) const READER_LINK: Entry = Entry {
    why: "A report that defangs what is malicious writes what it points to in plain form: its own pages, MITRE, VirusTotal. To import these would block them.",
    source: sources::OWN,
    remedy: "Nothing; or import it, if it is meant.",
    example: Example::named(
        "report.md",
        "As described at https://blog.example/post before.\n\nIt calls bad[.]example each hour.\n",
    ),
};
