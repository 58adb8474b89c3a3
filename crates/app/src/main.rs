//! The page's program.

fn main() {
    ioculate_app::start::start();
}
