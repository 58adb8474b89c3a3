//! Hashes and IP addresses.

use ioculate_core::{
    check::{Cidr, Policy},
    value::{AddressRange, without_port},
};

use crate::outcome::holds;

const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";
const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SHA1_UPPER: &str = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709";

#[test]
fn hashes() {
    let short = &SHA256[1..];
    let lowered = format!("{SHA1} +Lowercased");
    holds(
        "FileSha1",
        &Policy::default(),
        &[
            (SHA1, "same"),
            (SHA1_UPPER, &lowered),
            (&format!(" {SHA1}\u{a0}"), &format!("{SHA1} +Trimmed")),
            (
                &format!("\u{feff}{SHA1}\u{200b}"),
                &format!("{SHA1} +Trimmed"),
            ),
            (
                &format!(" {SHA1_UPPER}"),
                &format!("{SHA1} +Trimmed +Lowercased"),
            ),
            (SHA256, "refused !type-mismatch"),
            (MD5, "refused !type-mismatch"),
            (&SHA1[1..], "refused !hash-length"),
            (&SHA1.replace('d', "g"), "refused !hash-not-hex"),
            ("evil.example", "refused !type-mismatch"),
            ("198.51.100.7", "refused !type-mismatch"),
            ("http://evil.example/x", "refused !type-mismatch"),
            ("N/A", "refused !not-an-indicator"),
            ("-", "refused !not-an-indicator"),
            ("see report", "refused !not-an-indicator"),
            ("TODO add hashes", "refused !not-an-indicator"),
            ("", "refused !missing-value"),
            ("  \u{200b}", "refused !missing-value"),
            (&format!("{SHA1}\0"), "refused !hidden-character"),
            (
                &format!("{}\u{200b}{}", &SHA1[..20], &SHA1[20..]),
                "refused !hidden-character",
            ),
        ],
    );
    holds(
        "FileSha256",
        &Policy::default(),
        &[
            (SHA256, "same"),
            (&SHA256.to_uppercase(), &format!("{SHA256} +Lowercased")),
            (short, "refused !hash-length"),
            (&format!("{SHA256}0"), "refused !hash-length"),
            (SHA1, "refused !type-mismatch"),
            (&format!("0x{SHA256}"), "refused !hash-not-hex"),
        ],
    );
    holds(
        "FileMd5",
        &Policy::default(),
        &[
            (MD5, "same !md5-may-be-refused"),
            (
                &MD5.to_uppercase(),
                &format!("{MD5} +Lowercased !md5-may-be-refused"),
            ),
            (SHA1, "refused !type-mismatch"),
            ("é41d8cd98f00b204e9800998ecf8427e", "refused !hash-not-hex"),
        ],
    );
    holds(
        "CertificateThumbprint",
        &Policy::default(),
        &[
            // The table's default action, Block, is not for certificates; the value itself is read.
            (SHA1, "refused !action-not-for-type"),
            (SHA256, "refused !hash-length !action-not-for-type"),
        ],
    );
}

#[test]
fn ipv4() {
    holds(
        "IpAddress",
        &Policy::default(),
        &[
            ("198.51.100.7", "same"),
            ("8.8.8.8", "same"),
            (" 8.8.8.8 ", "8.8.8.8 +Trimmed"),
            ("198[.]51[.]100[.]7", "198.51.100.7 +Refanged"),
            ("198(.)51(.)100(.)7", "198.51.100.7 +Refanged"),
            ("198{.}51.100.7", "198.51.100.7 +Refanged"),
            ("198[dot]51[DOT]100.7", "198.51.100.7 +Refanged +Refanged"),
            ("198.51.100[.7]", "198.51.100.7 +Refanged"),
            (r"198\.51\.100\.7", "198.51.100.7 +Refanged"),
            ("198.51.100.07", "refused !bad-octet"),
            ("198.51.100.256", "refused !bad-octet"),
            ("999.1.2.3", "refused !bad-octet"),
            ("198.51.100", "refused !type-mismatch"),
            ("198.51.100.7.8", "refused !type-mismatch"),
            ("198.51.100.7:8080", "refused !address-with-port"),
            (
                "198[.]51.100.7[:]443",
                "refused +Refanged +Refanged !address-with-port",
            ),
            ("198.51.100.7-198.51.100.9", "refused !address-range"),
            ("198.51.100.7 - 198.51.100.9", "refused !address-range"),
            ("198.51.100.7-9", "refused !address-range"),
            ("198.51.100.*", "refused !address-range"),
            ("198.51.100.0/24", "refused !address-range-cidr"),
            ("198.51.100.5/24", "refused !range-host-bits"),
            ("198.51.100.0/33", "refused !bad-prefix"),
            ("198.51.100.0/+8", "refused !bad-prefix"),
            ("198.51.100.0/", "refused !bad-prefix"),
            ("198.51.100.7/32", "198.51.100.7 +PrefixDropped"),
            ("10.1.2.3/32", "refused !internal-address"),
            ("evil.example", "refused !type-mismatch"),
            ("http://198.51.100.7/", "refused !type-mismatch"),
            (SHA1, "refused !type-mismatch"),
            ("localhost", "refused !bad-address"),
            ("0x7f000001", "refused !bad-address"),
            ("2130706433", "refused !bad-address"),
            ("127.1", "refused !type-mismatch"),
            ("١٩٨.51.100.7", "refused !type-mismatch"),
        ],
    );
}

#[test]
fn ipv6() {
    let full = "2001:0db8:0000:0000:0000:0000:0000:0001";
    holds(
        "IpAddress",
        &Policy::default(),
        &[
            (full, "same"),
            ("2001:db8::1", &format!("{full} +Ipv6Expanded")),
            ("2001:DB8::1", &format!("{full} +Ipv6Expanded")),
            ("2001:db8:0:0:0:0:0:1", &format!("{full} +Ipv6Expanded")),
            (&full.to_uppercase(), &format!("{full} +Lowercased")),
            ("[2001:db8::1]", &format!("{full} +Refanged +Ipv6Expanded")),
            (
                "2001[:]db8[:]:1",
                &format!("{full} +Refanged +Ipv6Expanded"),
            ),
            ("[2001:db8::1]:443", "refused !address-with-port"),
            (
                "2001:db8::1/128",
                &format!("{full} +PrefixDropped +Ipv6Expanded"),
            ),
            ("2001:db8::/32", "refused !address-range-cidr"),
            ("2001:db8::1/32", "refused !range-host-bits"),
            ("2001:db8::/129", "refused !bad-prefix"),
            ("::ffff:198.51.100.7", "198.51.100.7 +Ipv4Unmapped"),
            ("::ffff:10.0.0.1", "refused !internal-address"),
            ("fe80::1%eth0", "refused !bad-address"),
            ("2001:db8:::1", "refused !bad-address"),
            ("2001:db8::g", "refused !bad-address"),
        ],
    );
}

#[test]
fn internal_addresses() {
    const INTERNAL: [&str; 24] = [
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.168.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "192.168.255.255",
    ];
    const EXTERNAL: [&str; 14] = [
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "223.255.255.255",
        "203.0.113.9",
    ];
    for value in INTERNAL {
        holds(
            "IpAddress",
            &Policy::default(),
            &[(value, "refused !internal-address")],
        );
    }
    for value in EXTERNAL {
        holds("IpAddress", &Policy::default(), &[(value, "same")]);
    }
    let allowed = Policy {
        internal_addresses: true,
        ..Policy::default()
    };
    holds(
        "IpAddress",
        &allowed,
        &[
            ("10.1.2.3", "same"),
            (
                "::1",
                "0000:0000:0000:0000:0000:0000:0000:0001 +Ipv6Expanded",
            ),
        ],
    );
}

#[test]
fn ranges_by_policy() {
    let expand = Policy {
        cidr: Cidr::Expand { cap: 256 },
        ..Policy::default()
    };
    holds(
        "IpAddress",
        &expand,
        &[
            ("198.51.100.0/24", "same"),
            ("198.51.0.0/16", "refused !range-over-cap"),
            ("0.0.0.0/0", "refused !range-over-cap"),
            ("2001:db8::/64", "refused !range-over-cap"),
            (
                "2001:db8::/120",
                "2001:0db8:0000:0000:0000:0000:0000:0000/120 +Ipv6Expanded",
            ),
            ("10.0.0.0/24", "refused !internal-address"),
            ("198.51.100.1/24", "refused !range-host-bits"),
            ("198.51.100.7-198.51.100.9", "refused !address-range"),
        ],
    );
    let single = Policy {
        cidr: Cidr::SingleApi,
        ..Policy::default()
    };
    holds(
        "IpAddress",
        &single,
        &[
            ("198.51.0.0/16", "same"),
            ("0.0.0.0/0", "refused !internal-address"),
            ("172.0.0.0/8", "refused !internal-address"),
        ],
    );
}

#[test]
fn a_range_lists_its_addresses() {
    let listed =
        |text| AddressRange::parse(text).map(|range| range.addresses().collect::<Vec<_>>());
    let four = [
        "198.51.100.8",
        "198.51.100.9",
        "198.51.100.10",
        "198.51.100.11",
    ];
    assert_eq!(
        listed("198.51.100.8/30"),
        Some(four.map(str::to_owned).to_vec())
    );
    let two = listed("2001:db8::fffe/127").unwrap_or_default();
    assert_eq!(
        two,
        [
            "2001:0db8:0000:0000:0000:0000:0000:fffe",
            "2001:0db8:0000:0000:0000:0000:0000:ffff",
        ]
    );
    assert_eq!(listed("255.255.255.255/32").map(|all| all.len()), Some(1));
    for not in [
        "198.51.100.8",
        "198.51.100.9/30",
        "x/8",
        "198.51.100.8/33",
        "/",
        "",
    ] {
        assert_eq!(listed(not), None, "{not}");
    }
    let count = |text| AddressRange::parse(text).and_then(AddressRange::count);
    assert_eq!(count("198.51.100.0/24"), Some(256));
    assert_eq!(count("0.0.0.0/1"), Some(1 << 31));
    assert_eq!(count("0.0.0.0/0"), None);
}

#[test]
fn the_port_can_be_dropped() {
    for (text, wanted) in [
        ("198.51.100.7:8080", Some("198.51.100.7")),
        ("198[.]51[.]100[.]7:80", Some("198[.]51[.]100[.]7")),
        ("198.51.100.7[:]80", Some("198.51.100.7")),
        ("[2001:db8::1]:443 ", Some("2001:db8::1")),
        ("evil.example:8443", Some("evil.example")),
        ("198.51.100.7", None),
        ("198.51.100.7:http", None),
        ("evil.example:", None),
        (":80", None),
        ("2001:db8::", None),
    ] {
        assert_eq!(without_port(text), wanted, "{text}");
    }
}
