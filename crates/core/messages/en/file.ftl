### What is said of a file as a whole, of a table, of JSON, and of one record beside others. What, why, what to
### do. What is between backticks stands as it is in the file, and is shown as such. Names of the API's are
### never translated.

## The file as a whole.

empty-file = The file is empty. Choose one with indicators in it.
binary-file = The file is not a text. Save it as CSV, JSON or plain text.
packed-file =
    The file is an archive or a workbook, and is not unpacked here. Unpack it, or save its sheets as CSV.
reader-missing =
    The part of this page that reads such files did not load. Check the connection and choose the
    file again; if that does not help, load the page again.
file-unreadable =
    The browser could not read the file. It may have been moved or changed meanwhile. Choose it again.
# $bytes (Number), as large as the file is
# $most (Number)
too-large = The file has { $bytes } bytes; at most { $most } are read. Split it.
# $most (Number)
too-many-records =
    More than { $most } records are not held at a time. Nothing was read from here on. Split the file.
# UTF-16 without a byte order mark. $encoding is its name, such as "UTF-16 LE".
encoding-unsaid =
    The file does not say how it is encoded. It was read as { $encoding }, because every other byte is zero:
    { $count ->
        [one] { $count } character.
       *[other] { $count } characters.
    }
# $line is the number of a line, as it is; $encoding is a name.
encoding-mac-roman =
    The file is not UTF-8. { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, the first in line { $line }, read as { $encoding }: at the ends of values stands byte 0xCA, its no-break
    space. Check them, or save the file as UTF-8.
# $line is the number of a line, as it is; $encoding is a name, such as "Windows-1252".
encoding-guessed =
    The file is not UTF-8. { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }, the first in line { $line }, read as { $encoding }, which most such files are. Check them, or save the
    file as UTF-8.
# Bytes that mean nothing in the file's encoding.
bytes-undecoded = { $count ->
        [one] { $count } byte sequence
       *[other] { $count } byte sequences
    } of the file fit no encoding, the first here. A value that holds one is refused; other texts show U+FFFD
    for it. Save the file as UTF-8.
# A hosts file has an address and then names in each line; here the address is one that is reached, not 0.0.0.0.
hosts-address = { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } of the hosts file name an address that is reached, the first here. The names are read, the addresses are
    not. Add these yourself if they are meant.
nul-bytes =
    The text holds { $count ->
        [one] { $count } NUL character
       *[other] { $count } NUL characters
    }, the first here, so it is damaged. A value that holds one is refused. Export the file again.
mail-base64 =
    A part of this mail is encoded as base64. Nothing in it was read. Open the mail in its program, and save or
    paste its text.
mail-quoted-printable =
    A part of this mail is encoded as quoted-printable: `=3D` stands for `=`, and long values are cut. Values
    from it may be wrong or missing. Open the mail in its program, and save or paste its text.
nothing-found =
    The text holds no hash, address, domain or URL. If it should, choose how it is read, or give the values one
    a line.

## Why something in an archive or a workbook was not unpacked. "It" is an archive, a file in one, or a sheet.

not-unpacked-damaged = It is damaged or cut short. Nothing of it was read. Get it again, or pack it again.
not-unpacked-encrypted =
    It needs a password. Nothing of it was read. Unpack it yourself, or save it without one.
not-unpacked-method =
    It is compressed in a way that is not read here. Pack it as a plain zip, or unpack it yourself.
not-unpacked-too-large = There is not enough room to unpack it. Split it, or give its lists one by one.
not-unpacked-bomb =
    It becomes so large when unpacked that it may be meant to do harm. It was left alone. Give its lists one by
    one if you trust it.
not-unpacked-too-many =
    It has more entries than are read. Those after the last one listed here were left out. Split it.
not-unpacked-nested =
    It is an archive inside an archive, which is not unpacked. Unpack it yourself and give what is in it.
not-unpacked-same-name =
    Several entries have the same name. Of these only the last was read. Unpack it yourself and look which is
    meant.
not-unpacked-document =
    It is a document of an office program and no workbook. Save it as plain text or CSV.
not-unpacked-breaks-off =
    The sheet is damaged. What follows could not be read. Open the workbook and save it again.
not-unpacked-no-room = There is not enough room for the whole sheet. Split it, or save it as CSV.
not-unpacked-failed =
    Unpacking it failed or took too long. Nothing of it was read. Unpack it yourself, or save it as CSV.
# $why is one of the above: sentences.
# $row (Number)
not-unpacked-from = { $why } The last row that was read is { $row }.

## What holds nothing to unpack.

nothing-housekeeping = A system wrote this file for itself. It holds no list.
nothing-empty-archive = The archive holds no file.
nothing-empty-sheet = The sheet is empty.
nothing-no-cells = A chart or a macro, which has no cells.

## Tables.

# $line is the number of a line, as it is.
quote-not-closed =
    The quote opened in line { $line } is never closed. That line is refused, and reading went on at the next.
    Close it.
# $found (Number)
# $expected (Number)
cells-missing =
    The row has { $found } cells where the header has { $expected }. It may be cut short; add what is missing.
# $found (Number)
# $expected (Number)
cells-extra =
    The row has { $found } cells where the header has { $expected }. Put quotes around a text with a comma in
    it.
# $found (Number)
# $most (Number)
too-many-columns =
    The header has { $found } columns; at most { $most } are read. Remove those that are not needed.
# A cell of a table.
# $len (Number)
# $most (Number)
cell-too-long = The text has { $len } characters; at most { $most } are sent. Shorten it.
no-header =
    The columns have no names that are known. Add a header such as `IndicatorType,IndicatorValue,Action`.
# $name is a column's.
unknown-column = No field of an indicator is called `{ $name }`. The column is not sent.
# $names are columns', each between backticks, with commas.
columns-not-imported = Not imported, as no field of an indicator is called so: { $names }.
# $names are columns', each between backticks, with commas; there are more.
# $more (Number)
columns-not-imported-and-more =
    Not imported, as no field of an indicator is called so: { $names } and { $more } more.
# $name is a column's.
duplicate-column = The column `{ $name }` is there twice. The first one is used.
# $name is a column's. How a column is read can be chosen by the user.
column-not-read =
    The column `{ $name }` holds what look like indicators, but its name says that it does not list any. It is
    not read. Say what it holds if it does.
other-header =
    Another header stands here, with other columns. The rows below it are read by its names.
# Names of columns or keys, after those that were listed.
# $count (Number)
more-unknown = { $count } more unknown names, which are not sent either.

## JSON.

# $line and $column are numbers, as they are; $expected is one of "expected.ftl".
json-broken =
    The JSON breaks off at line { $line }, column { $column }: { $expected } should stand there. What stands
    before it was read.
# The same, at the end of the text.
json-cut-short =
    The JSON breaks off at line { $line }, column { $column }: the text ends where { $expected } should stand.
    What stands before it was read.
json-not-indicators =
    The JSON holds no indicators. It needs an object with `Indicators`, a list of indicators, or one indicator.
json-unknown-key = The API has no field `{ $key }`. It is not sent.
# $found and $expected are keys.
json-key-spelling =
    The key `{ $found }` is read as `{ $expected }`. The API takes that spelling alone.
json-key-twice = The object holds `{ $key }` twice. Which one is meant cannot be told; remove one.
# $key is a key, or what stands in place of an indicator; $expected is one of "expected.ftl".
json-wrong-kind = `{ $key }` is not { $expected }, which the API takes there. Correct it.
# $records (Number)
read-from-page =
    The text holds JSON with indicators: { $records } were read. The text around it was not.

## One record beside others. "Line" is that of the other one; its number stands as it is.

duplicate = Line { $line } has the same indicator. It is sent once.
# $fields are names of the API's, each between backticks, with commas.
duplicate-differs =
    Line { $line } has the same indicator and is sent. Different here, and not sent: { $fields }.
# $action is a name of the API's.
conflict =
    Line { $line } has the same value with the action { $action }. Both would become indicators of their own;
    choose which is meant.
# $sent is a type of the API's, such as "FileSha256". "Take back in" is a button.
weaker-hash =
    The { $sent } of the same file in line { $line } is sent, and the weaker hash is left out by your setting.
    Take it back in to send both.
