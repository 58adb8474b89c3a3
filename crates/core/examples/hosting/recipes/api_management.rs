//! The policy for Azure API Management as the proxy. Its gateway has an origin of its own.

use super::{CLIENT, SITE, TENANT, filled};

const RECIPE: &str = r#"<!--
  The Defender API's indicators behind Azure API Management. Made by `cargo xtask hosting`; see
  docs/hosting.md. Nothing of it was tried against the service.

  Make an HTTP API with the suffix "mde", no subscription required, and these operations:
    GET  /api/indicators
    POST /api/indicators
    POST /api/indicators/import
    POST /api/indicators/BatchDelete
  Give all operations this policy, and edit what is marked "yours". The gateway has an origin of its own:
  it goes into "apiBases" of config.json (https://GATEWAY/mde), and into connect-src of the page's policy.
-->
<policies>
  <inbound>
    <base />
    <cors allow-credentials="false" terminate-unmatched-request="true">
      <allowed-origins>
        <!-- yours: where the page is -->
        <origin>https://@SITE@</origin>
      </allowed-origins>
      <allowed-methods preflight-result-max-age="600">
        <method>GET</method>
        <method>POST</method>
      </allowed-methods>
      <allowed-headers>
        <header>authorization</header>
        <header>content-type</header>
      </allowed-headers>
      <expose-headers>
        <header>Retry-After</header>
        <header>Date</header>
      </expose-headers>
    </cors>
    <!-- yours: tenant and application, as in config.json. The API itself checks the token again. -->
    <validate-azure-ad-token tenant-id="@TENANT@">
      <client-application-ids>
        <application-id>@CLIENT@</application-id>
      </client-application-ids>
    </validate-azure-ad-token>
    <!-- yours: the API of your cloud -->
    <set-backend-service base-url="https://api.security.microsoft.com" />
    <set-header name="Cookie" exists-action="delete" />
    <set-header name="Origin" exists-action="delete" />
    <set-header name="Referer" exists-action="delete" />
  </inbound>
  <backend>
    <forward-request timeout="300" />
  </backend>
  <outbound>
    <base />
    <set-header name="Set-Cookie" exists-action="delete" />
    <set-header name="Cache-Control" exists-action="override">
      <value>no-store</value>
    </set-header>
  </outbound>
  <on-error>
    <base />
  </on-error>
</policies>
"#;

/// The policy.
pub(crate) fn recipe() -> String {
    filled(
        RECIPE,
        &[("@SITE@", SITE), ("@TENANT@", TENANT), ("@CLIENT@", CLIENT)],
    )
}
