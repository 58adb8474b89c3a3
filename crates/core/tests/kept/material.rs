//! Files of every kind that is read, and what users do about them.

use std::{fmt, sync::LazyLock};

use ioculate_core::{
    change::ChangeKind,
    check::{Cidr, Hashes, Policy},
    diagnostic::{
        Finding,
        catalogue::{self, GROUPS},
    },
    indicator::{Action, IndicatorType},
    ledger::{Content, Given, Ledger},
    mapping::{Mapping, Reading, Role},
    session::{Fix, Scope},
    source::SourceKind,
};
use ioculate_unpack::{Bounds, Kind, unpack};
use proptest::{collection::vec, prelude::*, sample};

/// One of each kind of text, a workbook and an archive.
const FILES: [(&str, &[u8]); 14] = [
    (
        "portal.csv",
        include_bytes!("../../../../tests/fuzz/seeds/portal.csv"),
    ),
    (
        "wide.csv",
        include_bytes!("../../../../tests/fuzz/seeds/wide.csv"),
    ),
    (
        "indicators.json",
        include_bytes!("../../../../tests/fuzz/seeds/indicators.json"),
    ),
    (
        "lines.ndjson",
        include_bytes!("../../../../tests/fuzz/seeds/lines.ndjson"),
    ),
    (
        "bundle.json",
        include_bytes!("../../../../tests/fuzz/seeds/bundle.stix.json"),
    ),
    (
        "event.json",
        include_bytes!("../../../../tests/fuzz/seeds/event.misp.json"),
    ),
    (
        "event.csv",
        include_bytes!("../../../../tests/fuzz/seeds/event.misp.csv"),
    ),
    (
        "indicator.ioc",
        include_bytes!("../../../../tests/fuzz/seeds/indicator.ioc"),
    ),
    (
        "hosts",
        include_bytes!("../../../../tests/fuzz/seeds/hosts"),
    ),
    (
        "report.md",
        include_bytes!("../../../../tests/fuzz/seeds/report.md"),
    ),
    (
        "mail.eml",
        include_bytes!("../../../../tests/fuzz/seeds/mail.eml"),
    ),
    (
        "page.html",
        include_bytes!("../../../../tests/fuzz/seeds/page.html"),
    ),
    (
        "book.xlsx",
        include_bytes!("../../../../tests/fuzz/seeds/book.xlsx"),
    ),
    (
        "lists.zip",
        include_bytes!("../../../../tests/fuzz/seeds/lists.zip"),
    ),
];

/// Rows that repeat and contradict each other, ranges, hashes of one file, and what can be mended.
const OWN: [(&str, &str); 5] = [
    (
        "again.csv",
        "indicatorType,indicatorValue,action,title,description,expirationTime\n\
         DomainName,one.example,Block,t,d,\n\
         DomainName,ONE[.]example,Block,u,d,\n\
         DomainName,one.example,Allow,t,d,\n\
         DomainName,old.example,Block,t,d,2020-01-01T00:00:00Z\n\
         IpAddress,192.0.2.0/30,Block,t,d,\n\
         IpAddress,192.0.2.1,Block,t,d,\n\
         IpAddress,198.51.100.7:8080,Alert,,d,\n\
         Url,hxxps://two[.]example/A#b,Warn,t,,\n",
    ),
    (
        "hashes.csv",
        "md5,sha1,sha256,name\n\
         0123456789abcdef0123456789abcdef,0123456789abcdef0123456789abcdef01234567,0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,a\n\
         ,fedcba9876543210fedcba9876543210fedcba98,fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210,b\n",
    ),
    (
        "list.txt",
        "# a list\none.example\n198.51.100.7\n203.0.113.0/29\nupdate.zip\nnot one\n\n",
    ),
    (
        "prose.txt",
        "It called plain.example and evil[.]example; see https://vendor.example/report.\n",
    ),
    (
        "umlaut.csv",
        "Domäne;Wert\nGeräte;käse.example\nZürich;198.51.100.9\n",
    ),
];

/// What is taken in for one file that is dropped.
#[derive(Clone)]
pub(crate) struct Drop(Vec<Given>);

impl fmt::Debug for Drop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = f.debug_list();
        for Given { name, content } in &self.0 {
            let (form, bytes) = match content {
                Content::File(bytes) => ("file", bytes.as_slice()),
                Content::Sheet(bytes) => ("sheet", bytes.as_slice()),
                Content::Looked(_) | Content::Refused { .. } => ("", &[][..]),
            };
            list.entry(&(name, form, String::from_utf8_lossy(bytes)));
        }
        list.finish()
    }
}

fn whole(name: &str, bytes: &[u8]) -> Drop {
    let parts = unpack(name, bytes, &Bounds::default()).parts;
    let part = |part: ioculate_unpack::Part| Given {
        name: part.name,
        content: match part.kind {
            Kind::Sheet => Content::Sheet(part.bytes),
            Kind::File => Content::File(part.bytes),
        },
    };
    let packed = bytes.starts_with(b"PK");
    let plain = Given {
        name: name.to_owned(),
        content: Content::File(bytes.to_vec()),
    };
    if packed {
        // As it is as well: then it is refused with the reason.
        Drop(parts.into_iter().map(part).chain([plain]).collect())
    } else {
        Drop(vec![plain])
    }
}

/// Every example of the catalogue: one file for each thing that can be said.
fn examples() -> impl Iterator<Item = Drop> {
    let entries = GROUPS.iter().flat_map(|group| group.entries);
    entries.filter_map(|(_, entry)| match entry.example.given {
        catalogue::Given::Text(text) => Some(whole("example.txt", text.as_bytes())),
        catalogue::Given::Bytes(name, bytes) => Some(whole(name, bytes)),
        catalogue::Given::Titled(..)
        | catalogue::Given::Made(..)
        | catalogue::Given::Happened(..) => None,
    })
}

static DROPS: LazyLock<Vec<Drop>> = LazyLock::new(|| {
    let files = FILES.iter().map(|(name, bytes)| whole(name, bytes));
    let own = OWN.iter().map(|(name, text)| whole(name, text.as_bytes()));
    let refused = Given {
        name: "gone.csv".to_owned(),
        content: Content::Refused {
            bytes: 7,
            why: Finding::FileUnreadable,
        },
    };
    files
        .chain(own)
        .chain(examples())
        .chain([Drop(vec![refused])])
        .collect()
});

/// How a text is written, and whether it is taken for a sheet.
#[derive(Clone, Copy, Debug)]
enum Dress {
    AsItIs,
    Marked,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Sheet,
    CutOff,
}

fn dressed(given: Given, dress: Dress) -> Given {
    let Content::File(bytes) = given.content else {
        return given;
    };
    let Ok(text) = String::from_utf8(bytes.clone()) else {
        let content = Content::File(bytes);
        return Given { content, ..given };
    };
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order);
    let content = match dress {
        Dress::AsItIs => Content::File(bytes),
        Dress::Marked => Content::File([b"\xEF\xBB\xBF", bytes.as_slice()].concat()),
        Dress::Utf16Le => Content::File(
            [0xFF, 0xFE]
                .into_iter()
                .chain(wide(u16::to_le_bytes))
                .collect(),
        ),
        Dress::Utf16Be => Content::File(
            [0xFE, 0xFF]
                .into_iter()
                .chain(wide(u16::to_be_bytes))
                .collect(),
        ),
        Dress::Windows1252 => {
            let narrow = |c: char| u8::try_from(u32::from(c)).unwrap_or(b'?');
            Content::File(text.chars().map(narrow).chain(*b"\n\xA9\n").collect())
        }
        Dress::Sheet => Content::Sheet(bytes),
        Dress::CutOff => Content::File(bytes[..bytes.len() / 2].to_vec()),
    };
    Given { content, ..given }
}

fn drop() -> impl Strategy<Value = Drop> {
    let dress = prop_oneof![
        4 => Just(Dress::AsItIs),
        1 => Just(Dress::Marked),
        1 => Just(Dress::Utf16Le),
        1 => Just(Dress::Utf16Be),
        1 => Just(Dress::Windows1252),
        1 => Just(Dress::Sheet),
        1 => Just(Dress::CutOff),
    ];
    (sample::select(&DROPS[..]), dress).prop_map(|(drop, dress)| {
        let dressed = |given| self::dressed(given, dress);
        Drop(drop.0.into_iter().map(dressed).collect())
    })
}

/// One thing that a user does. Places are taken modulo what there is.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Drop(Drop),
    Fix(Fix, Where),
    ReadAs(sample::Index, SourceKind, Columns),
    Policy(Policy),
    Title(String),
}

#[derive(Clone, Debug)]
pub(crate) enum Where {
    Row(sample::Index),
    /// All with the code of a finding of this row.
    CodeOf(sample::Index),
    Changed(ChangeKind),
}

/// What a user says of the columns of a table.
#[derive(Clone, Debug)]
pub(crate) enum Columns {
    AsSeen,
    Anew(char, Option<u32>),
    Own(char, Option<u32>, Vec<Role>),
}

fn fix() -> impl Strategy<Value = Fix> {
    prop_oneof![
        Just(Fix::NeverExpires),
        (1..400u16).prop_map(|days| Fix::ExpireIn { days }),
        Just(Fix::ChooseThis),
        Just(Fix::KeepStrictest),
        Just(Fix::DropPort),
        Just(Fix::TitleFromFile),
        Just(Fix::DescriptionFromDefaults),
        (1..300u32).prop_map(|cap| Fix::ExpandRange { cap }),
        kind().prop_map(|kind| Fix::KeepAsWritten { kind }),
        sample::select(IndicatorType::ALL)
            .prop_map(|indicator_type| Fix::TakeAs { indicator_type }),
        Just(Fix::Ignore),
        Just(Fix::LeaveOut),
        Just(Fix::TakeBackIn),
        Just(Fix::Reset),
    ]
}

fn kind() -> impl Strategy<Value = ChangeKind> {
    sample::select(&ChangeKind::ALL[..])
}

fn place() -> impl Strategy<Value = Where> {
    prop_oneof![
        any::<sample::Index>().prop_map(Where::Row),
        any::<sample::Index>().prop_map(Where::CodeOf),
        kind().prop_map(Where::Changed),
    ]
}

fn columns() -> impl Strategy<Value = Columns> {
    let delimiter = sample::select(&[',', ';', '\t', '|'][..]);
    let header = proptest::option::of(1..4u32);
    let role = prop_oneof![
        Just(Role::Skip),
        Just(Role::Indicator(None)),
        Just(Role::Field(ioculate_core::change::Field::Title)),
    ];
    prop_oneof![
        Just(Columns::AsSeen),
        (delimiter.clone(), header.clone())
            .prop_map(|(delimiter, header)| Columns::Anew(delimiter, header)),
        (delimiter, header, vec(role, 1..5))
            .prop_map(|(delimiter, header, roles)| Columns::Own(delimiter, header, roles)),
    ]
}

fn policy() -> impl Strategy<Value = Policy> {
    let cidr = prop_oneof![
        Just(Cidr::Refuse),
        Just(Cidr::Expand { cap: 16 }),
        Just(Cidr::SingleApi),
    ];
    let hashes = prop_oneof![Just(Hashes::All), Just(Hashes::Strongest)];
    (cidr, hashes, any::<bool>(), any::<bool>()).prop_map(|(cidr, hashes, legacy, internal)| {
        Policy {
            cidr,
            hashes,
            legacy_as_written: legacy,
            internal_addresses: internal,
            ..Policy::default()
        }
    })
}

fn source_kind() -> impl Strategy<Value = SourceKind> {
    sample::select(
        &[
            SourceKind::PortalCsv,
            SourceKind::Table,
            SourceKind::ApiJson,
            SourceKind::List,
            SourceKind::Prose,
        ][..],
    )
}

/// What a user does, the first file first.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => drop().prop_map(Step::Drop),
        6 => (fix(), place()).prop_map(|(fix, place)| Step::Fix(fix, place)),
        2 => (any::<sample::Index>(), source_kind(), columns())
            .prop_map(|(file, kind, columns)| Step::ReadAs(file, kind, columns)),
        1 => policy().prop_map(Step::Policy),
        1 => "[a-z ]{0,8}".prop_map(Step::Title),
    ];
    (drop(), vec(step, 0..10))
        .prop_map(|(first, rest)| std::iter::once(Step::Drop(first)).chain(rest).collect())
}

impl Step {
    pub(crate) fn apply(self, ledger: &mut Ledger) {
        match self {
            Self::Drop(all) => ledger.take_all(all.0),
            Self::Fix(fix, place) => {
                if let Some(scope) = place.scope(ledger) {
                    ledger.fix(&fix, &scope);
                }
            }
            Self::ReadAs(file, kind, columns) => {
                let file = file.index(ledger.files().len());
                let file = u16::try_from(file).expect("few files");
                ledger.read_as(file, &columns.reading(kind));
            }
            Self::Policy(policy) => {
                let settings = ledger.settings().clone();
                ledger.set(ioculate_core::ledger::Settings { policy, ..settings });
            }
            Self::Title(title) => {
                let mut settings = ledger.settings().clone();
                settings.defaults.title = title;
                settings.defaults.action = Action::Warn;
                ledger.set(settings);
            }
        }
    }
}

impl Where {
    fn scope(&self, ledger: &Ledger) -> Option<Scope> {
        let row = |at: &sample::Index| {
            let rows = ledger.len() as usize;
            (rows > 0).then(|| u32::try_from(at.index(rows)).expect("few rows"))
        };
        Some(match self {
            Self::Row(at) => Scope::Row { row: row(at)? },
            Self::CodeOf(at) => {
                let found = ledger.row(row(at)?)?.diagnostics;
                let code = found.first()?.code().to_owned();
                Scope::Code { code }
            }
            Self::Changed(kind) => Scope::Changed { kind: *kind },
        })
    }
}

impl Columns {
    fn reading(self, kind: SourceKind) -> Reading {
        let mapping = |delimiter, header, columns| Mapping {
            delimiter,
            header,
            columns,
            meanings: Vec::new(),
        };
        Reading {
            kind,
            mapping: match self {
                Self::AsSeen => None,
                Self::Anew(delimiter, header) => Some(mapping(delimiter, header, Vec::new())),
                Self::Own(delimiter, header, roles) => Some(mapping(delimiter, header, roles)),
            },
        }
    }
}
