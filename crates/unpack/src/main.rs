//! The program that a browser loads when an archive or a workbook comes. It runs in a worker of its
//! own, which ends after one file: its memory is given back, and a hostile file that makes it fail
//! takes nothing else along.

#[cfg(target_arch = "wasm32")]
mod exported {
    use ioculate_unpack::{Bounds, Kind, unpack as unpacked};
    use js_sys::{Array, Uint8Array};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// `[parts, refusals]`: each part as `[name, isSheet, bytes]`, each refusal as
    /// `[name, code, row]`.
    #[wasm_bindgen]
    #[must_use]
    #[allow(unreachable_pub, reason = "what is exported has to be public")]
    pub fn unpack(name: &str, bytes: &[u8]) -> Array {
        let unpacked = unpacked(name, bytes, &Bounds::default());
        let parts = unpacked.parts.into_iter().map(|part| {
            let bytes = Uint8Array::from(part.bytes.as_slice());
            Array::of3(
                &part.name.into(),
                &(part.kind == Kind::Sheet).into(),
                &bytes,
            )
        });
        let refusals = unpacked.refusals.into_iter().map(|refusal| {
            let why = refusal.why;
            Array::of3(&refusal.name.into(), &why.code().into(), &why.row().into())
        });
        Array::of2(&parts.collect::<Array>(), &refusals.collect::<Array>())
    }
}

fn main() {}
