//! Signed tokens: ES256 and nothing else.
//!
//! A token whose header names another algorithm or key is refused before anything is decoded.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::{Signer, Verifier},
};
use rand_core::OsRng;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::random;

/// The key pair of one run.
pub(super) struct Keys {
    signing: SigningKey,
    verifying: VerifyingKey,
    id: String,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
}

/// What an access token says.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Claims {
    aud: String,
    iss: String,
    nbf: i64,
    exp: i64,
    #[serde(default)]
    scp: String,
    /// What an application may do by itself.
    #[serde(default)]
    roles: Vec<String>,
    /// The application that was signed in to, or that calls by itself.
    pub(crate) appid: String,
    /// The tenant.
    pub(crate) tid: String,
    /// The user's sign-in name; an application by itself has none.
    upn: Option<String>,
}

impl Keys {
    pub(super) fn new() -> Self {
        let signing = SigningKey::random(&mut OsRng);
        Self {
            verifying: *signing.verifying_key(),
            signing,
            id: random::guid(),
        }
    }

    /// The public half as a JSON web key.
    pub(super) fn public(&self) -> Value {
        let point = self.verifying.to_encoded_point(false);
        let part = |part: Option<&p256::FieldBytes>| part.map(|part| BASE64.encode(part));
        json!({
            "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.id,
            "x": part(point.x()), "y": part(point.y()),
        })
    }

    pub(super) fn sign(&self, claims: &Value) -> String {
        let header = json!({"typ": "JWT", "alg": "ES256", "kid": self.id});
        let [header, claims] = [&header, claims].map(|part| BASE64.encode(part.to_string()));
        let signed = format!("{header}.{claims}");
        let signature: Signature = self.signing.sign(signed.as_bytes());
        format!("{signed}.{}", BASE64.encode(signature.to_bytes()))
    }

    /// The claims of a token that this run signed.
    pub(super) fn verify(&self, token: &str) -> Result<Claims, String> {
        let malformed = || "The token is malformed.".to_owned();
        let (signed, signature) = token.rsplit_once('.').ok_or_else(malformed)?;
        let (header, claims) = signed.split_once('.').ok_or_else(malformed)?;
        let decode = |part: &str| BASE64.decode(part).map_err(|_| malformed());
        let header = serde_json::from_slice(&decode(header)?);
        let header: Header = header.map_err(|_| malformed())?;
        if header.alg != "ES256" || header.kid != self.id {
            return Err("The token was not signed by this emulator.".to_owned());
        }
        let refused = |_| "The token's signature does not match.".to_owned();
        let signature = Signature::from_slice(&decode(signature)?).map_err(refused)?;
        let verified = self.verifying.verify(signed.as_bytes(), &signature);
        verified.map_err(refused)?;
        serde_json::from_slice(&decode(claims)?).map_err(|_| malformed())
    }
}

impl Claims {
    /// Is this a token for `resource` at `now`, in seconds since 1970?
    pub(super) fn check(&self, issuer: &str, resource: &str, now: i64) -> Result<(), String> {
        if self.iss != issuer {
            return Err(format!("The token is issued by {}.", self.iss));
        }
        if self.aud != resource {
            return Err(format!(
                "The token is for {}, not for {resource}.",
                self.aud
            ));
        }
        if self.exp <= now {
            return Err("The token has expired.".to_owned());
        }
        if self.nbf > now {
            return Err("The token is not valid yet.".to_owned());
        }
        Ok(())
    }

    /// Does `scp` name the permission, or `roles` the one of applications?
    pub(crate) fn may_write(&self) -> bool {
        self.scp.split(' ').any(|scope| scope == "Ti.ReadWrite")
            || self.roles.iter().any(|role| role == "Ti.ReadWrite.All")
    }

    /// As whom the service notes the caller: a user by the sign-in name, an application by its id.
    pub(crate) fn by(self) -> String {
        self.upn.unwrap_or(self.appid)
    }
}
