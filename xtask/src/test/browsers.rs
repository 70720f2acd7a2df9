//! Node and the browsers that the tests need: found, or installed where this is root on Debian, or asked for in words.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::shell;

const CHROMIUM: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FIREFOX: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// The paths of Chromium and Firefox.
pub fn install() -> Result<(PathBuf, PathBuf)> {
    Ok((
        find_or_install(&CHROMIUM, "chromium")?,
        find_or_install(&FIREFOX, "firefox-esr")?,
    ))
}

/// Node 18 or newer, with npm.
pub fn install_node() -> Result<()> {
    find_or_install(&["node"], "nodejs")?;
    find_or_install(&["npm"], "npm")?;
    let version = shell::output(shell::program("node").arg("--version"))?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 18) {
        bail!("Node 18 or newer is needed; this is {version}");
    }
    Ok(())
}

/// The npm packages of `tests/browser`, at the versions of its lock file.
pub fn install_packages() -> Result<()> {
    install_node()?;
    shell::run(
        shell::program("npm")
            .args(["ci", "--loglevel=error"])
            .current_dir(shell::root().join("tests/browser")),
    )
}

fn find_or_install(names: &[&str], package: &str) -> Result<PathBuf> {
    if let Some(path) = find(names) {
        return Ok(path);
    }
    let root = shell::output(shell::program("id").arg("-u")).is_ok_and(|user| user == "0");
    if !root || find(&["apt-get"]).is_none() {
        bail!(
            "{} is missing: install it (Debian: sudo apt-get install {package}), then run this again",
            names[0]
        );
    }
    println!("Installing {package}");
    let apt = || {
        let mut apt = shell::program("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    shell::run(apt().args(["update", "--quiet"]))?;
    shell::run(apt().args(["install", "--yes", "--quiet", "--no-install-recommends", package]))?;
    match find(names) {
        Some(path) => Ok(path),
        None => bail!("{package} is installed, but there is no {}", names[0]),
    }
}

/// The first of the names that is a program on the PATH; a name with folders is taken as it is.
fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    names.iter().find_map(|name| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(name))
            .find(|file| file.is_file())
    })
}
