//! From nothing to the page: the configuration, the sign-in, the workbench.

use std::rc::Rc;

use ioculate_core::{check::Defaults, config::Config, import::Freshness, limits::Limits};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    browser,
    config_file::{self, Shared},
    figures,
    language::Language,
    shell::{Deployment, SignInSlots, config_failed},
    sign_in::{
        Awaited, Facts, Failed, Framing, SignIn, SignInHandle, SignInProvider, TokenSource, Way,
        account, button, here, use_sign_in,
    },
    state::Who,
    words::{late, say, shell as words},
    workbench::{TokenAnswer, Workbench, build},
};

/// Draws the page into its element and starts everything.
pub fn start() {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root {
        // Both files are asked for before either is waited for.
        let asked = config_file::asked();
        // Each in a turn of its own: all at once would hold a telephone up.
        spawn_local(async move {
            browser::let_others_go_first().await;
            speak(browser::language()).await;
            browser::let_others_go_first().await;
            figures::make_ready();
            let config = config_file::read(asked).await;
            browser::let_others_go_first().await;
            yew::Renderer::<App>::with_root_and_props(root, AppProps { config }).render();
        });
    }
}

/// Has the page speak a language from its first word on. Where its messages do not come, it says so once
/// it stands.
async fn speak(language: Language) {
    if late::learn(language).await && say::speak(language) {
        browser::show_language(language);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    config: Result<Shared, Rc<[String]>>,
}

#[component]
fn App(props: &AppProps) -> Html {
    match &props.config {
        Ok(config) => html! { <SignedInOrNot config={config.clone()} /> },
        Err(faults) => html! { <div class="page">{ config_failed(faults) }</div> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ConfigProps {
    config: Shared,
}

#[component]
fn SignedInOrNot(props: &ConfigProps) -> Html {
    let parts = use_memo(props.config.clone(), |config| {
        // A page without an address is in no browser: the sign-in then says so.
        let page = here().unwrap_or_default();
        let facts = Rc::new(Facts::of(config, &page));
        (Rc::new(Awaited::new(config.clone(), page)), facts)
    });
    let source: Rc<dyn TokenSource> = Rc::clone(&parts.0) as _;
    let facts = Rc::clone(&parts.1);
    html! {
        <ContextProvider<Shared> context={props.config.clone()}>
            <SignInProvider {source} {facts}><Page /></SignInProvider>
        </ContextProvider<Shared>>
    }
}

/// The workbench, told what the sign-in and the configuration say.
#[component]
fn Page() -> Html {
    let config = use_context::<Shared>();
    let sign_in = use_sign_in();
    let busy = use_state_eq(|| false);
    // The sign-in's words are made here: another language draws them anew.
    let spoken = use_state_eq(say::spoken);
    let (Some(config), Some(sign_in)) = (config, sign_in) else {
        return Html::default();
    };
    let framing = Framing::of_page();
    let way = Way::keeping(*busy, framing);
    let slots = SignInSlots {
        account: account(&sign_in, way),
        button: button(&sign_in, way, framing),
        go: {
            let sign_in = sign_in.clone();
            Callback::from(move |()| sign_in.sign_in(way))
        },
        failure: failed(&sign_in),
    };
    let on_busy = Callback::from(move |work: bool| busy.set(work));
    let on_spoken = Callback::from(move |language: Language| spoken.set(language));
    html! {
        <Workbench
            deployment={Rc::new(deployment(&config))}
            config={config.clone()}
            defaults={config.defaults.over(defaults())}
            who={who(&sign_in)}
            fresh={matches!(sign_in.state(), SignIn::SignedIn(_))}
            sign_in={slots}
            token={token(&sign_in)}
            busy={on_busy}
            spoken={on_spoken}
        />
    }
}

fn failed(sign_in: &SignInHandle) -> Option<Failed> {
    let failure = sign_in.state().failure()?.clone();
    let facts = Rc::clone(&sign_in.facts);
    Some(Failed { failure, facts })
}

fn who(sign_in: &SignInHandle) -> Option<Who> {
    let account = sign_in.state().account()?;
    Some(Who {
        tenant: account.tenant.clone(),
        account: account.for_session(),
    })
}

fn token(sign_in: &SignInHandle) -> Callback<(Freshness, TokenAnswer)> {
    let sign_in = sign_in.clone();
    Callback::from(move |(freshness, answer): (Freshness, TokenAnswer)| {
        let sign_in = sign_in.clone();
        spawn_local(async move {
            answer.emit(
                sign_in
                    .token(freshness)
                    .await
                    .map_err(|failure| failure.code),
            );
        });
    })
}

/// What a list is given that says nothing: the action that blocks nothing.
fn defaults() -> Defaults {
    Defaults {
        description: words::DEFAULT_DESCRIPTION.to_owned(),
        ..Defaults::default()
    }
}

fn deployment(config: &Config) -> Deployment {
    let limits = config.limits();
    let origin = config.sign_in_origin();
    Deployment {
        cloud: words::cloud(config.cloud).to_owned(),
        api_base: config
            .api_bases
            .first()
            .map(|api| api.base.clone())
            .unwrap_or_default(),
        sign_in_host: origin
            .split_once("://")
            .map_or(origin.as_str(), |(_, host)| host)
            .to_owned(),
        client_id: config.client_id.clone(),
        scope: config.scope(),
        parents: config.embedding_parents.clone(),
        demo: config.is_demo(),
        build: build().to_owned(),
        limits: (
            whole(limits.tenant_indicators),
            whole(limits.batch_items),
            a_minute(&limits),
        ),
        dated: limits.dated().to_vec(),
        single: limits.single,
    }
}

fn a_minute(limits: &Limits) -> u32 {
    limits.import.first().map_or(0, |quota| quota.calls)
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
