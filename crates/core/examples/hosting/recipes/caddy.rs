//! The recipe for Caddy.

use std::fmt::Write as _;

use ioculate_core::config::{Config, Keeping, Served};

use super::{SITE, TYPES, filled, header, headers};

const RECIPE: &str = r#"# ioculate on Caddy 2. Made by `cargo xtask hosting`; see docs/hosting.md.
#
# Edit the lines marked "yours", put your config.json into the folder, and reload. Caddy gets the
# certificate itself.

# yours
@SITE@ {
	# yours: the folder that was built
	root * /srv/ioculate

	# The sign-in's answer comes here. The page holds it in a hidden frame, to renew a sign-in.
	@redirect path /redirect.html
	@page not path /redirect.html

	# Names that change with their content are kept; all others are asked for each time, so that a page
	# that is open while a new one is put up finds what belongs together.
	@lasting path_regexp @LASTING@
	@asked not path_regexp @LASTING@

	header {
@HEADERS@
	}
	header @page {
@PAGE@
	}
	header @redirect {
@REDIRECT@
	}
	header @lasting Cache-Control "@LASTS@"
	header @asked Cache-Control "@ASKED@"

@TYPES@
@PROXY@	file_server {
		# Every file that shrinks lies there compressed as well.
		precompressed br
	}

	# The headers above are on errors, too; what is not there does not last.
	handle_errors {
		header Cache-Control "@ASKED@"
		header Content-Type "text/plain; charset=utf-8"
		respond "{http.error.status_code} {http.error.status_text}"
	}
}
"#;

/// What the proxy has besides.
pub(crate) const PROXY: &str = r"	# The API's indicators, and nothing else of it, on the page's own origin. What the browser keeps for
	# this origin is not passed on; nor is what the API would have it keep.
	@api path /mde/api/indicators /mde/api/indicators/*
	handle @api {
		uri strip_prefix /mde
		# 500 indicators a call.
		request_body {
			max_size 16MB
		}
		# yours: the API of your cloud
		reverse_proxy https://api.security.microsoft.com {
			header_up Host {upstream_hostport}
			header_up -Cookie
			header_up -Origin
			header_up -Referer
			header_down -Set-Cookie
			header_down -Cache-Control
			header_down -Content-Security-Policy
			header_down -Referrer-Policy
			header_down -Strict-Transport-Security
			header_down -X-Content-Type-Options
		}
	}

";

/// For this deployment.
pub(crate) fn recipe(config: &Config, proxy: &str) -> String {
    let (mut all, mut page, mut redirect) = (String::new(), String::new(), String::new());
    for (name, value, is_same) in headers(config) {
        let of_redirect = header(config, Served::Redirect, name);
        if is_same {
            line(&mut all, name, &value);
            continue;
        }
        line(&mut page, name, &value);
        if !of_redirect.is_empty() {
            line(&mut redirect, name, &of_redirect);
        }
    }
    filled(
        RECIPE,
        &[
            ("@SITE@", SITE),
            ("@LASTING@", Keeping::LASTING),
            ("@HEADERS@\n", &all),
            ("@PAGE@\n", &page),
            ("@REDIRECT@\n", &redirect),
            ("@LASTS@", Keeping::Lasting.header()),
            ("@ASKED@", Keeping::Asked.header()),
            ("@TYPES@", &types()),
            ("@PROXY@", proxy),
        ],
    )
}

fn line(lines: &mut String, name: &str, value: &str) {
    let _ = writeln!(lines, "\t\t{name} \"{value}\"");
}

fn types() -> String {
    let mut lines = String::new();
    for (kind, name) in TYPES {
        let _ = writeln!(
            lines,
            "\t@{kind} path *.{kind}\n\theader @{kind} Content-Type \"{name}\""
        );
    }
    lines
}
