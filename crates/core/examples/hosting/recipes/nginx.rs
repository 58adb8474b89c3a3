//! The recipe for nginx.

use std::fmt::Write as _;

use ioculate_core::config::{Config, Keeping, Served};

use super::{SITE, TYPES, filled, header, headers};

/// Without a module that nginx is not always built with: the `.br` files are served by name.
const RECIPE: &str = r#"# ioculate on nginx. Made by `cargo xtask hosting`; see docs/hosting.md.
#
# Put this file where nginx includes it inside `http` (conf.d, sites-enabled), edit the lines marked
# "yours", put your config.json into the folder, and reload.
#
# Headers are set in the server block alone, and differ by maps: an `add_header` in a location would
# drop all of those. `always` sends them with errors, too.

map $uri $ioculate_policy {
    default "@POLICY@";
    # The page holds this one in a hidden frame, to renew a sign-in.
    ~^/redirect\.html "@REDIRECT_POLICY@";
}

# The sign-in's answer comes through a channel that this header would cut.
map $uri $ioculate_opener {
    default "@OPENER@";
    ~^/redirect\.html "";
}

# Names that change with their content are kept; all others are asked for each time, so that a page
# that is open while a new one is put up finds what belongs together.
map "$status $uri" $ioculate_cache {
    default "@ASKED@";
    "~^(200|206|304) .*@LASTING@" "@LASTS@";
}

# Every file that shrinks lies here compressed as well.
map $http_accept_encoding $ioculate_br {
    default "";
    "~*\bbr\b" ".br";
}
map "$status $uri" $ioculate_encoding {
    default "";
    "~^(200|206|304) .*\.br$" "br";
}

server {
    listen 443 ssl; # yours
    server_name @SITE@; # yours
    ssl_certificate /etc/ssl/certs/ioculate.pem; # yours
    ssl_certificate_key /etc/ssl/private/ioculate.key; # yours
    root /srv/ioculate; # yours: the folder that was built

    server_tokens off;
    gzip off;

@HEADERS@
    add_header Cache-Control $ioculate_cache always;
    add_header Content-Encoding $ioculate_encoding always;
    add_header Vary Accept-Encoding always;
@PROXY@
    location ~ /$ {
        types { }
        default_type "@HTML@";
        try_files ${uri}index.html$ioculate_br ${uri}index.html =404;
    }
@TYPES@
    location / {
        try_files $uri =404;
    }
}
"#;

/// What the proxy has besides.
pub(crate) const PROXY: &str = r#"
    # The API's indicators, and nothing else of it, on the page's own origin. What the browser keeps for
    # this origin is not passed on; nor is what the API would have it keep.
    location ~ ^/mde/api/indicators(/|$) {
        # A name in a variable is looked up again as its addresses change; in `proxy_pass` itself it
        # would be looked up once, when nginx starts.
        resolver 127.0.0.53 valid=60s; # yours: your DNS server
        set $ioculate_api https://api.security.microsoft.com; # yours: the API of your cloud
        rewrite ^/mde(/.*)$ $1 break;
        proxy_pass $ioculate_api;
        proxy_ssl_server_name on;
        proxy_ssl_verify on;
        proxy_ssl_verify_depth 4;
        proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt; # yours
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Cookie "";
        proxy_set_header Origin "";
        proxy_set_header Referer "";
        proxy_hide_header Set-Cookie;
        proxy_hide_header Cache-Control;
        proxy_hide_header Content-Security-Policy;
        proxy_hide_header Referrer-Policy;
        proxy_hide_header Strict-Transport-Security;
        proxy_hide_header X-Content-Type-Options;
        proxy_redirect off;
        # 500 indicators a call, and a list of 10,000. Neither is ever put on the disk.
        client_max_body_size 16m;
        client_body_buffer_size 16m;
        proxy_max_temp_file_size 0;
        proxy_read_timeout 300s;
    }
"#;

/// For this deployment.
pub(crate) fn recipe(config: &Config, proxy: &str) -> String {
    let policy = |served| header(config, served, "Content-Security-Policy");
    let opener = header(config, Served::Page, "Cross-Origin-Opener-Policy");
    let mut lines = String::new();
    for (name, value, _) in headers(config) {
        let value = match name {
            "Content-Security-Policy" => "$ioculate_policy".to_owned(),
            "Cross-Origin-Opener-Policy" => "$ioculate_opener".to_owned(),
            _ => format!("\"{value}\""),
        };
        let _ = writeln!(lines, "    add_header {name} {value} always;");
    }
    filled(
        RECIPE,
        &[
            ("@POLICY@", &policy(Served::Page)),
            ("@REDIRECT_POLICY@", &policy(Served::Redirect)),
            ("@OPENER@", &opener),
            ("@ASKED@", Keeping::Asked.header()),
            ("@LASTING@", Keeping::LASTING),
            ("@LASTS@", Keeping::Lasting.header()),
            ("@SITE@", SITE),
            ("@HEADERS@\n", &lines),
            ("@PROXY@", proxy),
            ("@HTML@", TYPES[0].1),
            ("@TYPES@\n", &types()),
        ],
    )
}

fn types() -> String {
    let mut lines = String::new();
    for (kind, name) in TYPES {
        let _ = write!(
            lines,
            "    location ~ \\.{kind}$ {{
        types {{ }}
        default_type \"{name}\";
        try_files $uri$ioculate_br $uri =404;
    }}
"
        );
    }
    lines
}
