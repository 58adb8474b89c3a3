//! Lets the tests against the real library in where `MSAL_BROWSER_JS` names its file.

fn main() {
    println!("cargo:rustc-check-cfg=cfg(msal_browser_js)");
    println!("cargo:rerun-if-env-changed=MSAL_BROWSER_JS");
    if std::env::var_os("MSAL_BROWSER_JS").is_some() {
        println!("cargo:rustc-cfg=msal_browser_js");
    }
}
