//! Words for types that are not the API's.
//!
//! Tables and exchange formats name what a value is in words of their own: `FQDN`, `ip-dst`, `C2`,
//! `sha256`, `email-src`. A word goes in, what it says comes out. It says less than the API's own type
//! does: where the value shows another type than the word, the value decides.

use crate::{diagnostic::Looks, indicator::IndicatorType};

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

/// What `word` says; `None` where it is not known. Case, blanks and marks do not count.
pub(crate) fn said(word: &str) -> Option<Said> {
    use IndicatorType::{CertificateThumbprint, DomainName, FileMd5, FileSha1, FileSha256};
    use IndicatorType::{IpAddress, Url};

    let mut folded = [0_u8; LONGEST];
    let mut len = 0;
    for byte in word.bytes().filter(u8::is_ascii_alphanumeric) {
        *folded.get_mut(len)? = byte.to_ascii_lowercase();
        len += 1;
    }
    Some(match &folded[..len] {
        b"sha256" | b"filesha256" | b"sha256hash" | b"hashsha256" | b"filehashsha256"
        | b"sha256sum" => Said::Type(FileSha256),
        b"sha1" | b"filesha1" | b"sha1hash" | b"hashsha1" | b"filehashsha1" | b"sha1sum" => {
            Said::Type(FileSha1)
        }
        b"md5" | b"filemd5" | b"md5hash" | b"hashmd5" | b"filehashmd5" | b"md5sum" => {
            Said::Type(FileMd5)
        }
        b"ip" | b"ips" | b"ipv4" | b"ipv6" | b"ipaddr" | b"ipaddress" | b"ipaddresses"
        | b"ipv4addr" | b"ipv6addr" | b"ipv4address" | b"ipv6address" | b"ipsrc" | b"ipdst"
        | b"ipport" | b"ipdstport" | b"ipsrcport" | b"c2ip" | b"c2ipaddress" | b"sourceip"
        | b"destinationip" | b"dstip" | b"srcip" | b"addressip" => Said::Type(IpAddress),
        b"domain" | b"domains" | b"domainname" | b"fqdn" | b"hostname" | b"c2domain"
        | b"c2domains" | b"dns" | b"dnsname" | b"maliciousdomain" => Said::Type(DomainName),
        b"url" | b"urls" | b"uri" | b"link" | b"c2url" | b"weburi" | b"maliciousurl" => {
            Said::Type(Url)
        }
        b"certificatethumbprint"
        | b"certthumbprint"
        | b"certificatesha1"
        | b"thumbprint"
        | b"x509certificate"
        | b"x509fingerprintsha1" => Said::Type(CertificateThumbprint),
        b"indicator"
        | b"malwaresample"
        | b"indicators"
        | b"indicatorvalue"
        | b"ioc"
        | b"iocs"
        | b"iocvalue"
        | b"observable"
        | b"value"
        | b"hash"
        | b"hashes"
        | b"filehash"
        | b"host"
        | b"hosts"
        | b"file"
        | b"c2"
        | b"c2server"
        | b"c2servers"
        | b"network"
        | b"address"
        | b"entity"
        | b"artifact"
        | b"obfuscatedvalue"
        | b"indicatorofcompromise" => Said::Indicator,
        b"email" | b"emails" | b"emailaddress" | b"emailaddr" | b"emailsrc" | b"emaildst"
        | b"emailsender" | b"emailreplyto" | b"mail" | b"sender" => Said::Other(Looks::Email),
        b"filename" | b"filenames" | b"attachment" | b"emailattachment" => {
            Said::Other(Looks::FileName)
        }
        b"filepath" | b"path" | b"pdb" | b"filenamepath" => Said::Other(Looks::FilePath),
        b"port" | b"dstport" | b"srcport" => Said::Other(Looks::Port),
        b"imphash"
        | b"authentihash"
        | b"pehash"
        | b"ssdeep"
        | b"tlsh"
        | b"impfuzzy"
        | b"vhash"
        | b"telfhash"
        | b"cdhash"
        | b"sha224"
        | b"sha384"
        | b"sha512"
        | b"sha512224"
        | b"sha512256"
        | b"sha3224"
        | b"sha3256"
        | b"sha3384"
        | b"sha3512"
        | b"ja3"
        | b"ja3fingerprintmd5"
        | b"ja3s"
        | b"jarmfingerprint"
        | b"hasshmd5"
        | b"hasshservermd5"
        | b"x509fingerprintmd5"
        | b"x509fingerprintsha256"
        | b"faviconmmh3" => Said::Other(Looks::OtherHash),
        b"commandline"
        | b"cmdline"
        | b"useragent"
        | b"httpuseragent"
        | b"guid"
        | b"uuid"
        | b"rc4key"
        | b"codesigningcertificate"
        | b"certificate"
        | b"as"
        | b"asn"
        | b"btc"
        | b"bitcoin"
        | b"bitcoinaddress"
        | b"wallet"
        | b"yara"
        | b"sigma"
        | b"snort"
        | b"patterninfile"
        | b"namedpipe"
        | b"windowsservicename"
        | b"processname"
        | b"githubusername"
        | b"phonenumber"
        | b"sizeinbytes"
        | b"datetime" => Said::Other(Looks::OtherType),
        b"mutex" | b"mutexname" => Said::Other(Looks::Mutex),
        b"registry" | b"registrykey" | b"regkey" | b"regkeyvalue" => {
            Said::Other(Looks::RegistryKey)
        }
        b"cve" | b"vulnerability" => Said::Other(Looks::Vulnerability),
        _ => return None,
    })
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
