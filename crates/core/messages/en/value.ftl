### What is said of the type and the value of a row. What, why, what to do. What is between backticks stands as
### it is in the file. Types and names of fields are the API's and are never translated.

bad-type =
    `{ $given }` is not a type that Defender knows. Use FileSha1, FileSha256, FileMd5, CertificateThumbprint,
    IpAddress, DomainName or Url.
missing-value = There is no value. Defender requires one; add it, or remove the row.
not-an-indicator =
    `{ $given }` is not an indicator. Give a hash, an address, a domain or a URL, or remove it.
# $looks is one of "looks.ftl".
looks-like =
    `{ $given }` is { $looks }, not an indicator. Give a hash, an address, a domain or a URL, or remove it.
# $looks is one of "looks.ftl".
other-record = This is { $looks }. Defender takes hashes, addresses, domains and URLs; the line is ignored.
reader-link =
    This is written as a link for the reader, in plain form in a text that defangs what is malicious, or to a
    site that reports point to. It is ignored; import it if it is meant.
# $tld is the last part of a domain, $date the day of the list: 2026-10-22
unknown-tld =
    No top-level domain `{ $tld }` is known (list of { $date }). It is sent as it stands. Check the spelling.
# $looks and $given are types.
type-mismatch =
    The value looks like { $looks }, but the type says { $given }. Correct the type or the value.
# $at is the place of a character, as it is.
undecodable =
    Character { $at } of the value could not be read: its byte fits no encoding. Look it up where the file comes
    from, and type the value anew.
# $code is a code point: U+200B
hidden-character =
    The value holds a character that cannot be seen ({ $code }). It may read as another value than it is; type
    it anew.
# $len (Number)
# $most (Number)
value-too-long =
    The value has { $len } characters; Defender takes { $most }. It is never cut short; shorten it yourself.
# $found is a character between backticks, or its code point.
trailing-punctuation =
    The value ends in { $found }, as if copied from a sentence, and is sent so. Take it off if it does not
    belong.

## A text that seems to be an indicator in disguise. $type is the API's name for what it may be.

masked-base64 =
    `{ $given }` seems to be a { $type } in base64. It is not guessed at. Read it yourself, and give the value as
    it is.
masked-percent =
    `{ $given }` seems to be a { $type } with percent signs for its characters. It is not guessed at. Read it
    yourself, and give the value as it is.
masked-hex =
    `{ $given }` seems to be a { $type } in hex digits. It is not guessed at. Read it yourself, and give the value
    as it is.
masked-reversed =
    `{ $given }` seems to be a { $type } written from end to start. It is not guessed at. Read it yourself, and
    give the value as it is.

## A text that can be read in two ways. The user has to choose.

# $readings is one of those below. $type is the API's name for a type. The two buttons are "Import as" with the
# type, and "Not an indicator".
ambiguous =
    `{ $given }` may be { $readings }. Nothing is guessed: import it as { $type }, or say that it is no
    indicator.
# Stands after "may be" in "ambiguous", as all of these do: both readings.
reference-or-indicator = an indicator or a link for the reader
# update.zip
domain-or-file-name = a domain or the name of a file
# 4.2.0.0
address-or-version = an address or a version
# blogspot.com
whole-or-place =
    meant as a whole or named as the place where many hold a name: blocking it blocks them all
whole-or-glued = all of the value or a part of a longer name in another script
whole-or-cut = all of the value or the end of a longer name, cut before it
# A filter list, as ad blockers have them.
blocked-or-spared =
    an indicator or a site that a filter list spares, or whose pages it trims
# "evil dot example"
domain-or-words = a domain or words of a sentence
url-or-two-names = a URL without its scheme or two names with a slash between
url-or-cells = a URL with commas in it or a URL and the cells of a table

## Hashes.

# $len (Number)
# $expected (Number), several
hash-length =
    The hash has { $len } digits where this type has { $expected }. A part may be missing; copy it again.
# $len (Number)
hash-length-unknown =
    The hash has { $len } digits. Defender takes MD5 (32), SHA-1 (40) and SHA-256 (64); use one of these.
# $at is a place, as it is; $found is a character between backticks, or its code point.
hash-not-hex = Character { $at }, { $found }, is not a hex digit. Copy the hash again.
# The page is Microsoft's on Defender.
md5-may-be-refused =
    Defender's page lists MD5, but others report that it is refused. Use SHA-256 where you have it.

## Addresses.

bad-address = `{ $given }` is not an IPv4 or IPv6 address. Correct it.
# $octet is a part of an address, such as "256".
bad-octet =
    `{ $octet }` cannot stand in an IPv4 address: each part is 0 to 255, without leading zeros. Correct it.
address-with-port =
    `{ $address }` carries the port { $port }. Defender takes the address alone. Drop the port.
# 198.51.100.7-9
address-range =
    `{ $given }` is a range. The Import API takes single addresses. List them one by one, or remove it.
# 198.51.100.0/24
# $count (Number), several
address-range-small =
    `{ $given }` is a range. The Import API takes single addresses. Expand it into { $count } rows, or remove it.
# 2001:db8::/32 holds 2^96 addresses. $bits is the exponent; $count is 0 where there are too many for a number.
# $count (Number), several
address-range-large =
    `{ $given }` is a range. The Import API takes single addresses. It holds { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    }, too many to list; narrow it, or remove it.
# As above. How far ranges are expanded is a setting.
# $count (Number), several
# $cap (Number)
range-over-cap =
    `{ $given }` holds { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } addresses; ranges are expanded up to { $cap }. Raise that, or narrow the range.
# As above.
# $count (Number), several
# $most (Number), several
ranges-over-most =
    `{ $given }` holds { $count ->
        [0] 2^{ $bits }
       *[other] { $count }
    } addresses, and all ranges together are expanded into { $most } rows at most. Expand fewer, or remove it.
# $line is the number of a line, as it is.
range-overlaps =
    The range holds an address of line { $line }, which would be sent twice. Leave one of the two out.
# 198.51.100.5/24; $network is the range: 198.51.100.0/24
range-host-bits =
    `{ $given }` names an address inside a range. Write `{ $network }` for the whole range, or the address alone.
# $prefix stands behind the slash of a range; $most is a number, as it is.
bad-prefix = `/{ $prefix }` is not a prefix length; it goes from 0 to { $most }. Correct it.
internal-address =
    `{ $given }` is private or reserved: no device outside could reach it, and Defender takes external addresses
    only. Remove it, or allow internal addresses.

## Domains.

# $found is a character between backticks, or its code point.
domain-character = { $found } cannot stand in a domain. Correct it.
domain-without-dot = `{ $given }` is a name without a dot, which is not a domain. Write it in full.
domain-empty-label = `{ $given }` has a dot with nothing beside it. Correct it.
# $len (Number), several
# $most (Number), several
label-too-long = A part between two dots has { $len } characters; a domain allows { $most }. Correct it.
# $len (Number), several
# $most (Number), several
domain-too-long = The domain has { $len } characters; { $most } are allowed. Correct it.
# $label is a part of a domain: _dmarc
label-underscore =
    `{ $label }` begins with an underscore, which Defender does not support. Use the domain above it.
# $label is a part of a domain: a_b
unusual-label = `{ $label }` is not a plain host name, and Defender may refuse it. Check the spelling.
numeric-tld = `{ $given }` ends in a number, which no domain does, and is not an address. Correct it.
bad-idn = `{ $given }` cannot be written as `xn--`, the form in which domains are sent. Check the spelling.
domain-wildcard =
    `{ $given }` holds a wildcard. Defender takes none: a domain covers its subdomains. Give the domain alone.
# "Url" is a type.
domain-with-port =
    `{ $domain }` carries the port { $port }. Defender takes the domain alone. Drop the port, or make it a Url.
# "Url" is a type.
domain-with-path = `{ $given }` is more than a domain. Give the domain alone, or make it a Url.

## URLs.

# $scheme is such as "ftp".
url-scheme =
    `{ $scheme }:` is not a web address. Defender takes http and https. Give the host as a domain, or remove it.
url-without-scheme =
    The URL has no `http://` or `https://`. It is sent as it stands, and Defender may refuse it; add the scheme.
# $at is the place of a character, as it is.
url-blank =
    Character { $at } is a blank, which no URL holds. Write it as %20, or take apart what is not one URL.
url-wildcard =
    The URL holds a wildcard. Defender takes none in a URL. Give the domain, or the URL in full.
url-userinfo =
    The URL holds a user name before the host. Browsers leave it out, so Defender may never see it. Check that it
    is wanted.
url-with-comma =
    The URL holds a comma and is sent with all behind it. If the line belongs to a table, add a header with
    `IndicatorValue`.
url-host = `{ $host }` cannot be the host of a URL. Correct it.
# $most (Number), the highest port
url-port = `{ $port }` is not a port; ports go from 0 to { $most }. Correct it.
url-internal-host =
    `{ $host }` is reached from inside a network only. Check that blocking it is meant.
# $mark stands in the URL: [.]
url-defang-mark =
    `{ $mark }` after the host is sent as it stands. If it was written to make the URL harmless, correct it.
