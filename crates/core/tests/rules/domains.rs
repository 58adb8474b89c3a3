//! Domain names.

use ioculate_core::check::Policy;

use crate::outcome::holds;

#[test]
fn domains() {
    let label_63 = "a".repeat(63);
    let label_64 = "a".repeat(64);
    let name_253 = format!("{label_63}.{label_63}.{label_63}.{}", &label_63[..61]);
    holds(
        "DomainName",
        &Policy::default(),
        &[
            ("evil.example", "same"),
            ("a.b.c.evil.example", "same"),
            ("xn--mnchen-3ya.example", "same"),
            ("3com.example", "same"),
            ("1.2.3.example", "same"),
            ("evil.co.uk", "same"),
            ("EVIL.example", "evil.example +Lowercased"),
            ("evil.EXAMPLE ", "evil.example +Trimmed +Lowercased"),
            ("evil.example.", "evil.example +TrailingDotDropped"),
            ("*.evil.example", "evil.example +WildcardDropped"),
            (".evil.example", "evil.example +WildcardDropped"),
            (
                "*.EVIL.example.",
                "evil.example +WildcardDropped +TrailingDotDropped +Lowercased",
            ),
            ("münchen.example", "xn--mnchen-3ya.example +Punycode"),
            ("MÜNCHEN.example", "xn--mnchen-3ya.example +Punycode"),
            ("東京.example", "xn--1lqs71d.example +Punycode"),
            ("evil。example", "evil.example +Punycode"),
            ("faß.example", "xn--fa-hia.example +Punycode"),
            ("evil[.]example", "evil.example +Refanged"),
            ("evil<.>example", "evil.example +Refanged"),
            ("evil<dot>example", "evil.example +Refanged"),
            ("evil|.|example", "evil.example +Refanged"),
            ("evil[,]example", "evil.example +Refanged"),
            (
                "[www].evil[.]example",
                "www.evil.example +Refanged +Refanged",
            ),
            ("[www.]evil.example", "www.evil.example +Refanged"),
            ("evil(.)example", "evil.example +Refanged"),
            ("evil{.}example", "evil.example +Refanged"),
            ("evil[dot]example", "evil.example +Refanged"),
            ("evil(dot)example", "evil.example +Refanged"),
            ("evil [dot] example", "evil.example +Refanged"),
            ("evil dot example", "evil.example +Refanged"),
            ("evil[.example", "evil.example +Refanged"),
            ("evil.]example", "evil.example +Refanged"),
            ("evil[.example.com]", "evil.example.com +Refanged"),
            (r"evil\.example", "evil.example +Refanged"),
            ("EVIL[.]EXAMPLE", "evil.example +Refanged +Lowercased"),
            ("hostonly", "refused !domain-without-dot"),
            ("localhost", "refused !domain-without-dot"),
            ("evil..example", "refused !domain-empty-label"),
            ("..", "refused !not-an-indicator"),
            ("evil.example..", "refused !domain-empty-label"),
            ("evil.123", "refused !numeric-tld"),
            ("198.51.100.7", "refused !type-mismatch"),
            ("2001:db8::1", "refused !type-mismatch"),
            ("http://evil.example/x", "refused !domain-with-path"),
            ("evil.example/x", "refused !domain-with-path"),
            ("evil.example?x", "refused !domain-with-path"),
            ("evil.example:8443", "refused !domain-with-port"),
            ("a.*.example", "refused !domain-wildcard"),
            ("*evil.example", "refused !domain-wildcard"),
            ("*", "refused !not-an-indicator"),
            ("**.example", "refused !domain-wildcard"),
            ("_dmarc.evil.example", "refused !label-underscore"),
            ("my_host.evil.example", "same !unusual-label"),
            ("-evil.example", "same !unusual-label"),
            ("evil-.example", "same !unusual-label"),
            ("xn--a.example", "same !unusual-label"),
            ("evil,example", "refused !domain-character"),
            ("evil.example,", "refused !domain-character"),
            ("evil=x.example", "refused !domain-character"),
            ("evil.example;", "refused !domain-character"),
            ("ev'il.example", "refused !domain-character"),
            ("ev\u{200b}il.example", "refused !hidden-character"),
            ("ev\u{202e}il.example", "refused !hidden-character"),
            ("ev\u{ad}il.example", "refused !hidden-character"),
            ("evil\u{a0}.example", "refused !hidden-character"),
            ("evil\u{2003}.example", "refused !hidden-character"),
            ("evil\t.example", "refused !hidden-character"),
            ("evil\0.example", "refused !hidden-character"),
            ("\u{2003}evil.example\u{2003}", "evil.example +Trimmed"),
            ("\u{feff}evil.example", "evil.example +Trimmed"),
            (&format!("{label_63}.example"), "same"),
            (&format!("{label_64}.example"), "refused !label-too-long"),
            (&name_253, "same !unknown-tld"),
            (&format!("a{name_253}"), "refused !domain-too-long"),
            ("ann@evil.example", "refused !not-an-indicator"),
            ("see report", "refused !not-an-indicator"),
            ("N/A", "refused !not-an-indicator"),
            ("none", "refused !not-an-indicator"),
            (r"C:\evil.exe", "refused !not-an-indicator"),
            ("evil.example other.example", "refused !not-an-indicator"),
            (
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "refused !type-mismatch",
            ),
        ],
    );
}

#[test]
fn what_is_far_too_long_is_not_looked_at() {
    holds(
        "DomainName",
        &Policy::default(),
        &[
            (&"[.]".repeat(1_000_000), "refused !value-too-long"),
            (&"(".repeat(16_000), "refused !not-an-indicator"),
            (&"a ".repeat(8_000), "refused +Trimmed !not-an-indicator"),
        ],
    );
}
