//! The sign-in as a context of the page: its state, and what can be done.

use std::rc::Rc;

use ioculate_core::{import::Freshness, session::Token};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Asked, Facts, Failure, Happening, SignIn, TokenSource, Way};

/// The state, and the actions.
#[derive(Clone)]
pub struct SignInHandle {
    state: UseReducerHandle<SignIn>,
    source: Rc<dyn TokenSource>,
    /// For the explanation of a failure.
    pub facts: Rc<Facts>,
}

impl PartialEq for SignInHandle {
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && Rc::ptr_eq(&self.source, &other.source)
    }
}

impl SignInHandle {
    /// Whether somebody is signed in.
    #[must_use]
    pub fn state(&self) -> &SignIn {
        &self.state
    }

    /// Signs in by leaving the page: only where nothing on it would be lost.
    pub fn sign_in_redirect(&self) {
        self.sign_in(Way::Redirect);
    }

    /// Signs in in a window. A second call takes the first one's place.
    pub fn sign_in_popup(&self) {
        self.sign_in(Way::Window);
    }

    /// Signs in. Call it while the user's click counts, or a window is blocked.
    pub fn sign_in(&self, way: Way) {
        let failure = self.state.failure();
        let asked = Asked {
            way,
            hint: self.state.account().map(|account| account.username.clone()),
            choose: self.state.account().is_none() && failure.is_some(),
            claims: failure.and_then(|failure| failure.claims.clone()),
        };
        let answer = self.source.sign_in(asked);
        let state = self.state.clone();
        state.dispatch(Happening::Asked);
        spawn_local(async move { state.dispatch(Happening::Answered(answer.await)) });
    }

    /// Gets ready once more, after something outside the page was mended.
    pub fn try_again(&self) {
        begin(&self.state, &self.source);
    }

    /// Signs out. By a redirect the page comes back empty.
    pub fn sign_out(&self, way: Way) {
        let answer = self.source.sign_out(way);
        let state = self.state.clone();
        spawn_local(async move {
            // The tokens are forgotten before Microsoft is told: a window closed early changes nothing.
            let _ = answer.await;
            state.dispatch(Happening::SignedOut);
        });
    }

    /// A token for one request. Where only the user can help, the state says so as well.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn token(&self, freshness: Freshness) -> Result<Token, Failure> {
        let answer = self.source.token(freshness).await;
        if let Err(failure) = &answer {
            self.state.dispatch(Happening::NoToken(failure.clone()));
        }
        answer
    }
}

fn begin(state: &UseReducerHandle<SignIn>, source: &Rc<dyn TokenSource>) {
    let answer = source.begin();
    let state = state.clone();
    spawn_local(async move { state.dispatch(Happening::Began(answer.await)) });
}

/// What the provider needs.
#[derive(Clone, Properties)]
pub struct SignInProviderProps {
    /// What signs in.
    pub source: Rc<dyn TokenSource>,
    /// For the explanation of a failure.
    pub facts: Rc<Facts>,
    /// The page.
    pub children: Html,
}

impl PartialEq for SignInProviderProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.source, &other.source)
            && self.facts == other.facts
            && self.children == other.children
    }
}

/// Gives the sign-in to the page inside it, and gets it ready once the page stands.
#[component]
pub fn SignInProvider(props: &SignInProviderProps) -> Html {
    let state = use_reducer(SignIn::default);
    {
        let (state, source) = (state.clone(), Rc::clone(&props.source));
        use_effect_with((), move |()| begin(&state, &source));
    }
    let handle = SignInHandle {
        state,
        source: Rc::clone(&props.source),
        facts: Rc::clone(&props.facts),
    };
    html! {
        <ContextProvider<SignInHandle> context={handle}>{ props.children.clone() }</ContextProvider<SignInHandle>>
    }
}

/// The sign-in; `None` outside a [`SignInProvider`].
#[hook]
pub fn use_sign_in() -> Option<SignInHandle> {
    use_context::<SignInHandle>()
}
