//! The fuzzer, where it is compiled with `--cfg fuzzing`; else what repeats a run without it.
//!
//! - `fuzz seeds FOLDER` writes the seeds as files.
//! - `fuzz targets` names the targets.
//! - `fuzz TARGET FILE...` runs a target over files, such as one that libFuzzer left.

#![cfg_attr(fuzzing, no_main)]

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static TARGET: std::sync::LazyLock<ioculate_fuzz::Target> = std::sync::LazyLock::new(|| {
        // The one that libFuzzer's crate has set ends the run at panics that are caught, too. Those
        // that are not end it still.
        drop(std::panic::take_hook());
        let name = std::env::var("IOCULATE_FUZZ_TARGET").unwrap_or_default();
        ioculate_fuzz::named(&name).expect("IOCULATE_FUZZ_TARGET names a target")
    });
    (TARGET.run)(bytes);
});

#[cfg(not(fuzzing))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::{env, fs, path::Path};

    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["targets"] => {
            for target in ioculate_fuzz::TARGETS {
                println!("{}", target.name);
            }
        }
        ["seeds", folder] => {
            fs::create_dir_all(folder)?;
            for (at, seed) in ioculate_fuzz::seeds().iter().enumerate() {
                fs::write(Path::new(folder).join(format!("seed-{at:03}")), seed)?;
            }
        }
        [name, files @ ..] if !files.is_empty() => {
            let target = ioculate_fuzz::named(name).ok_or("there is no such target")?;
            for file in files {
                (target.run)(&fs::read(file)?);
                println!("{file}: the laws hold");
            }
        }
        _ => return Err("usage: fuzz targets | fuzz seeds FOLDER | fuzz TARGET FILE...".into()),
    }
    Ok(())
}
