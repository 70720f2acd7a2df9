//! The form for a web server: a static site with relative addresses, so that it works under any path, and a service
//! worker, so that it works without a network after the first visit.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use super::html::{self, Filling};
use super::{Parts, files, short_hash};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// Writes into `dist`, which is empty.
pub fn write(parts: &Parts, dist: &Path) -> Result<()> {
    fs::create_dir(dist.join("icons"))?;
    for icon in files(&parts.public.join("icons"))? {
        fs::copy(parts.public.join("icons").join(&icon), dist.join("icons").join(&icon))?;
    }
    fs::copy(
        parts.public.join("manifest.webmanifest"),
        dist.join("manifest.webmanifest"),
    )?;

    let style = hashed(dist, "style", "css", parts.style.as_bytes())?;
    let glue = hashed(dist, "lede", "js", parts.glue.as_bytes())?;
    let module = hashed(dist, "lede", "wasm", &parts.module)?;
    let worker = format!("importScripts({});\n{}", json!(glue), parts.script("worker.js")?);
    let worker = hashed(dist, "worker", "js", worker.as_bytes())?;
    let (hosted, boot) = (parts.script("hosted.js")?, parts.script("boot.js")?);
    // The version is a hash of everything that the page loads, and boot.js, which must know it, is the last of that.
    let mut all = format!("{}{hosted}{boot}", parts.page).into_bytes();
    for name in files(dist)? {
        all.extend(name.as_bytes());
        all.extend(fs::read(dist.join(name))?);
    }
    let version = short_hash(&all);
    let names = json!({"version": version, "module": module, "worker": worker});
    let boot = hashed(
        dist,
        "boot",
        "js",
        format!("const LEDE = {names};\n{hosted}\n{boot}").as_bytes(),
    )?;

    let page = html::fill(
        &parts.page,
        &Filling {
            policy: POLICY,
            style: &format!("<link rel=\"stylesheet\" href=\"{style}\">"),
            links: &format!(
                "<link rel=\"icon\" href=\"icons/lede.svg\" type=\"image/svg+xml\">\n\
                <link rel=\"manifest\" href=\"manifest.webmanifest\">\n\
                <script defer src=\"{glue}\"></script>\n\
                <script defer src=\"{boot}\"></script>"
            ),
            scripts: "",
        },
    )?;
    fs::write(dist.join("index.html"), page)?;

    let mut kept: Vec<String> = files(dist)?.into_iter().filter(|name| name != "index.html").collect();
    kept.push("./".to_owned());
    let worker = format!(
        "const VERSION = {};\nconst FILES = {};\n{}",
        json!(version),
        json!(kept),
        parts.script("sw.js")?
    );
    fs::write(dist.join("sw.js"), worker)?;
    Ok(())
}

/// Writes a file whose name holds a hash of its content, and returns the name.
fn hashed(dist: &Path, stem: &str, extension: &str, content: &[u8]) -> Result<String> {
    let name = format!("{stem}-{}.{extension}", short_hash(content));
    fs::write(dist.join(&name), content)?;
    Ok(name)
}
