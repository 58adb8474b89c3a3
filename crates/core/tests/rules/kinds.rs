//! Values whose type is seen from them.

use ioculate_core::check::Policy;

use crate::outcome::holds;

const MD5: &str = "d41d8cd98f00b204e9800998ecf8427e";
const SHA1: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const SHA1_UPPER: &str = "DA39A3EE5E6B4B0D3255BFEF95601890AFD80709";

#[test]
fn a_blank_type_is_seen_from_the_value() {
    holds(
        "",
        &Policy::default(),
        &[
            (SHA1, "same +TypeDetected"),
            (SHA256, "same +TypeDetected"),
            (MD5, "same +TypeDetected !md5-may-be-refused"),
            ("198.51.100.7", "same +TypeDetected"),
            ("evil[.]example", "evil.example +Refanged +TypeDetected"),
            ("http://evil.example/a", "same +TypeDetected"),
            ("ann@evil.example", "refused !not-an-indicator"),
            ("# a comment", "refused !not-an-indicator"),
            ("", "refused !missing-value"),
        ],
    );
}

#[test]
fn a_list_says_no_type() {
    holds(
        "?",
        &Policy::default(),
        &[
            (SHA1, "same"),
            (SHA1_UPPER, &format!("{SHA1} +Lowercased")),
            (&SHA256[1..], "refused !hash-length"),
            (&format!("{SHA256}{SHA256}"), "refused !hash-length"),
            ("198.51.100.7", "same"),
            ("198.51.100.7:8080", "refused !address-with-port"),
            ("198.51.100.0/24", "refused !address-range-cidr"),
            ("999.1.2.3", "refused !bad-octet"),
            ("10.0.0.1", "refused !internal-address"),
            (
                "2001:db8::1",
                "2001:0db8:0000:0000:0000:0000:0000:0001 +Ipv6Expanded",
            ),
            ("evil.example", "same"),
            (
                "EVIL.example.",
                "evil.example +TrailingDotDropped +Lowercased",
            ),
            ("evil.example:8443", "refused !domain-with-port"),
            ("evil.example/gate", "same !url-without-scheme"),
            (
                "hxxp://evil[.]example/gate",
                "http://evil.example/gate +Refanged +Refanged",
            ),
            ("ftp://evil.example/a", "refused !url-scheme"),
            ("", "ignored !other-record"),
            ("# seen in May", "ignored !other-record"),
            ("// seen in May", "ignored !other-record"),
            ("; seen in May", "ignored !other-record"),
            ("ann@evil.example", "ignored !other-record"),
            ("ann[at]evil[.]example", "ignored !other-record"),
            ("mailto:ann@evil.example", "ignored !other-record"),
            (r"C:\Windows\Temp\a.exe", "ignored !other-record"),
            (r"%TEMP%\a.exe", "ignored !other-record"),
            ("/usr/bin/evil", "ignored !other-record"),
            (r"\\server\share", "ignored !other-record"),
            ("dropper.exe", "ignored !other-record"),
            (r"HKLM\Software\Run", "ignored !other-record"),
            ("HKEY_CURRENT_USER", "ignored !other-record"),
            (r"Global\evil", "ignored !other-record"),
            (
                "{8761ABBD-7F85-42EE-B272-A76179687C63}",
                "ignored !other-record",
            ),
            ("CVE-2021-44228", "ignored !other-record"),
            ("N/A", "refused !not-an-indicator"),
            ("--", "refused !not-an-indicator"),
            ("see the report", "refused !not-an-indicator"),
            ("hostonly", "refused !not-an-indicator"),
        ],
    );
}

#[test]
fn a_word_of_the_sources_own_helps_to_see_the_type() {
    let table = [
        ("?sha256", SHA256, "same"),
        ("?SHA1", SHA256, "refused !type-mismatch"),
        ("?FQDN", "evil.example", "same"),
        ("?domain", "http://evil.example/a", "same"),
        ("?ip-dst", "198.51.100.7", "same"),
        ("?ip", "evil.example", "same"),
        ("?Thumbprint", SHA1, "refused !action-not-for-type"),
        ("?email-src", "ann@evil.example", "ignored !other-record"),
        ("?filename", "evil.example", "ignored !other-record"),
        ("?hash", MD5, "same !md5-may-be-refused"),
        ("?what", "evil.example", "same"),
    ];
    for (word, value, expected) in table {
        holds(word, &Policy::default(), &[(value, expected)]);
    }
}
