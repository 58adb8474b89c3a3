//! What the end-to-end tests share: a stage with an emulator and a browser, and the words of a user.
//!
//! [`stage`] starts and stops both; [`act`] is what a user does, [`see`] what a user sees, and
//! [`tenant`] what the emulated service holds. Tests wait for conditions, never for times.

pub mod act;
pub mod attack;
pub mod axe;
pub mod browser;
pub mod colleague;
pub mod engine;
pub mod evidence;
pub mod foretold;
pub mod hold;
pub mod journal;
pub mod keys;
pub mod layout;
pub mod loopback;
pub mod made;
mod names;
pub mod reckoning;
pub mod recover;
pub mod rows;
pub mod see;
pub mod server;
pub mod smooth;
pub mod stage;
pub mod steady;
pub mod table;
pub mod tenant;
pub mod timing;
pub mod traffic;
pub mod tree;
pub mod truth;
pub mod walk;
