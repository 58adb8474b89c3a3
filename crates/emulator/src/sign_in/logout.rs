//! The logout endpoint: forgets the browser's session and sends it back to the page.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{IntoResponse, Redirect, Response},
};
use url::Url;

use super::{Form, authorize, form, given};
use crate::shared::Shared;

pub(super) async fn answer(
    State(shared): State<Arc<Shared>>,
    Path(tenant): Path<String>,
    Query(query): Query<Form>,
    headers: HeaderMap,
) -> Response {
    if let Some(refused) = super::other_tenant(&tenant) {
        return refused;
    }
    let cookie = authorize::forget(&shared, &headers);
    let to = given(&query, "post_logout_redirect_uri");
    let response = match Url::parse(to) {
        Ok(mut to) if shared.sign_in.is_ours(to.as_str()) => {
            if query.contains_key("state") {
                let state = given(&query, "state");
                to.query_pairs_mut().append_pair("state", state);
            }
            Redirect::to(to.as_str()).into_response()
        }
        _ => form::signed_out(),
    };
    authorize::with_cookie(response, &cookie)
}
