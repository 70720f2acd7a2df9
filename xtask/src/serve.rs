//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::build;

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8180;

pub fn command(mut arguments: lexopt::Parser) -> Result<()> {
    let mut port = None;
    let mut dev = false;
    let mut folder = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("port") => port = Some(arguments.value()?.parse::<u16>()?),
            lexopt::Arg::Long("dev") => dev = true,
            lexopt::Arg::Long("folder") => folder = Some(PathBuf::from(arguments.value()?)),
            other => return Err(other.unexpected().into()),
        }
    }
    let built = folder.is_none();
    let folder = match folder {
        Some(folder) => folder,
        None => build::build(dev)?,
    };
    let folder = folder
        .canonicalize()
        .with_context(|| format!("there is no {}", folder.display()))?;
    let server = listen(port)?;
    let address = format!("http://{}/", server.server_addr());
    println!("Lede is at {address} (end with Ctrl-C)");
    if built {
        open_browser(&address);
    }
    for request in server.incoming_requests() {
        answer(request, &folder);
    }
    Ok(())
}

/// The port asked for and no other, or the first free one. Only this machine can reach it.
fn listen(port: Option<u16>) -> Result<Server> {
    let (first, last) = port.map_or((FIRST_PORT, LAST_PORT), |port| (port, port));
    for port in first..=last {
        if let Ok(server) = Server::http(("127.0.0.1", port)) {
            return Ok(server);
        }
    }
    match port {
        Some(port) => bail!("port {port} is taken"),
        None => bail!("the ports {FIRST_PORT} to {LAST_PORT} are all taken"),
    }
}

/// A reader that has gone away is no fault of ours: errors of one answer are dropped.
fn answer(request: Request, folder: &Path) {
    let found = (*request.method() == Method::Get)
        .then(|| find(folder, request.url()))
        .flatten();
    let _ = match found.and_then(|path| Some((File::open(&path).ok()?, media_type(&path)))) {
        Some((file, media_type)) => request.respond(
            Response::from_file(file)
                .with_header(header("Content-Type", media_type))
                .with_header(header("Cache-Control", "no-cache"))
                .with_header(header("X-Content-Type-Options", "nosniff")),
        ),
        None => request.respond(Response::from_string("There is no such page.\n").with_status_code(404)),
    };
}

/// The file that an address means, or none: nothing outside `folder` is ever served.
fn find(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    if Path::new(path)
        .components()
        .any(|part| !matches!(part, std::path::Component::Normal(_)))
    {
        return None;
    }
    let path = folder.join(path);
    let path = if url.ends_with('/') || path == folder {
        path.join("index.html")
    } else {
        path
    };
    path.is_file().then_some(path)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

fn header(name: &'static str, value: &'static str) -> Header {
    Header::from_bytes(name, value).expect("header names and values here are plain words")
}

/// Opens the browser where there is a screen; where there is none, the printed address is enough.
fn open_browser(address: &str) {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    let mut opener = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        Command::new("explorer")
    } else if screen {
        Command::new("xdg-open")
    } else {
        return;
    };
    let _ = opener.arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert_eq!(find(&folder, "/main.rs?x#y"), Some(folder.join("main.rs")));
        assert_eq!(find(&folder, "/../Cargo.toml"), None);
        assert_eq!(find(&folder, "//etc/passwd"), None);
        assert_eq!(find(&folder, "/build/../../Cargo.toml"), None);
        assert_eq!(find(&folder, "/no-such-file"), None);
    }

    #[test]
    fn an_address_that_ends_in_a_slash_means_index_html() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
        assert_eq!(find(&folder, "/?share"), Some(folder.join("index.html")));
    }
}
