//! What is found.

use crate::holds;

const MD5: &str = "0123456789abcdef0123456789abcdef";

#[test]
fn addresses() {
    holds(&[
        ("It calls 198.51.100.7 often.", "198.51.100.7"),
        ("It calls 198.51.100.7.", "198.51.100.7"),
        (
            "It calls 198.51.100.7, 198.51.100.8 and 198.51.100.9!",
            "198.51.100.7 198.51.100.8 198.51.100.9",
        ),
        ("(198.51.100.7)", "198.51.100.7"),
        ("\"198.51.100.7\"", "198.51.100.7"),
        ("“198.51.100.7”", "198.51.100.7"),
        ("`198.51.100.7`", "198.51.100.7"),
        ("ip=198.51.100.7;", "198.51.100.7"),
        ("ip:198.51.100.7", "198.51.100.7"),
        ("198.51.100.7,8080", "198.51.100.7"),
        ("198.51.100.7|198.51.100.8", "198.51.100.7 198.51.100.8"),
        ("<td>198.51.100.7</td>", "198.51.100.7"),
        ("198.51.100.7:8080 answered", "198.51.100.7"),
        ("198.51.100.7[:]8080 answered", "198.51.100.7"),
        ("198[.]51[.]100[.]7", "198.51.100.7"),
        ("198.51.100[.]7", "198.51.100.7"),
        ("198[.51[.100[.7 here", "198.51.100.7"),
        ("198(.)51(.)100(.)7", "198.51.100.7"),
        ("198{.}51{.}100{.}7", "198.51.100.7"),
        ("198[dot]51[dot]100[dot]7", "198.51.100.7"),
        ("198 [.] 51 [.] 100 [.] 7", "198.51.100.7"),
        ("198\\.51\\.100\\.7", "198.51.100.7"),
        ("198<.>51<.>100<.>7", "198.51.100.7"),
        ("198.51.100[.]7:443/tcp", "198.51.100.7"),
        ("999[.]51[.]100[.]7", "!bad-octet 999.51.100.7"),
        (
            "from 198.51.100.0/24 on",
            "!address-range-cidr 198.51.100.0/24",
        ),
        (
            "from 198.51.100[.]0/24 on",
            "!address-range-cidr 198.51.100.0/24",
        ),
        (
            "from 198.51.100.7 - 198.51.100.9 on",
            "!address-range 198.51.100.7 - 198.51.100.9",
        ),
        ("\u{202a}198.51.100.7\u{202c} here", "198.51.100.7"),
        ("from 198.51.100.7-9 on", "!address-range 198.51.100.7-9"),
        (
            "from 198.51.100.7-198.51.100.9 on",
            "!address-range 198.51.100.7-198.51.100.9",
        ),
        ("inside 10.1.2.3 here", "!internal-address 10.1.2.3"),
        ("地址198.51.100.7的", "198.51.100.7"),
        ("（198.51.100.7）。", "198.51.100.7"),
        ("198.51.100.7，198.51.100.8", "198.51.100.7 198.51.100.8"),
        (
            "198.51.100.7\u{2003}198.51.100.8",
            "198.51.100.7 198.51.100.8",
        ),
        (
            "tcp://198.51.100.7:443",
            "!url-scheme tcp://198.51.100.7:443",
        ),
        ("root@198.51.100.7", "198.51.100.7"),
    ]);
}

#[test]
fn addresses_of_version_6() {
    let full = "2001:0db8:0000:0000:0000:0000:0000:0001";
    holds(&[
        ("It calls 2001:db8::1 often", full),
        ("It calls 2001:db8::1.", full),
        ("[2001:db8::1]", full),
        ("[2001:db8::1]:8080", full),
        ("(2001:db8::1)", full),
        ("2001[:]db8[:][:]1", full),
        ("2001:DB8::1,", full),
        ("2001:db8:0:0:0:0:0:1", full),
        ("net 2001:db8::/32 is", "!address-range-cidr 2001:db8::/32"),
        (
            "http://[2001:db8::1]:8080/x here",
            "http://[2001:db8::1]:8080/x",
        ),
        ("hxxp://[2001:db8::1]/x here", "http://[2001:db8::1]/x"),
    ]);
}

#[test]
fn hashes() {
    let sha256 = MD5.repeat(2);
    let sha1 = &sha256[..40];
    let upper = sha256.to_uppercase();
    holds(&[
        (MD5, MD5),
        (&format!("The file {sha256}."), &sha256),
        (&format!("The file ({upper})"), &sha256),
        (&format!("SHA1:{sha1}"), sha1),
        (&format!("sha1={sha1};"), sha1),
        (&format!("sha256_{sha256}"), &sha256),
        (&format!("`{sha1}`"), sha1),
        (
            &format!("| {MD5} | {sha1} | {sha256} |"),
            &format!("{MD5} {sha1} {sha256}"),
        ),
        (&format!("{MD5}/{sha1}"), &format!("{MD5} {sha1}")),
        (&format!("{MD5},{sha1}"), &format!("{MD5} {sha1}")),
        (&format!("<code>{MD5}</code>"), MD5),
        (&format!("哈希{MD5}的"), MD5),
        (&format!("* {MD5} invoice.exe"), MD5),
        (
            &format!("Thumbprint: {sha1}"),
            &format!("!action-not-for-type {sha1}"),
        ),
    ]);
}

#[test]
fn domains() {
    holds(&[
        ("It calls evil.example often", "evil.example"),
        ("It calls evil.example.", "evil.example"),
        ("(evil.example)", "evil.example"),
        ("„evil.example“", "evil.example"),
        ("‘evil.example’", "evil.example"),
        ("domain=evil.example", "evil.example"),
        ("**evil.example**", "evil.example"),
        ("_evil.example_", "evil.example"),
        ("evil.example:8443 answered", "evil.example"),
        ("evil[.]example:8443 answered", "evil.example"),
        ("*.evil.example too", "evil.example"),
        ("*.evil[.]example too", "evil.example"),
        ("evil[.]example", "evil.example"),
        ("evil(.)example", "evil.example"),
        ("evil{.}example", "evil.example"),
        ("evil[dot]example", "evil.example"),
        ("evil(dot)example", "evil.example"),
        (
            "evil[.]example/worse[.]example",
            "?evil.example/worse.example",
        ),
        ("😀evil[.]example", "?evil.example"),
        ("evil{dot}example", "evil.example"),
        ("evil[DOT]example", "evil.example"),
        ("evil dot example is one", "?evil.example"),
        ("evil [dot] example is one", "evil.example"),
        ("evil [.] example is one", "evil.example"),
        ("evil[.example", "evil.example"),
        ("evil.]example", "evil.example"),
        ("evil[.com]", "evil.com"),
        ("evil\\.example", "evil.example"),
        ("evil|.|example", "evil.example"),
        ("evil<.>example", "evil.example"),
        ("evil[,]example", "evil.example"),
        ("[www].evil[.]example", "www.evil.example"),
        ("www[.]evil.example", "www.evil.example"),
        ("a.b[.]c.evil.example", "a.b.c.evil.example"),
        ("EVIL[.]EXAMPLE", "evil.example"),
        ("evil[dot]badsite.com", "evil.badsite.com"),
        ("evil[.]zip is a domain", "evil.zip"),
        ("bücher[.]example", "xn--bcher-kva.example"),
        ("пример[.]example", "xn--e1afmkfd.example"),
        ("访问evil[.]example。", "?evil.example"),
        ("evil[.]example（坏）", "evil.example"),
        ("evil[.]unheardof", "evil.unheardof"),
        ("the domain update.zip was", "?update.zip"),
        ("evil[.]blogspot[.]com", "evil.blogspot.com"),
        ("blogspot[.]com", "?blogspot.com"),
        (
            "ev\u{200b}il[.]example",
            "!hidden-character ev\u{200b}il[.]example",
        ),
        ("PayPal.com", "paypal.com"),
        ("EVIL.COM", "evil.com"),
        ("//cdn.evil.example/x", "?cdn.evil.example/x"),
    ]);
}

#[test]
fn urls() {
    holds(&[
        (
            "It calls http://evil.example/a often",
            "http://evil.example/a",
        ),
        ("It calls http://evil.example/a.", "http://evil.example/a"),
        ("It calls http://evil.example.", "http://evil.example"),
        ("(http://evil.example/a)", "http://evil.example/a"),
        ("http://evil.example/a_(b)", "http://evil.example/a_(b)"),
        (
            "(see http://evil.example/a_(b))",
            "http://evil.example/a_(b)",
        ),
        ("'http://evil.example/a');g", "http://evil.example/a"),
        ("\"http://evil.example/a\",", "http://evil.example/a"),
        ("`http://evil.example/a`", "http://evil.example/a"),
        ("<http://evil.example/a>", "http://evil.example/a"),
        ("“http://evil.example/a”", "http://evil.example/a"),
        ("|http://evil.example/a|x|", "http://evil.example/a"),
        (
            "http://evil.example/a,2026-01-31,malware",
            "http://evil.example/a",
        ),
        (
            "http://evil.example/a,http://evil.example/b",
            "http://evil.example/a http://evil.example/b",
        ),
        (
            "http://evil.example/a;http://evil.example/b",
            "http://evil.example/a http://evil.example/b",
        ),
        (
            "http://evil.example/a,b.php?c=d here",
            "http://evil.example/a,b.php?c=d",
        ),
        (
            "http://evil.example/?a[]=1&b[0]=2 here",
            "http://evil.example/?a[]=1&b[0]=2",
        ),
        (
            "http://evil.example/a?b=http://other.example/c",
            "http://evil.example/a?b=http://other.example/c",
        ),
        ("http://evil.example/a**", "http://evil.example/a"),
        ("http://evil.example:8080/a", "http://evil.example:8080/a"),
        ("http://evil.example/a\u{2003}b", "http://evil.example/a"),
        ("访问http://evil.example/a。", "http://evil.example/a"),
        (
            "http://evil.example/路径/a here",
            "http://evil.example/路径/a",
        ),
        ("hxxp://evil[.]example/a", "http://evil.example/a"),
        ("hXXps://evil[.]example/a", "https://evil.example/a"),
        ("HXXP://evil.example/a", "http://evil.example/a"),
        ("h**p://evil.example/a", "http://evil.example/a"),
        ("hxxp(s)://evil.example/a", "https://evil.example/a"),
        ("http[:]//evil.example/a", "http://evil.example/a"),
        ("hxxp[:]//evil[.]example/a", "http://evil.example/a"),
        ("hxxp[://]evil[.]example/a", "http://evil.example/a"),
        ("http://evil[.]example[/]a", "http://evil.example/a"),
        (
            "hxxp://evil[.]example[:]8080/a",
            "http://evil.example:8080/a",
        ),
        ("hxxp://evil dot example/a", "http://evil.example/a"),
        ("hxxp://evil [.] example/a", "http://evil.example/a"),
        (
            "hxxps://www[.]evil[.]example/a[.]php",
            "https://www.evil.example/a.php",
        ),
        ("hxxp://198[.]51[.]100[.]7/a", "http://198.51.100.7/a"),
        ("[http]://evil.example/a", "http://evil.example/a"),
        ("meow://evil.example/a", "http://evil.example/a"),
        ("evil[.]example/a.php", "evil.example/a.php"),
        ("evil[.]example/ is it", "evil.example/"),
        ("198.51.100.7/a.exe", "198.51.100.7/a.exe"),
        ("198.51.100.7/198.51.100.8", "198.51.100.7 198.51.100.8"),
        ("++http://evil.example/a++", "http://evil.example/a"),
        (
            "<a href=\"http://evil.example/a?b=c&amp;d=e\">",
            "http://evil.example/a?b=c&d=e",
        ),
        ("fxp://evil[.]example/a", "!url-scheme ftp://evil.example/a"),
        ("URL:http://evil.example/a", "http://evil.example/a"),
        ("url=http://evil.example/a", "http://evil.example/a"),
        ("curl -o x http://198.51.100.7/a", "http://198.51.100.7/a"),
        (
            "hxxp://evil[.]example/0123456789abcdef0123456789abcdef",
            "http://evil.example/0123456789abcdef0123456789abcdef",
        ),
    ]);
}
