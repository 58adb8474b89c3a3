//! The columns that are hidden and how wide the others are, remembered on this device.

use crate::state::{Hidden, Widths};

const COLUMNS: &str = "ioculate.columns";
const WIDTHS: &str = "ioculate.widths";

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

/// The widths that were given to columns earlier on this device.
#[must_use]
pub fn widths() -> Widths {
    let kept = super::kept().and_then(|storage| storage.get_item(WIDTHS).ok()?);
    kept.map(|text| Widths::read(&text)).unwrap_or_default()
}

/// Keeps them for later visits on this device.
pub fn keep_widths(widths: Widths) {
    if let Some(storage) = super::kept() {
        // Storage may be full or forbidden: they then hold for this visit.
        let _ = storage.set_item(WIDTHS, &widths.text());
    }
}
