//! Each file of `www` is in the built page: Trunk takes only what the shell names.

pub(super) fn findings<'a>(names: impl Iterator<Item = &'a str>, shell: &str) -> Vec<String> {
    let files =
        names.filter(|name| name.starts_with("www/") && !name["www/".len()..].contains('/'));
    files
        .filter(|name| !shell.contains(&format!("href=\"{name}\"")))
        .map(|name| {
            format!(
                "{name}: is not in the built page. Add to index.html \
                 `<link data-trunk rel=\"copy-file\" href=\"{name}\" />`, or remove the file"
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_the_shell_does_not_name_is_found() {
        let shell = r#"<link data-trunk rel="copy-file" href="www/boot.js" />"#;
        let table = [
            ("www/boot.js", 0),
            ("www/redirect.html", 1),
            ("www/hosting/nginx.conf", 0),
            ("crates/app/Cargo.toml", 0),
        ];
        for (name, expected) in table {
            assert_eq!(
                findings([name].into_iter(), shell).len(),
                expected,
                "{name}"
            );
        }
    }
}
