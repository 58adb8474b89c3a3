//! The columns that are hidden, remembered on this device.

use crate::state::Hidden;

const COLUMNS: &str = "ioculate.columns";

/// The columns that were hidden earlier on this device.
#[must_use]
pub fn hidden_columns() -> Hidden {
    let kept = super::kept().and_then(|storage| storage.get_item(COLUMNS).ok()?);
    kept.map(|text| Hidden::read(&text)).unwrap_or_default()
}

/// Keeps them for later visits on this device.
pub fn keep_columns(hidden: Hidden) {
    if let Some(storage) = super::kept() {
        // Storage may be full or forbidden: they then hold for this visit.
        let _ = storage.set_item(COLUMNS, &hidden.classes());
    }
}
