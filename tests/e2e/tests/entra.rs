//! The script that registers the page with Entra, with a stand-in for the Azure CLI: a tenant in a folder.

#![cfg(unix)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const URI: &str = "https://ioc.example/redirect.html";

/// A tenant with nothing in it but Defender's API; gone when dropped.
struct Tenant(PathBuf);

impl Tenant {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("ioculate-entra-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("api"), "api\n").expect("a file");
        Self(folder)
    }

    fn register(&self, words: &[&str]) -> Output {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let stands_in = project.join("tests/fixtures/entra");
        let others = env::var_os("PATH").unwrap_or_default();
        let folders = [stands_in].into_iter().chain(env::split_paths(&others));
        let mut script = Command::new("sh");
        script
            .arg(project.join("docs/entra/register.sh"))
            .args(words)
            .env("EMULATED_TENANT", &self.0)
            .env("PATH", env::join_paths(folders).expect("a path"));
        script.output().expect("the script starts")
    }

    /// What was changed in it since this was asked last.
    fn changes(&self) -> Vec<String> {
        let file = self.0.join("changes");
        let changes = fs::read_to_string(&file).unwrap_or_default();
        let _ = fs::remove_file(file);
        changes.lines().map(str::to_owned).collect()
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_script_registers_what_the_page_needs_and_no_more() {
    let tenant = Tenant::new("new");
    let made = tenant.register(&[URI]);
    assert!(made.status.success(), "{}", said(&made));
    let printed = String::from_utf8_lossy(&made.stdout);
    assert_eq!(
        printed,
        "\"clientId\": \"client\",\n\"tenantId\": \"tenant\",\n"
    );
    assert!(said(&made).contains("https://login.example/tenant/adminconsent?client_id=client"));
    let changes = tenant.changes();
    let [created, address, permission, principal] = &changes[..] else {
        panic!("{changes:?}");
    };
    assert!(
        created.contains("--sign-in-audience AzureADMyOrg"),
        "{created}"
    );
    let spa = format!("{{\"spa\":{{\"redirectUris\":[\"{URI}\"]}}}}");
    assert!(address.ends_with(&spa), "{address}");
    let asked = "ad app permission add --id client --api api --api-permissions scope=Scope";
    assert_eq!(permission, asked);
    assert_eq!(principal, "ad sp create --id client");

    let again = tenant.register(&[URI]);
    assert!(again.status.success(), "{}", said(&again));
    assert_eq!(tenant.changes(), [""; 0], "what is right stays");

    let trial = "http://localhost:8080/redirect.html";
    let more = tenant.register(&[trial, "--consent"]);
    assert!(more.status.success(), "{}", said(&more));
    let changes = tenant.changes();
    assert!(
        changes[0].ends_with(&format!("[\"{URI}\",\"{trial}\"]}}}}")),
        "{changes:?}"
    );
    let granted = "rest rest --method POST --url https://graph.example/v1.0/oauth2PermissionGrants";
    assert!(changes[1].starts_with(granted), "{changes:?}");
    let whole = r#"{"clientId":"page","resourceId":"defender","consentType":"AllPrincipals","scope":"Ti.ReadWrite"}"#;
    assert!(changes[1].ends_with(whole), "{changes:?}");
    assert_eq!(changes.len(), 2);
    assert!(tenant.register(&[trial, "--consent"]).status.success());
    assert_eq!(tenant.changes(), [""; 0], "it is granted");
}

#[test]
fn what_else_was_granted_stays() {
    let tenant = Tenant::new("granted");
    fs::write(tenant.0.join("granted"), "Machine.Read").expect("a file");
    let made = tenant.register(&[URI, "--consent"]);
    assert!(made.status.success(), "{}", said(&made));
    let changes = tenant.changes();
    let last = changes.last().expect("a change");
    assert!(last.contains("--method PATCH"), "{last}");
    assert!(last.contains("oauth2PermissionGrants/grant "), "{last}");
    assert!(
        last.ends_with(r#"{"scope":"Machine.Read Ti.ReadWrite"}"#),
        "{last}"
    );
}

#[test]
fn a_name_may_have_an_apostrophe() {
    let tenant = Tenant::new("apostrophe");
    let made = tenant.register(&[URI, "--name", "the owner's page"]);
    assert!(made.status.success(), "{}", said(&made));
    assert!(tenant.changes()[0].contains("--display-name the owner's page"));
}

#[test]
fn the_script_says_that_it_may_not_add_the_permission() {
    let tenant = Tenant::new("kept");
    fs::write(tenant.0.join("kept"), "").expect("a file");
    let refused = tenant.register(&[URI]);
    assert!(!refused.status.success());
    let said = said(&refused);
    assert!(said.contains("Ti.ReadWrite could not be added"), "{said}");
}

#[test]
fn the_script_says_what_is_not_as_it_must_be() {
    let tenant = Tenant::new("without");
    fs::remove_file(tenant.0.join("api")).expect("a file");
    for (words, expected) in [
        (vec![URI], "this tenant has no WindowsDefenderATP"),
        (
            vec!["http://ioc.example/redirect.html"],
            "no address of a redirect.html",
        ),
        (
            vec!["https://ioc.example/\"],\"x\":[\"/redirect.html"],
            "no address of a redirect.html",
        ),
        (
            vec!["https://ioc.example/"],
            "no address of a redirect.html",
        ),
        (vec![], "usage"),
    ] {
        let refused = tenant.register(&words);
        assert!(!refused.status.success());
        assert!(
            said(&refused).contains(expected),
            "{words:?}: {}",
            said(&refused)
        );
        assert_eq!(tenant.changes(), [""; 0], "{words:?}");
    }
}
