//! The `.br` file beside each file of the page, so that any static server sends few bytes.

use std::{
    fs,
    io::Cursor,
    num::NonZero,
    path::{Path, PathBuf},
    sync::Mutex,
    thread,
};

use brotli::enc::BrotliEncoderParams;

use crate::{Outcome, place};

/// Kinds of file that shrink.
const SHRINK: [&str; 9] = [
    "bin", "html", "css", "js", "wasm", "svg", "txt", "csv", "json",
];

/// The host edits it after the build: a `.br` beside it would go on saying what it said before.
const EDITED_BY_THE_HOST: &str = "config.json";

/// Writes a `.br` file beside each file of `dist` that shrinks. `quality` is 0 to 11.
pub(crate) fn beside(dist: &Path, quality: i32) -> Outcome {
    let files: Vec<PathBuf> = place::files(dist)?
        .into_iter()
        .filter(|file| shrinks(file))
        .collect();
    // The compressor takes tens of megabytes for a file: not all at a time.
    let left = Mutex::new(files.iter());
    let next = || left.lock().ok()?.next();
    let work = || {
        while let Some(file) = next() {
            compress(file, quality)?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..at_a_time()).map(|_| scope.spawn(work)).collect();
        running
            .into_iter()
            .try_for_each(|one| one.join().map_err(|_| "compressing came to a panic")?)
    })
}

fn at_a_time() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

pub(crate) fn shrinks(file: &Path) -> bool {
    let kind = file.extension().and_then(|kind| kind.to_str());
    kind.is_some_and(|kind| SHRINK.contains(&kind)) && !file.ends_with(EDITED_BY_THE_HOST)
}

fn compress(file: &Path, quality: i32) -> Outcome {
    let bytes = place::bytes(file)?;
    let target = with_br(file);
    place::write(&target, shrink(&bytes, quality)?)
}

/// The name of the `.br` file beside `file`.
pub(crate) fn with_br(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

pub(crate) fn shrink(bytes: &[u8], quality: i32) -> Outcome<Vec<u8>> {
    let mut small = Vec::new();
    let parameters = BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut small, &parameters)
        .map_err(|error| format!("compressing failed: {error}"))?;
    Ok(small)
}

/// Bytes that a browser is sent for `file`: its `.br` file where there is one.
pub(crate) fn sent_bytes(file: &Path) -> Outcome<u64> {
    let sent = with_br(file);
    let measured = if sent.is_file() { &sent } else { file };
    fs::metadata(measured)
        .map(|found| found.len())
        .map_err(|error| format!("{} cannot be measured: {error}", measured.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shrinks() {
        let table = [
            ("index.html", true),
            ("a/ioculate-app-1_bg.wasm", true),
            ("config.json", false),
            ("picture.png", false),
            ("index.html.br", false),
        ];
        for (file, expected) in table {
            assert_eq!(shrinks(Path::new(file)), expected, "{file}");
        }
    }

    #[test]
    fn the_compressed_bytes_give_the_file_back() {
        let bytes = "ioculate ".repeat(300).into_bytes();
        let small = shrink(&bytes, 11).unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut Cursor::new(&small), &mut back).unwrap();
        assert_eq!(back, bytes);
        assert!(small.len() < 50, "{}", small.len());
    }
}
