### What is said of records of exchange formats: STIX, MISP, OpenIOC. What, why, what to do. What is between
### backticks stands as it is in the file.

# $key is a key in a JSON file.
read-from-key =
    The list under `{ $key }` was read as indicators. Check that it names what is bad: some lists name what must
    not be blocked.
# $line and $column are numbers, as they are; $expected is one of "expected.ftl".
xml-broken =
    The XML breaks off at line { $line }, column { $column }: { $expected } should stand there. What stands
    before it was read.
xml-not-indicators = The document holds no `IndicatorItem`, so there is nothing to import.
# $names says how many there are of which type, in the words of the format: 1000 relationship, 5 malware
# $count (Number)
other-objects = { $count } objects are no indicators and were not read: { $names }.
# $records (Number)
observed-read =
    There is no indicator, only what was observed: { $records } of these were read. Check that they are meant to
    be imported.
revoked = Its publisher took the indicator back. It is not imported.
deleted = It was deleted by its publisher. It is not imported.
benign = Its publisher says that what it describes is harmless. It is not imported.
not-for-detection =
    Its publisher says that it is not meant for detection (`to_ids` is false). It is not imported.
reference = This links to something to read about the incident. It is not imported.
only-observed =
    This says what was observed, not what is bad; the indicators beside it say that. It is not imported.
# $language is one of patterns, such as "yara".
other-language =
    The pattern is written in `{ $language }`. Defender's indicators are single values, so it is not imported.
# $expected is one of "expected.ftl".
# $at (Number), the place of a character
pattern-broken =
    The STIX pattern cannot be read: { $expected } should stand at character { $at }. Correct it.
pattern-negation = The pattern says that this value must not be there. It is not imported.
# $operator is such as "LIKE".
pattern-operator =
    The pattern compares by `{ $operator }`, which fits many values. Defender takes single ones; it is not
    imported.
pattern-part =
    The source looks for values that contain this one. Defender matches a domain with its subdomains, and all
    else as it stands; check that it is meant.
# $with is a part of a pattern.
pattern-conjunction =
    The source asks for this value together with `{ $with }`. Alone it may be harmless; check that it is meant.
# $with is a part of a pattern.
port-left-out =
    The source asks for a port as well: `{ $with }`. Defender takes the value alone, for every port.
# $name is a hash's, such as "SHA-512".
other-hash =
    `{ $name }` is a hash that Defender does not take. It takes MD5, SHA-1 and SHA-256 of a file and SHA-1 of a
    certificate.
