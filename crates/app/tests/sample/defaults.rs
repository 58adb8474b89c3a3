//! Defaults of every kind, presets, and a table whose words are given a meaning.

use ioculate_app::state::{Msg, PresetMsg};
use ioculate_core::{
    change::Field,
    check::{Defaults, Policy},
    indicator::{Action, Severity},
    mapping::{Meaning, Reading, Role},
    preset::Preset,
    session::{ColumnTexts, Event, Made, Preview, Summary},
};

/// Defaults that say something of everything. Names are hostile where a name can be.
pub(crate) fn whole() -> Defaults {
    let mut defaults = Defaults {
        severity: Some(Severity::High),
        title: "{type} of <b>CERT</b>".to_owned(),
        generate_alert: Some(true),
        rbac_group_names: vec!["Servers".to_owned(), "<i>Kiosks\u{202e}".to_owned()],
        ..super::defaults()
    };
    defaults.files.action = Some(Action::BlockAndRemediate);
    defaults.names.severity = Some(Severity::Low);
    defaults.names.expires_in_days = Some(45);
    defaults
}

/// What the worker says of the title.
pub(crate) fn preview() -> Event {
    Event::Preview(Preview {
        field: Field::Title,
        template: whole().title,
        made: Made::Text("IpAddress of <b>CERT</b>".to_owned()),
    })
}

/// A browser that keeps a preset, and a text that is none.
pub(crate) fn stored() -> Msg {
    let preset = Preset {
        name: "Weekly".to_owned(),
        defaults: whole(),
        policy: Policy::default(),
    };
    let weekly = preset.write().expect("a preset");
    Msg::Preset(PresetMsg::Stored(vec![
        ("Weekly".to_owned(), weekly),
        (
            "<i>Damaged".to_owned(),
            "{\"ioculatePreset\":1,\"token\":\"x\"}".to_owned(),
        ),
    ]))
}

/// The reading of a table whose second column says what to do in words of its own.
fn reading() -> Reading {
    let columns = [
        Role::Skip,
        Role::Indicator(None),
        Role::Field(Field::Action),
    ];
    let mut reading = super::reading(columns);
    if let Some(mapping) = &mut reading.mapping {
        mapping.meanings = vec![Meaning {
            column: 2,
            text: "deny".to_owned(),
            action: Some(Action::Block),
            severity: None,
        }];
    }
    reading
}

/// What was read of it.
pub(crate) fn with_words() -> Summary {
    let mut summary = super::clear();
    if let Some(file) = summary.files.get_mut(1) {
        file.reading = Some(reading());
        file.ready = 0;
    }
    summary
}

/// The words of its third column.
pub(crate) fn words() -> Event {
    Event::ColumnTexts(ColumnTexts {
        file: 1,
        column: 2,
        texts: vec![("deny".to_owned(), 2), ("<b>watch\u{202e}".to_owned(), 1)],
        others: 3,
    })
}
