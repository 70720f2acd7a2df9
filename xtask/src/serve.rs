//! `cargo xtask serve`: builds the page and serves it on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, io, thread};

use anyhow::{Context, Result, bail};
use lexopt::ValueExt;

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
    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("Lede is at {address} (end with Ctrl-C)");
    if built {
        open_browser(&address);
    }
    thread::scope(|scope| {
        for connection in listener.incoming().flatten() {
            // A reader that has gone away is no fault of ours: errors of one answer are dropped.
            scope.spawn(|| answer(connection, &folder));
        }
    });
    Ok(())
}

/// The port asked for and no other, or the first free one. Only this machine can reach it.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let (first, last) = port.map_or((FIRST_PORT, LAST_PORT), |port| (port, port));
    for port in first..=last {
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)) {
            return Ok(listener);
        }
    }
    match port {
        Some(port) => bail!("port {port} is taken"),
        None => bail!("the ports {FIRST_PORT} to {LAST_PORT} are all taken"),
    }
}

/// Answers one request and closes the connection: as much of HTTP/1.1 as a folder of a few files on one's own machine
/// wants. (The small server crates hold keep-alive connections on a bounded set of threads, where browsers, which open
/// six at once, can starve themselves.)
fn answer(connection: TcpStream, folder: &Path) -> io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new(&connection).take(64 * 1024);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The headers change nothing, but a connection closed before they are read is reset.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_ascii_whitespace();
    let (method, url) = (words.next(), words.next().unwrap_or_default());
    let found = match method {
        Some("GET" | "HEAD") => find(folder, url).and_then(|path| Some((fs::read(&path).ok()?, media_type(&path)))),
        _ => None,
    };
    let (status, content, media_type) = match found {
        Some((content, media_type)) => ("200 OK", content, media_type),
        None => (
            "404 Not Found",
            b"There is no such page.\n".to_vec(),
            "text/plain; charset=utf-8",
        ),
    };
    let mut connection = &connection;
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
        X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        content.len()
    )?;
    if method != Some("HEAD") {
        connection.write_all(&content)?;
    }
    connection.flush()
}

/// The file that an address means, or none: nothing outside `folder` is ever served.
fn find(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    if Path::new(path)
        .components()
        .any(|part| !matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let index = if path.is_empty() || path.ends_with('/') {
        "index.html"
    } else {
        ""
    };
    let path = folder.join(format!("{path}{index}"));
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
        assert_eq!(find(&folder, "/xtask/?share"), None);
    }
}
