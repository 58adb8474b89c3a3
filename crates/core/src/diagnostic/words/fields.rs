//! Of the other fields.

use crate::{
    diagnostic::{Finding, figures::code_point},
    message::{Said, made::fields as message},
};

pub(super) fn said(found: &Finding) -> Said<'_> {
    match found {
        Finding::BadAction { given } => message::bad_action(given),
        Finding::MissingAction => message::MISSING_ACTION.into(),
        Finding::ActionNotForType {
            action,
            indicator_type,
        } => {
            let (action, it) = (action.as_str(), indicator_type.as_str());
            if indicator_type.is_network() {
                message::action_not_for_network(action, it)
            } else {
                message::action_not_for_file(action, it)
            }
        }
        Finding::BadGenerateAlert { given } => message::bad_generate_alert(given),
        Finding::AllowedNeverAlerts => message::ALLOWED_NEVER_ALERTS.into(),
        Finding::BadSeverity { given } => message::bad_severity(given),
        Finding::MissingTitle => message::MISSING_TITLE.into(),
        Finding::MissingDescription => message::MISSING_DESCRIPTION.into(),
        Finding::TitleTooLong { len, most } => message::title_too_long(*len, *most),
        Finding::LongDescription { len, usual } => message::long_description(*len, *usual),
        Finding::ControlCharacter { code_point: at } => message::control_character(code_point(*at)),
        Finding::BadDate { given } => message::bad_date(given),
        Finding::AmbiguousDate {
            given,
            day_first,
            month_first,
        } => message::ambiguous_date(given, day_first, month_first),
        Finding::Expired { given } => message::expired(given),
        Finding::FarExpiration { given, years } => message::far_expiration(given, *years),
        Finding::EducateUrlUnused => message::EDUCATE_URL_UNUSED.into(),
        Finding::TemplateField { name } => message::template_field(name),
        Finding::TemplateColumn { name } => message::template_column(name),
        Finding::TemplateNotClosed { at } => message::template_not_closed(at.to_string()),
        Finding::TemplateTooLong {
            len,
            most,
            most_fields,
        } => message::template_too_long(*len, *most, *most_fields),
        Finding::GroupNotSeen { name } => message::group_not_seen(name),
        _ => super::undo::said(found),
    }
}
