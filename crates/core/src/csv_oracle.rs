//! CSV as a reader that is not ours reads it: what our reading and writing are held against.

/// The records of a CSV text, each with its cells.
pub(crate) fn oracle(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv_core::Reader::new();
    let (mut out, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 1]);
    let (mut written, mut ended) = (0, 0);
    let (mut records, mut rest) = (Vec::new(), text.as_bytes());
    loop {
        let (result, read, wrote, count) =
            reader.read_record(rest, &mut out[written..], &mut ends[ended..]);
        rest = &rest[read..];
        (written, ended) = (written + wrote, ended + count);
        match result {
            csv_core::ReadRecordResult::End => return records,
            csv_core::ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(ends[..ended].iter().copied());
                let pieces = starts
                    .zip(&ends[..ended])
                    .map(|(start, &end)| &out[start..end]);
                let texts = pieces.map(|piece| String::from_utf8_lossy(piece).into_owned());
                records.push(texts.collect());
                (written, ended) = (0, 0);
            }
            _ => {}
        }
    }
}
