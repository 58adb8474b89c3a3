//! How the parts of a program that come late are called.
//!
//! What reads, checks and shows a list is there from the start. A browser may be sent all else when it
//! is first needed: it is called through a table of functions, which the host hands over once it has
//! it. In any other program the table is there from the start too.

/// A table of functions that may come late: `all` gives it as it is compiled in, `there` as it was
/// handed over to `arrived`.
macro_rules! late {
    ($(#[$doc:meta])* $name:ident { $($function:ident: $kind:ty = $body:expr,)* }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name {
            $(pub(crate) $function: $kind,)*
        }

        const ALL: $name = $name {
            $($function: $body,)*
        };

        /// The table as it is compiled in.
        #[must_use]
        #[inline]
        pub fn all() -> &'static $name {
            &ALL
        }

        #[cfg(split)]
        static HERE: std::sync::OnceLock<&'static $name> = std::sync::OnceLock::new();

        /// The table is here from now on.
        #[cfg(split)]
        pub fn arrived(table: &'static $name) {
            HERE.get_or_init(|| table);
        }

        /// It is here from the start.
        #[cfg(not(split))]
        pub fn arrived(_table: &'static $name) {}

        /// The table, once it has arrived.
        #[cfg(split)]
        pub(crate) fn there() -> Option<&'static $name> {
            HERE.get().copied()
        }

        /// The table.
        #[cfg(not(split))]
        #[allow(clippy::unnecessary_wraps, reason = "it may come late elsewhere")]
        pub(crate) fn there() -> Option<&'static $name> {
            Some(all())
        }
    };
}

pub(crate) use late;
