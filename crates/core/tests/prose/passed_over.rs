//! What is no indicator.

use crate::holds;

#[test]
fn names_of_files_and_of_programs() {
    holds(&[
        ("open invoice.zip now", ""),
        ("see README.md there", ""),
        ("run setup.py there", ""),
        ("in main.rs there", ""),
        ("run run.sh there", ""),
        ("starts cmd.exe there", ""),
        ("loads a.b.dll there", ""),
        ("loads lib.so there", ""),
        ("loads libfoo.1.so there", ""),
        ("runs script.pl there", ""),
        ("gets index.php there", ""),
        ("defanged evil[.]exe there", ""),
        ("calls System.IO there", ""),
        ("calls foo.bar() there", ""),
        ("calls user.link() there", ""),
        ("calls java.lang.String there", ""),
        ("the app com.example.app there", ""),
        ("sets this.name there", ""),
        ("sets window.open there", ""),
        ("uses node.js there", ""),
        ("uses ASP.NET there", ""),
        ("uses VB.NET there", ""),
        ("uses Yahoo! there", ""),
        ("Win32/Agent.AI there", ""),
        ("Trojan.Win32.Agent there", ""),
        ("application/vnd.ms-excel there", ""),
        (r"C:\Users\evil.com\a.exe there", ""),
        (r"%TEMP%\evil.com there", ""),
        ("std::foo.me there", ""),
        ("the end.It was", ""),
        ("the dot is", ""),
        ("the sign [.] stands for a dot", ""),
        ("write [dot] in its place", ""),
        ("Trojan.Win32.Agent.abc there", ""),
        ("co.uk alone", ""),
        ("co[.]uk alone", ""),
        ("a.unheardof name", ""),
    ]);
}

#[test]
fn numbers() {
    holds(&[
        ("version 1.2.3.4 there", ""),
        ("Version: 198.51.100.7", ""),
        ("v1.2.3.4 there", ""),
        ("build 10.0.19041.1 there", ""),
        ("Windows 10.0.19041.1 there", ""),
        ("Chrome/96.0.4664.110 there", ""),
        ("Chrome/96.0.46.110 there", ""),
        ("1.3.6.1.4.1.311 is it", ""),
        ("see section 1.2.3.4 there", ""),
        ("## 1.2.3.4 Title", ""),
        ("1.2.3 there", ""),
        ("1.2.3.4.5 there", ""),
        ("12.10.2026 there", ""),
        ("at 12:30:45 there", ""),
        ("3.14 or 2,5 there", ""),
        ("wait... there", ""),
        ("before 4.12.3.44 or later", ""),
        ("300.1.1.1 there", ""),
        ("the tool 4.2.0.0 there", "?4.2.0.0"),
        ("the tool 1.2.3.4 there", "?1.2.3.4"),
        ("the address 1.2.3.4 there", "1.2.3.4"),
        ("00:11:22:33:44:55 there", ""),
        ("01:23:45:67:89:ab:cd:ef there", ""),
        ("a::b there", ""),
        ("std::string there", ""),
    ]);
}

#[test]
fn words_and_mail() {
    holds(&[
        ("e.g. this, i.e. that, etc. and so on", ""),
        ("write to ann@evil.example there", ""),
        ("write to ann@evil[.]example there", ""),
        ("write to ann[@]evil[.]example there", ""),
        ("write to ann[at]evil[.]example there", ""),
        ("write to ann [at] evil [dot] example there", ""),
        ("write to ann at evil dot example there", ""),
        ("write to ann.b@evil.example there", ""),
        ("mailto:ann@evil.example there", ""),
        ("http:// there", ""),
        ("http://localhost:8080/ there", ""),
        ("Mr.Smith there", ""),
        ("U.S. there", ""),
    ]);
}

#[test]
fn hex_that_is_no_files_hash() {
    let sha256 = "0123456789abcdef".repeat(4);
    let (md5, sha1) = (&sha256[..32], &sha256[..40]);
    holds(&[
        (&format!("{sha256}{sha256} is longer"), ""),
        (&format!("{md5}0 is longer"), ""),
        (&format!("x{md5} is a name"), ""),
        ("01234567-89ab-cdef-0123-456789abcdef is a UUID", ""),
        (&format!("imphash: {md5}"), ""),
        (&format!("JA3: {md5}"), ""),
        (&format!("serial number: {md5}"), ""),
        (&format!("commit {sha1}"), ""),
        (&format!("/tmp/{md5} is a file"), ""),
        (&format!("image@sha256:{sha256}"), ""),
        (&"0".repeat(32), ""),
        (&"12345678".repeat(4), ""),
    ]);
}
