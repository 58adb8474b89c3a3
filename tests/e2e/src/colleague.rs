//! Another client of the same tenant: an application of somebody else's, over plain HTTP.

use serde_json::{Value, json};

use crate::tenant::Tenant;

/// The application's id, under which the service notes what it writes.
const APP: &str = "22222222-2222-4333-8444-555555555555";

/// The fields that a submission may not set.
const OF_THE_SERVICE: [&str; 7] = [
    "id",
    "createdBy",
    "createdByDisplayName",
    "createdBySource",
    "creationTimeDateTimeUtc",
    "lastUpdateTime",
    "lastUpdatedBy",
];

/// The client.
#[derive(Clone, Debug)]
pub struct Colleague {
    api: String,
    token: String,
    http: reqwest::Client,
}

impl Colleague {
    /// One that calls `api`.
    ///
    /// # Panics
    /// When the emulator gives it no token.
    pub async fn of(tenant: &Tenant, api: &str) -> Self {
        Self {
            api: api.to_owned(),
            token: tenant.application_token(APP).await,
            http: reqwest::Client::new(),
        }
    }

    /// Submits an indicator with another title.
    ///
    /// # Panics
    /// When the service refuses it.
    pub async fn changes(&self, entity: &Value) {
        let mut entity = entity.clone();
        if let Some(fields) = entity.as_object_mut() {
            for name in OF_THE_SERVICE {
                fields.remove(name);
            }
            fields.insert("title".to_owned(), json!("A colleague's"));
        }
        let request = self.http.post(format!("{}/api/indicators", self.api));
        let request = request.header("content-type", "application/json");
        self.done(request.body(entity.to_string())).await;
    }

    /// Deletes an indicator.
    ///
    /// # Panics
    /// When the service refuses it.
    pub async fn deletes(&self, entity: &Value) {
        let id = entity["id"].as_str().unwrap_or_default();
        let address = format!("{}/api/indicators/{id}", self.api);
        self.done(self.http.delete(address)).await;
    }

    async fn done(&self, request: reqwest::RequestBuilder) {
        let answer = request.bearer_auth(&self.token).send().await;
        let answer = answer.expect("the emulator answers");
        let status = answer.status();
        assert!(
            status.is_success(),
            "{}",
            answer.text().await.unwrap_or_default()
        );
    }
}
