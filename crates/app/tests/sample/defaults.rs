//! Defaults that say something of everything.

use ioculate_core::{
    check::Defaults,
    indicator::{Action, Severity},
};

/// Names are hostile where a name can be.
pub(crate) fn whole() -> Defaults {
    let mut defaults = Defaults {
        severity: Some(Severity::High),
        title: "<b>CERT</b>".to_owned(),
        generate_alert: Some(true),
        rbac_group_names: vec!["Servers".to_owned(), "<i>Kiosks\u{202e}".to_owned()],
        ..super::defaults()
    };
    defaults.files.action = Some(Action::BlockAndRemediate);
    defaults.names.severity = Some(Severity::Low);
    defaults.names.expires_in_days = Some(45);
    defaults
}
