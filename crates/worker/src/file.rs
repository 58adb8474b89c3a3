//! Reads what comes beside a command: a `File`, a `Blob` or an `ArrayBuffer`.
//!
//! A file is read here and not on the page, in slices into one buffer reserved beforehand: the peak
//! is then the file and one slice. Its size is looked at before anything is reserved.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The most bytes that are read from one file. One buffer ends at 2 GiB in 32-bit wasm, and what is
/// read needs room beside its source.
pub(crate) const LIMIT: u64 = 512 * 1024 * 1024;

/// How many bytes tell what a file is.
const BEGINNING: u32 = 16;

/// How much is read at a time.
const SLICE: u64 = 4 * 1024 * 1024;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// More than [`LIMIT`], or more than there is memory for.
    TooLarge { bytes: u64 },
    /// The browser could not read it: it was moved, changed or taken away meanwhile.
    Broken { bytes: u64 },
    /// Nothing that holds bytes came with the command.
    Missing,
}

/// How a file begins: as many bytes as tell an archive from a text.
pub(crate) async fn beginning(attachment: &JsValue) -> Vec<u8> {
    let buffer = match attachment.dyn_ref::<Blob>() {
        Some(blob) => slice(blob, 0, BEGINNING.into()).await,
        None => attachment
            .dyn_ref::<ArrayBuffer>()
            .map(|buffer| buffer.slice_with_end(0, BEGINNING)),
    };
    buffer.map_or_else(Vec::new, |buffer| Uint8Array::new(&buffer).to_vec())
}

/// The size of `attachment` in bytes.
pub(crate) fn size(attachment: &JsValue) -> u64 {
    let blob = attachment.dyn_ref::<Blob>().map(blob_size);
    let buffer = attachment.dyn_ref::<ArrayBuffer>();
    blob.or_else(|| buffer.map(|buffer| buffer.byte_length().into()))
        .unwrap_or_default()
}

/// The bytes of `attachment`.
pub(crate) async fn read(attachment: &JsValue) -> Result<Vec<u8>, Unread> {
    if let Some(blob) = attachment.dyn_ref::<Blob>() {
        return read_blob(blob).await;
    }
    let buffer = attachment.dyn_ref::<ArrayBuffer>().ok_or(Unread::Missing)?;
    let mut bytes = reserve(u64::from(buffer.byte_length()))?;
    append(&mut bytes, buffer);
    Ok(bytes)
}

async fn read_blob(blob: &Blob) -> Result<Vec<u8>, Unread> {
    let size = blob_size(blob);
    let mut bytes = reserve(size)?;
    let mut start = 0;
    while start < size {
        let end = size.min(start + SLICE);
        let slice = slice(blob, start, end).await;
        let buffer = slice.ok_or(Unread::Broken { bytes: size })?;
        append(&mut bytes, &buffer);
        start = end;
    }
    Ok(bytes)
}

#[allow(clippy::cast_precision_loss, reason = "a size is far below 2^53")]
async fn slice(blob: &Blob, start: u64, end: u64) -> Option<ArrayBuffer> {
    let part = blob.slice_with_f64_and_f64(start as f64, end as f64).ok()?;
    JsFuture::from(part.array_buffer())
        .await
        .ok()?
        .dyn_into()
        .ok()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number"
)]
fn blob_size(blob: &Blob) -> u64 {
    blob.size() as u64
}

fn reserve(size: u64) -> Result<Vec<u8>, Unread> {
    let too_large = Unread::TooLarge { bytes: size };
    if size > LIMIT {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    let size = usize::try_from(size).map_err(|_| too_large)?;
    bytes.try_reserve_exact(size).map_err(|_| too_large)?;
    Ok(bytes)
}

fn append(bytes: &mut Vec<u8>, buffer: &ArrayBuffer) {
    let view = Uint8Array::new(buffer);
    let start = bytes.len();
    bytes.resize(start + view.length() as usize, 0);
    view.copy_to(&mut bytes[start..]);
}
