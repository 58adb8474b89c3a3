//! Words for types that are not the API's.
//!
//! Tables and exchange formats name what a value is in words of their own: `FQDN`, `ip-dst`, `C2`,
//! `sha256`, `email-src`. A word goes in, what it says comes out. It says less than the API's own type
//! does: where the value shows another type than the word, the value decides.

use crate::{diagnostic::Looks, indicator::IndicatorType, lexicon::Lexicon};

/// What a foreign word says of the value beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A value of this type.
    Type(IndicatorType),
    /// An indicator of one of several types: a hash, a host, an `ioc`.
    Indicator,
    /// Something that Defender does not take.
    Other(Looks),
}

/// The longest word that is compared; no known one is longer.
const LONGEST: usize = 40;

static WORDS: Lexicon<Said> = Lexicon::new(&[
    (
        Said::Type(IndicatorType::FileSha256),
        "sha256 filesha256 sha256hash hashsha256 filehashsha256 sha256sum",
    ),
    (
        Said::Type(IndicatorType::FileSha1),
        "sha1 filesha1 sha1hash hashsha1 filehashsha1 sha1sum",
    ),
    (
        Said::Type(IndicatorType::FileMd5),
        "md5 filemd5 md5hash hashmd5 filehashmd5 md5sum",
    ),
    (
        Said::Type(IndicatorType::IpAddress),
        "ip ips ipv4 ipv6 ipaddr ipaddress ipaddresses ipv4addr ipv6addr ipv4address \
         ipv6address ipsrc ipdst ipport ipdstport ipsrcport c2ip c2ipaddress sourceip \
         destinationip dstip srcip addressip",
    ),
    (
        Said::Type(IndicatorType::DomainName),
        "domain domains domainname fqdn hostname c2domain c2domains dns dnsname \
         maliciousdomain",
    ),
    (
        Said::Type(IndicatorType::Url),
        "url urls uri link c2url weburi maliciousurl",
    ),
    (
        Said::Type(IndicatorType::CertificateThumbprint),
        "certificatethumbprint certthumbprint certificatesha1 thumbprint x509certificate \
         x509fingerprintsha1",
    ),
    (
        Said::Indicator,
        "indicator malwaresample indicators indicatorvalue ioc iocs iocvalue observable \
         value hash hashes filehash host hosts file c2 c2server c2servers network address \
         entity artifact obfuscatedvalue indicatorofcompromise",
    ),
    (
        Said::Other(Looks::Email),
        "email emails emailaddress emailaddr emailsrc emaildst emailsender emailreplyto \
         mail sender",
    ),
    (
        Said::Other(Looks::FileName),
        "filename filenames attachment emailattachment",
    ),
    (
        Said::Other(Looks::FilePath),
        "filepath path pdb filenamepath",
    ),
    (Said::Other(Looks::Port), "port dstport srcport"),
    (
        Said::Other(Looks::OtherHash),
        "imphash authentihash pehash ssdeep tlsh impfuzzy vhash telfhash cdhash sha224 \
         sha384 sha512 sha512224 sha512256 sha3224 sha3256 sha3384 sha3512 ja3 \
         ja3fingerprintmd5 ja3s jarmfingerprint hasshmd5 hasshservermd5 x509fingerprintmd5 \
         x509fingerprintsha256 faviconmmh3",
    ),
    (
        Said::Other(Looks::OtherType),
        "commandline cmdline useragent httpuseragent guid uuid rc4key \
         codesigningcertificate certificate as asn btc bitcoin bitcoinaddress wallet yara \
         sigma snort patterninfile namedpipe windowsservicename processname githubusername \
         phonenumber sizeinbytes datetime",
    ),
    (Said::Other(Looks::Mutex), "mutex mutexname"),
    (
        Said::Other(Looks::RegistryKey),
        "registry registrykey regkey regkeyvalue",
    ),
    (Said::Other(Looks::Vulnerability), "cve vulnerability"),
]);

/// What `word` says; `None` where it is not known. Case, blanks and marks do not count.
pub(crate) fn said(word: &str) -> Option<Said> {
    let mut folded = [0_u8; LONGEST];
    let mut len = 0;
    for byte in word.bytes().filter(u8::is_ascii_alphanumeric) {
        *folded.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    WORDS.get(&folded[..len])
}

#[cfg(test)]
mod tests {
    use super::{Looks, Said, said};
    use crate::indicator::IndicatorType;

    #[test]
    fn foreign_words_say_what_a_value_is() {
        let table = [
            ("SHA256", Some(Said::Type(IndicatorType::FileSha256))),
            ("SHA-256", Some(Said::Type(IndicatorType::FileSha256))),
            ("ip-dst", Some(Said::Type(IndicatorType::IpAddress))),
            ("FQDN", Some(Said::Type(IndicatorType::DomainName))),
            ("IoC", Some(Said::Indicator)),
            ("e-mail", Some(Said::Other(Looks::Email))),
            ("imphash", Some(Said::Other(Looks::OtherHash))),
            ("Command-line", Some(Said::Other(Looks::OtherType))),
            ("port", Some(Said::Other(Looks::Port))),
            ("Total", None),
            ("", None),
        ];
        for (word, expected) in table {
            assert_eq!(said(word), expected, "{word}");
        }
    }
}
